import { useSignal, type Signal } from "@preact/signals";
import type { RefObject, TargetedKeyboardEvent } from "preact";
import { useRef } from "preact/hooks";
import { Button } from "./button.tsx";
import { FieldFrame, useFieldIds, type FieldIds, type FieldProps } from "./field.tsx";
import { AddIcon, CloseIcon } from "./icons.tsx";
import { addTags } from "./tags.ts";
import "./tags-field.css";

/** Props of `TagsField`. */
export interface TagsFieldProps extends Omit<FieldProps, "label"> {
  readonly label: string;
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
  const { value, offers } = props;
  const ids = useFieldIds(props);
  const input = useRef<HTMLInputElement>(null);
  const { typed, said, add, leave, remove } = useTags(props);

  function handleKey(event: TargetedKeyboardEvent<HTMLInputElement>) {
    if (event.isComposing || !(event.key === "," || (event.key === "Enter" && typed.value.trim() !== ""))) return;
    event.preventDefault();
    add();
  }

  function handleRemove(tag: string) {
    remove(tag);
    input.current?.focus();
  }

  return (
    <FieldFrame {...props} ids={ids}>
      <Chosen label={props.label} tags={value.value} onRemove={handleRemove} />
      <div class="tags-entry">
        <TypedTag
          input={input}
          typed={typed}
          ids={ids}
          placeholder={props.placeholder}
          wrong={props.error !== undefined}
          onKey={handleKey}
          onLeave={leave}
        />
        <Button kind="quiet" icon={<AddIcon />} label={`Add to ${props.label}`} onClick={() => input.current?.focus()}>
          Add
        </Button>
      </div>
      <datalist id={`${ids.control}-offers`}>
        {offers
          ?.filter((offer) => !value.value.includes(offer))
          .map((offer) => (
            <option key={offer}>{offer}</option>
          ))}
      </datalist>
      <output class="unseen">{said}</output>
    </FieldFrame>
  );
}

function useTags({ value, most = 20, onChange }: TagsFieldProps) {
  const typed = useSignal("");
  const said = useSignal("");

  function change(next: ReadonlyArray<string>, words: string) {
    value.value = next;
    said.value = words;
    onChange?.(next);
  }

  function add() {
    const next = addTags(value.value, typed.value, most);
    if (next.length !== value.value.length) change(next, `Added ${typed.value.trim()}`);
    typed.value = "";
  }

  function leave() {
    // Left by a press: what is pressed must not move away under the finger, so its click comes first.
    if (document.querySelector(":active")) addEventListener("click", add, { once: true, capture: true });
    else add();
  }

  function remove(tag: string) {
    const rest = value.value.filter((each) => each !== tag);
    change(rest, `Removed ${tag}`);
  }

  return { typed, said, add, leave, remove };
}

interface ChosenProps {
  readonly label: string;
  readonly tags: ReadonlyArray<string>;
  readonly onRemove: (tag: string) => void;
}

function Chosen({ label, tags, onRemove }: ChosenProps) {
  if (tags.length === 0) return null;
  return (
    <ul class="plain-list tags" aria-label={`${label}: chosen`}>
      {tags.map((tag) => (
        <li key={tag} class="tags-one">
          <span dir="auto">{tag}</span>
          <button type="button" class="tags-remove" aria-label={`Remove ${tag}`} onClick={() => onRemove(tag)}>
            <CloseIcon size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface TypedTagProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly typed: Signal<string>;
  readonly ids: FieldIds;
  readonly placeholder: string | undefined;
  readonly wrong: boolean;
  readonly onKey: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
  readonly onLeave: () => void;
}

function TypedTag({ input, typed, ids, placeholder, wrong, onKey, onLeave }: TypedTagProps) {
  return (
    <input
      ref={input}
      class="control"
      id={ids.control}
      type="text"
      autocomplete="off"
      dir="auto"
      value={typed.value}
      placeholder={placeholder}
      list={`${ids.control}-offers`}
      aria-describedby={ids.describedBy}
      aria-invalid={wrong || undefined}
      onKeyDown={onKey}
      onBlur={onLeave}
      onInput={(event) => {
        typed.value = event.currentTarget.value;
      }}
    />
  );
}
