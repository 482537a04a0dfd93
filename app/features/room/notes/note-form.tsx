import { type Signal, useSignal, useSignalEffect } from "@preact/signals";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import type { Reference } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { longestNote } from "./rules.ts";
import { NoteChanged } from "./schema.ts";
import { notesText as text } from "./text.ts";

/** A note of one's own, as it is changed. */
export interface ChangeNoteProps {
  readonly room: RoomInHand;
  readonly note: Reference;
  /** As they stand now. */
  readonly words: string;
}

/** Corrects a note, or takes it back; says first that the other may have read it. */
export function NoteForm({ room, note, words, open }: ChangeNoteProps & { readonly open: Signal<boolean> }) {
  const value = useSignal(words);

  useSignalEffect(() => {
    if (open.value) value.value = words;
  });

  async function put(changed: string | undefined) {
    const said = changed?.trim();
    if (said === "" || Array.from(said ?? "").length > longestNote) return;
    const written =
      said === words || (await room.write(eventOf(NoteChanged, said === undefined ? { note } : { note, text: said })));
    if (written) open.value = false;
  }

  return (
    <Dialog
      open={open}
      title={text.change}
      actions={
        <>
          <Button onClick={() => void put(value.value)}>{text.put}</Button>
          <Button kind="quiet" onClick={() => void put(undefined)}>
            {text.takeBack}
          </Button>
          <Button kind="plain" onClick={() => (open.value = false)}>
            {text.leave}
          </Button>
        </>
      }
    >
      <TextArea
        label={text.changeLabel}
        hint={text.changeHint(room.name)}
        value={value}
        words
        rows={4}
        most={longestNote}
        onSend={() => void put(value.value)}
      />
    </Dialog>
  );
}
