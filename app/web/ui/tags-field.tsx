import { useSignal, type Signal } from "@preact/signals";
import type { TargetedKeyboardEvent } from "preact";
import { useRef } from "preact/hooks";
import { Button } from "./button.tsx";
import { FieldFrame, useFieldIds, type FieldProps } from "./field.tsx";
import { AddIcon, CloseIcon } from "./icons.tsx";
import { addTag } from "./tags.ts";
import "./tags-field.css";

/** Props of `TagsField`. */
export interface TagsFieldProps extends FieldProps {
  readonly value: Signal<ReadonlyArray<string>>;
  /** Offered below the field by the browser. */
  readonly offers?: ReadonlyArray<string>;
  /** How many there may be; 20 unless told. */
  readonly most?: number;
  readonly placeholder?: string;
  readonly onChange?: (value: ReadonlyArray<string>) => void;
}

/** A list of short texts: type one, Enter or a comma adds it, each has a button that takes it away. */
export function TagsField(props: TagsFieldProps) {
  const { value, offers, most = 20, onChange } = props;
  const ids = useFieldIds(props);
  const typed = useSignal("");
  const said = useSignal("");
  const input = useRef<HTMLInputElement>(null);

  function change(next: ReadonlyArray<string>, words: string) {
    value.value = next;
    said.value = words;
    onChange?.(next);
  }

  function add() {
    const next = addTag(value.value, typed.value, most);
    if (next !== value.value) change(next, `Added ${typed.value.trim()}`);
    typed.value = "";
  }

  function handleKey(event: TargetedKeyboardEvent<HTMLInputElement>) {
    if (event.isComposing) return;
    const adds = event.key === "Enter" || event.key === ",";
    if (adds && (typed.value.trim() !== "" || event.key === ",")) {
      event.preventDefault();
      add();
    }
  }

  function remove(tag: string) {
    change(
      value.value.filter((each) => each !== tag),
      `Removed ${tag}`,
    );
    input.current?.focus();
  }

  return (
    <FieldFrame {...props} ids={ids}>
      {value.value.length > 0 && (
        <ul role="list" class="tags" aria-label={`${props.label}: chosen`}>
          {value.value.map((tag) => (
            <li key={tag} class="tags-one">
              <span dir="auto">{tag}</span>
              <button type="button" class="tags-remove" aria-label={`Remove ${tag}`} onClick={() => remove(tag)}>
                <CloseIcon size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="tags-entry">
        <input
          ref={input}
          class="control"
          id={ids.control}
          type="text"
          autocomplete="off"
          dir="auto"
          value={typed.value}
          placeholder={props.placeholder}
          list={offers ? `${ids.control}-offers` : undefined}
          aria-describedby={ids.describedBy}
          aria-invalid={props.error === undefined ? undefined : true}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
          onKeyDown={handleKey}
          onBlur={add}
        />
        <Button
          kind="quiet"
          icon={<AddIcon />}
          label={`Add to ${props.label}`}
          onClick={() => {
            add();
            input.current?.focus();
          }}
        >
          Add
        </Button>
      </div>
      {offers && (
        <datalist id={`${ids.control}-offers`}>
          {offers
            .filter((offer) => !value.value.includes(offer))
            .map((offer) => (
              <option key={offer} value={offer} />
            ))}
        </datalist>
      )}
      <span class="unseen" role="status">
        {said}
      </span>
    </FieldFrame>
  );
}
