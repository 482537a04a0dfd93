import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ItemId } from "../../../values/id.ts";
import { vault } from "../../../vault/browser/client.ts";
import { draft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { longestNote } from "../notes/rules.ts";
import { NoteWritten } from "../notes/schema.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, type KindFormProps } from "../timeline/kinds/kind-form.tsx";
import { dropDraft } from "../../../web/client/draft.ts";
import { isChallenge } from "./rules.ts";
import { ChallengeMarked } from "./schema.ts";
import { challengesText as text } from "./text.ts";

/** Writes a note and marks it as a challenge, or marks one of one's own that is already there. */
export function ChallengeForm({ room, sessionId, onDone }: KindFormProps) {
  const key = `challenge:${room.roomId}`;
  const words = draft(key);
  const fault = useSignal<string | undefined>(undefined);
  const mark = (note: ItemId) => room.write(eventOf(ChallengeMarked, { note, challenge: true }));

  async function handleSend() {
    const said = words.value.trim();
    fault.value = said === "" ? text.nothing : undefined;
    if (said === "") return;
    const note = await room.write(eventOf(NoteWritten, { text: said, ...(sessionId ? { sessionId } : {}) }));
    if (!note) return;
    dropDraft(key);
    await mark(note);
    onDone();
  }
  async function handleMark(note: ItemId) {
    if (await mark(note)) onDone();
  }

  return (
    <KindFrame room={room} fault={fault.value} onSend={handleSend}>
      <TextArea label={text.what} hint={text.hint} value={words} words rows={2} most={longestNote} />
      <Disclosure summary={text.before}>
        <OwnNotes room={room} onMark={handleMark} />
      </Disclosure>
    </KindFrame>
  );
}

interface Note {
  readonly id: ItemId;
  readonly words: string;
}

const latest = 3;

function OwnNotes({ room, onMark }: { readonly room: RoomInHand; readonly onMark: (note: ItemId) => Promise<void> }) {
  const notes = useSignal<ReadonlyArray<Note>>([]);
  useEffect(() => {
    const read = async () => {
      const page = await vault.timeline(room.roomId, { limit: 40, types: ["notes.written"], of: "both" });
      if (page !== "no-such-room") notes.value = page.entries.flatMap((entry) => noteOf(entry, room.me));
    };
    void read();
  }, [room.roomId, room.me, room.view.revision, notes]);
  const open = notes.value.filter(({ id }) => !isChallenge(room.view.state.challenges, id, room.me)).slice(-latest);
  if (open.length === 0) return <p class="muted">{text.beforeNone}</p>;
  return (
    <ul class="rows">
      {open.map(({ id, words }) => (
        <li key={id} class="row-apart">
          <Words>{words}</Words>
          <Button kind="plain" label={`${text.mark}: ${words.slice(0, 60)}`} onClick={() => void onMark(id)}>
            {text.mark}
          </Button>
        </li>
      ))}
    </ul>
  );
}

type Entries = Exclude<Awaited<ReturnType<typeof vault.timeline>>, "no-such-room">["entries"];

function noteOf(entry: Entries[number], me: string): ReadonlyArray<Note> {
  if (entry.is !== "event" || entry.event.type !== "notes.written" || entry.event.author !== me) return [];
  return [{ id: entry.event.id, words: entry.event.payload.text }];
}
