import { useLayoutEffect, useRef, useState } from "preact/hooks";
import "./error-summary.css";

/** One thing to correct: which field, and what to do. */
export interface FieldFault {
  /** The `id` given to the field. */
  readonly id: string;
  readonly text: string;
}

/** Props of `ErrorSummary`. */
export interface ErrorSummaryProps {
  readonly faults: ReadonlyArray<FieldFault>;
  /** "Please look at these" unless told. */
  readonly title?: string;
}

const element = (id: string) => document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);

/**
 * Stands above a form that was sent with faults, takes the focus each time the list changes, and leads to each field.
 * Give the same text to the field's `error`. A single fault that its field says already is not said twice: the field takes
 * the focus. Shows nothing while there is no fault.
 */
export function ErrorSummary({ faults, title = "Please look at these" }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isSaid, setIsSaid] = useState(false);
  const said = faults.map((fault) => `${fault.id} ${fault.text}`).join("\n");

  useLayoutEffect(() => {
    const [only, ...others] = faults;
    const isBeside = only !== undefined && others.length === 0 && element(`${only.id}-error`) !== null;
    setIsSaid(isBeside);
    (isBeside ? element(only.id) : box.current)?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- the words are the list: the same ones take no focus again
  }, [said, isSaid]);

  if (faults.length === 0 || isSaid) return null;
  return (
    <div ref={box} class="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title}</h2>
      <ul class="plain-list">
        {faults.map((fault) => (
          <li key={fault.id}>
            <a
              href={`#${fault.id}`}
              onClick={(event) => {
                event.preventDefault();
                element(fault.id)?.focus();
              }}
            >
              {fault.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
