import type { Signal } from "@preact/signals";
import type { TargetedInputEvent, TargetedKeyboardEvent } from "preact";
import { FieldFrame, useFieldIds, type FieldProps } from "./field.tsx";

/** Props of `TextField`. */
export interface TextFieldProps extends FieldProps {
  /** Holds what is typed; the caller may keep it with `useDraft`. */
  readonly value: Signal<string>;
  readonly type?: "text" | "email" | "password" | "tel" | "url" | "search";
  readonly autocomplete?: string;
  readonly inputMode?: "text" | "numeric" | "email" | "tel" | "url" | "search" | "decimal";
  readonly placeholder?: string;
  /** In code points as the schema counts them; the field never cuts, the rule refuses. */
  readonly spellcheck?: boolean;
  readonly short?: boolean;
  /** Six signs of a code, set wide. */
  readonly code?: boolean;
  readonly readOnly?: boolean;
  /** Values offered below the field; a native list. */
  readonly offers?: ReadonlyArray<string>;
  /** Takes the focus when the screen appears; at most one a screen. */
  readonly autofocus?: boolean;
  readonly onChange?: (value: string) => void;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { value, type = "text", short = false, code = false, offers, onChange } = props;
  const ids = useFieldIds(props);

  function handleInput(event: TargetedInputEvent<HTMLInputElement>) {
    value.value = event.currentTarget.value;
    onChange?.(value.value);
  }

  const shared = {
    class: `control${short ? " control-short" : ""}${code ? " control-code" : ""}`,
    id: ids.control,
    name: props.id,
    value: value.value,
    autocomplete: props.autocomplete ?? "off",
    inputMode: props.inputMode,
    placeholder: props.placeholder,
    spellcheck: props.spellcheck,
    readOnly: props.readOnly,
    dir: "auto",
    autofocus: props.autofocus,
    "aria-describedby": ids.describedBy,
    "aria-invalid": props.error === undefined ? undefined : true,
    onInput: handleInput,
  } as const;
  return (
    <FieldFrame {...props} ids={ids}>
      {type === "password" ? (
        <input {...shared} type="password" />
      ) : (
        <input {...shared} type={type} list={offers ? `${ids.control}-offers` : undefined} />
      )}
      {offers && (
        <datalist id={`${ids.control}-offers`}>
          {offers.map((offer) => (
            <option key={offer}>{offer}</option>
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}

/** Props of `TextArea`. */
export interface TextAreaProps extends FieldProps {
  readonly value: Signal<string>;
  /** Height in lines before it grows; 3 unless told. */
  readonly rows?: number;
  readonly placeholder?: string;
  /** Set in the serif: for words that the other person will read. */
  readonly words?: boolean;
  /** Most code points allowed; how many are left is said once a tenth or less remains. */
  readonly most?: number;
  readonly autofocus?: boolean;
  readonly onChange?: (value: string) => void;
  /** Ctrl or Command with Enter. */
  readonly onSend?: () => void;
}

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const { value, rows = 3, words = false, most, onChange, onSend } = props;
  const ids = useFieldIds(props);
  const left = most === undefined ? undefined : most - Array.from(value.value).length;

  function handleInput(event: TargetedInputEvent<HTMLTextAreaElement>) {
    value.value = event.currentTarget.value;
    onChange?.(value.value);
  }

  function handleKey(event: TargetedKeyboardEvent<HTMLTextAreaElement>) {
    if (onSend === undefined || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  }

  return (
    <FieldFrame {...props} ids={ids}>
      <textarea
        class={`control${words ? " control-words" : ""}`}
        id={ids.control}
        name={props.id}
        rows={rows}
        value={value.value}
        style={{ "--rows": rows }}
        placeholder={props.placeholder}
        dir="auto"
        autofocus={props.autofocus}
        aria-describedby={ids.describedBy}
        aria-invalid={props.error === undefined ? undefined : true}
        onInput={handleInput}
        onKeyDown={handleKey}
      />
      {left !== undefined && most !== undefined && left <= most / 10 && (
        <output class="left">{left >= 0 ? `${left} characters left` : `${-left} characters too many`}</output>
      )}
    </FieldFrame>
  );
}

/** Props of `DateField`, `TimeField` and `NumberField`. */
export interface ShortFieldProps extends FieldProps {
  /** As the native control gives it: "2026-10-01", "14:30", "60"; empty while unset or half typed. */
  readonly value: Signal<string>;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: number;
  readonly onChange?: (value: string) => void;
}

function ShortField({ kind, ...props }: ShortFieldProps & { readonly kind: "date" | "time" | "number" }) {
  const ids = useFieldIds(props);

  function handleInput(event: TargetedInputEvent<HTMLInputElement>) {
    props.value.value = event.currentTarget.value;
    props.onChange?.(props.value.value);
  }

  return (
    <FieldFrame {...props} ids={ids}>
      <input
        class="control control-short figures"
        id={ids.control}
        name={props.id}
        type={kind}
        value={props.value.value}
        min={props.min}
        max={props.max}
        step={props.step}
        inputMode={kind === "number" ? "numeric" : undefined}
        aria-describedby={ids.describedBy}
        aria-invalid={props.error === undefined ? undefined : true}
        onInput={handleInput}
      />
    </FieldFrame>
  );
}

/** A day, by the browser's own date control. */
export function DateField(props: ShortFieldProps) {
  return <ShortField {...props} kind="date" />;
}

/** A time of day. Say the zone in the hint where two people are in different ones. */
export function TimeField(props: ShortFieldProps) {
  return <ShortField {...props} kind="time" />;
}

/** A whole number. */
export function NumberField(props: ShortFieldProps) {
  return <ShortField {...props} kind="number" />;
}
