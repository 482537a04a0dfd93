import { type Signal, useSignal } from "@preact/signals";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { ChangeNoteProps } from "./note-form.tsx";
import { notesText as text } from "./text.ts";

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
