import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./field.css";

/** What every field of the kit takes besides its value. */
export interface FieldProps {
  /** Words; or a name with its colour, where it must be plain into whose room they go. */
  readonly label: ComponentChildren;
  /** Names the field for `ErrorSummary` and tests; made up where none is given. */
  readonly id?: string | undefined;
  /** A sentence between label and control. */
  readonly hint?: ComponentChildren;
  /** Says what to do. Wires itself to the control; undefined while all is well. */
  readonly error?: string | undefined;
  /** Who may read what is written here, e.g. "Seen by the programme and your pair". Always below the control. */
  readonly readers?: ComponentChildren;
  /** Says "(optional)" beside the label: in our forms a field is needed unless it says otherwise. */
  readonly optional?: boolean | undefined;
}

/** The ids that tie label, hint, error and readers to a control. */
export interface FieldIds {
  readonly control: string;
  /** For `aria-describedby`. */
  readonly describedBy: string | undefined;
  readonly hint: string;
  readonly error: string;
  readonly readers: string;
}

/** Makes the ids of one field; a hook, so call it at the top. */
export function useFieldIds(props: FieldProps): FieldIds {
  const made = useId();
  const control = props.id ?? made;
  const ids = { control, hint: `${control}-hint`, error: `${control}-error`, readers: `${control}-readers` };
  const described = [
    props.hint === undefined ? "" : ids.hint,
    props.error === undefined ? "" : ids.error,
    props.readers === undefined ? "" : ids.readers,
  ].filter((id) => id !== "");
  return { ...ids, describedBy: described.length > 0 ? described.join(" ") : undefined };
}

/** Props of `FieldFrame`. */
export interface FieldFrameProps extends FieldProps {
  readonly ids: FieldIds;
  readonly children: ComponentChildren;
  /** A group of choices carries a legend instead of a label. */
  readonly group?: boolean;
}

/** Label, hint, error and readers around a control. Use it to make a field that the kit lacks. */
export function FieldFrame({ label, hint, error, readers, optional, ids, children, group = false }: FieldFrameProps) {
  const rest = (
    <>
      {hint !== undefined && (
        <div class="field-hint" id={ids.hint}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p class="field-error" id={ids.error}>
          <span class="unseen">Please correct: </span>
          {error}
        </p>
      )}
      {children}
      {readers !== undefined && (
        <p class="field-readers" id={ids.readers}>
          {readers}
        </p>
      )}
    </>
  );
  if (group) {
    return (
      <fieldset
        class="field"
        id={ids.control}
        tabIndex={-1}
        data-wrong={error !== undefined || undefined}
        aria-describedby={ids.describedBy}
      >
        <legend class="field-label">
          {label}
          {optional && <Optional />}
        </legend>
        {rest}
      </fieldset>
    );
  }
  return (
    <div class="field" data-wrong={error !== undefined || undefined}>
      <label class="field-label" for={ids.control}>
        {label}
        {optional && <Optional />}
      </label>
      {rest}
    </div>
  );
}

function Optional() {
  return <span class="field-optional"> (optional)</span>;
}
