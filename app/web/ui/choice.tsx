import type { Signal } from "@preact/signals";
import type { ComponentChildren, TargetedEvent } from "preact";
import { FieldFrame, useFieldIds, type FieldProps } from "./field.tsx";
import "./choice.css";

/** One thing to choose. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly text: string;
  /** A sentence below the text; not for `Select`. */
  readonly hint?: ComponentChildren;
}

/** Props of `Select`. */
export interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Signal<Value>;
  readonly options: ReadonlyArray<Option<Value>>;
  readonly short?: boolean;
  readonly onChange?: (value: Value) => void;
}

/** One of many, by the browser's own list. For up to six, `RadioGroup` shows them all. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, options, short = false, onChange } = props;
  const ids = useFieldIds(props);

  function handleChange(event: TargetedEvent<HTMLSelectElement>) {
    const chosen = options.find((option) => option.value === event.currentTarget.value);
    if (!chosen) return;
    value.value = chosen.value;
    onChange?.(chosen.value);
  }

  return (
    <FieldFrame {...props} ids={ids}>
      <select
        class={`control${short ? " control-short" : ""}`}
        id={ids.control}
        name={props.id}
        value={value.value}
        aria-describedby={ids.describedBy}
        aria-invalid={props.error === undefined ? undefined : true}
        onChange={handleChange}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Props of `Checkbox`. */
export interface CheckboxProps {
  readonly label: ComponentChildren;
  readonly value: Signal<boolean>;
  readonly id?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly onChange?: (value: boolean) => void;
}

/** One yes or no. */
export function Checkbox({ label, value, id, hint, error, disabled = false, onChange }: CheckboxProps) {
  const ids = useFieldIds({ label: "", id, hint, error });

  function handleChange(event: TargetedEvent<HTMLInputElement>) {
    value.value = event.currentTarget.checked;
    onChange?.(value.value);
  }

  return (
    <div class="field" data-wrong={error !== undefined || undefined}>
      {error !== undefined && (
        <p class="field-error" id={ids.error}>
          <span class="unseen">Please correct: </span>
          {error}
        </p>
      )}
      <div class="choice">
        <input
          type="checkbox"
          id={ids.control}
          name={id}
          checked={value.value}
          disabled={disabled}
          aria-describedby={ids.describedBy}
          aria-invalid={error === undefined ? undefined : true}
          onChange={handleChange}
        />
        <label for={ids.control}>{label}</label>
        {hint !== undefined && (
          <div class="choice-hint" id={ids.hint}>
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}

interface ChoicesProps<Value extends string> extends FieldProps {
  readonly ids: ReturnType<typeof useFieldIds>;
  readonly type: "radio" | "checkbox";
  readonly options: ReadonlyArray<Option<Value>>;
  readonly inline?: boolean;
  readonly isChosen: (value: Value) => boolean;
  readonly onChoose: (value: Value, on: boolean) => void;
}

/** All options in view, one below the other or side by side. */
function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { ids, type, options, inline = false, isChosen, onChoose } = props;
  return (
    <FieldFrame {...props} group>
      <div class="choices" data-inline={inline || undefined}>
        {options.map(({ value, text, hint }, at) => {
          const id = `${ids.control}-${at}`;
          return (
            <div class="choice" key={value}>
              <input
                type={type}
                id={id}
                name={ids.control}
                value={value}
                checked={isChosen(value)}
                aria-describedby={hint === undefined ? undefined : `${id}-hint`}
                onChange={(event) => onChoose(value, event.currentTarget.checked)}
              />
              <label for={id}>{text}</label>
              {hint !== undefined && (
                <div class="choice-hint" id={`${id}-hint`}>
                  {hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </FieldFrame>
  );
}

/** Props of `RadioGroup`. */
export interface RadioGroupProps<Value extends string> extends FieldProps {
  /** The empty text while nothing is chosen: Oakroom chooses nothing for people. */
  readonly value: Signal<Value | "">;
  readonly options: ReadonlyArray<Option<Value>>;
  /** Side by side where there is room; for two or three short ones. */
  readonly inline?: boolean;
  readonly onChange?: (value: Value) => void;
}

/** One of a few, all in view. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { value, onChange } = props;
  const ids = useFieldIds(props);

  return (
    <Choices
      {...props}
      ids={ids}
      type="radio"
      isChosen={(each) => each === value.value}
      onChoose={(chosen) => {
        value.value = chosen;
        onChange?.(chosen);
      }}
    />
  );
}

/** Props of `CheckboxGroup`. */
export interface CheckboxGroupProps<Value extends string> extends FieldProps {
  readonly value: Signal<ReadonlyArray<Value>>;
  readonly options: ReadonlyArray<Option<Value>>;
  readonly inline?: boolean;
  readonly onChange?: (value: ReadonlyArray<Value>) => void;
}

/** Any of a few, all in view. The chosen ones keep the order of the options. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { value, options, onChange } = props;
  const ids = useFieldIds(props);

  function handleChange(changed: Value, on: boolean) {
    value.value = options
      .map((option) => option.value)
      .filter((each) => (each === changed ? on : value.value.includes(each)));
    onChange?.(value.value);
  }

  return (
    <Choices
      {...props}
      ids={ids}
      type="checkbox"
      isChosen={(each) => value.value.includes(each)}
      onChoose={handleChange}
    />
  );
}
