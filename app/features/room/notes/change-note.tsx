import { type Signal, useSignal } from "@preact/signals";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import type { Reference } from "../state/reference/rules.ts";
import { notesText as text } from "./text.ts";

/** A note of one's own, as it is changed. */
export interface ChangeNoteProps {
  readonly room: RoomInHand;
  readonly note: Reference;
  /** As they stand now. */
  readonly words: string;
}

const NoteForm = lazily<ChangeNoteProps & { readonly open: Signal<boolean> }>(() =>
  import("./note-form.tsx").then((m) => m.NoteForm),
);

/** The way to correct a note of one's own, or to take it back: small, since hardly any needs it. */
export function ChangeNote(props: ChangeNoteProps) {
  const open = useSignal(false);
  const isWanted = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="line-more"
        aria-label={text.change}
        title={text.change}
        onClick={() => {
          isWanted.value = true;
          open.value = true;
        }}
      >
        …
      </button>
      {isWanted.value && <NoteForm {...props} open={open} />}
    </>
  );
}
