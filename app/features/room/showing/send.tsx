import type { Signal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import { LetterId } from "../../../values/id.ts";
import { wordsIn } from "../../../values/worded.ts";
import { formatMoment } from "../../../web/client/format.ts";
import { newId } from "../../../web/client/new-id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Checkbox, RadioGroup } from "../../../web/ui/choice.tsx";
import { Entry } from "../../../web/ui/entry.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { ProofShown } from "../../../vault/files/proof-shown.ts";
import { disclose } from "../../programme/disclosures/api.ts";
import { me } from "../../programme/sign-in/api.ts";
import { type RoomInHand, writeOwn } from "../frame/hand.tsx";
import { NoteWritten } from "../notes/schema.ts";
import { eventOf } from "../state/schema.ts";
import { isStillMet, type MetContact } from "./offered.tsx";
import { authorName } from "./pick-items.tsx";
import { isPaused } from "../frame/rules.ts";
import { longestWords, type NotShown, type Telling, tellings } from "./rules.ts";
import { Shown, type ShownLetter } from "./schema.ts";
import { refusedText, showText as text, tellText } from "./text.ts";

/** A thing as its proof shows it: what the contact will read. `undefined` where no proof of it can be made. */
type Read = ReadonlyMap<string, ProofShown | undefined>;

/** Reads each thing out of its own proof, so that what is seen here is what goes. */
function useProofs({ roomId }: RoomInHand, hashes: ReadonlyArray<string>): Read | undefined {
  const read = useSignal<Read | undefined>(undefined);
  const all = hashes.join();
  useEffect(() => {
    let over = false;
    const look = async () => {
      const wanted = all.split(",").filter((hash) => hash !== "");
      const proofs = await vault.proveItems(roomId, wanted);
      const shown = await Promise.all(proofs.map(async (proof) => proof && vault.readProof(proof, undefined)));
      if (!over)
        read.value = new Map(
          shown.map((one, at) => [wanted[at] ?? "", typeof one === "object" ? one : undefined] as const),
        );
    };
    void look();
    return () => {
      over = true;
    };
  }, [roomId, all, read]);
  return read.value;
}

/** Props of `Send`. */
export interface SendProps {
  readonly room: RoomInHand;
  readonly contact: MetContact;
  readonly chosen: Signal<ReadonlyArray<string>>;
  readonly onBack: () => void;
  readonly onSent: () => void;
}

/** The last look: everything as it will be read, whether the other may know, a wish, and what is true of it once it is shown. */
export function Send({ room, contact, chosen, onBack, onSent }: SendProps) {
  const words = useSignal("");
  const tell = useSignal<Telling | "">("");
  const wish = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  const refused = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const send = useSending(room, contact, chosen);
  const read = useProofs(room, chosen.value);

  async function handleSend() {
    fault.value = tell.value === "" ? text.mayWrong : undefined;
    refused.value = Array.from(words.value.trim()).length > longestWords ? text.ownTooLong : undefined;
    if (tell.value === "" || refused.value !== undefined) return;
    busy.value = true;
    const letter = { roomId: room.roomId, tell: tell.value, onlyIfNamedAgain: wish.value, text: words.value.trim() };
    const word = await send(letter);
    busy.value = false;
    refused.value = word && refusedText[word];
    if (!word) onSent();
  }

  // All of it at once: what stands below is about what is read.
  if (!read) return <Skeleton />;
  return (
    <div class="stack stack-large">
      <Things room={room} contact={contact} chosen={chosen} read={read} />
      <TextArea label={text.own} value={words} rows={3} words most={longestWords} optional />
      <May room={room} contact={contact} tell={tell} fault={fault.value} />
      <Checkbox label={text.wish} value={wish} />
      <p>{text.plain(contact.name)}</p>
      {refused.value !== undefined && (
        <Notice kind="care" announce>
          {refused.value}
        </Notice>
      )}
      <div class="buttons">
        <Button busy={busy.value} wide="phone" onClick={() => void handleSend()}>
          {text.send(contact.name)}
        </Button>
        <Button kind="plain" onClick={onBack}>
          {text.back}
        </Button>
      </div>
    </div>
  );
}

/** As they were written, the oldest first. */
function inOrder(hashes: ReadonlyArray<string>, read: Read): ReadonlyArray<string> {
  return hashes.toSorted((one, next) => (read.get(one)?.at ?? 0) - (read.get(next)?.at ?? 0));
}

/** Everything that goes, as its proof shows it. */
function Things({
  room,
  contact,
  chosen,
  read,
}: Pick<SendProps, "room" | "contact" | "chosen"> & { readonly read: Read }) {
  return (
    <section class="stack">
      <h2>{text.readTitle(contact.name)}</h2>
      {inOrder(chosen.value, read).map((hash) => (
        <Thing key={hash} room={room} shown={read.get(hash)} hash={hash} chosen={chosen} />
      ))}
    </section>
  );
}

interface MayProps extends Pick<SendProps, "room" | "contact"> {
  readonly tell: Signal<Telling | "">;
  readonly fault: string | undefined;
}

/** Whether the other may know, and the very words that they then read. */
function May({ room, contact, tell, fault }: MayProps) {
  const isHeld = isPaused(room.relationship);
  return (
    <>
      <RadioGroup
        id="may-know"
        label={text.may}
        value={tell}
        error={tell.value === "" ? fault : undefined}
        options={tellings
          .filter((value) => value === "no" || room.isOpen || (isHeld && value === "when-agreed"))
          .map((value) => ({ value, text: tellText[value](room.name) }))}
      />
      {isHeld && <p class="muted small">{text.paused}</p>}
      {tell.value !== "no" && tell.value !== "" && (
        <div class="stack stack-small">
          <p class="muted">{text.noteTitle(room.name)}</p>
          <Words>{text.note(contact.name)}</Words>
        </div>
      )}
    </>
  );
}

/** Resolves once one's own log tells of a letter: the page that lists it stands whole then. */
function untilNoted(letter: LetterId): Promise<void> {
  return new Promise((resolve) => {
    const watched = vault.watchOwn(({ state }) => {
      if (state.showing.shown.some((one) => one.letter === letter)) end();
    });
    const end = () => {
      resolve();
      void watched.then((unwatch) => typeof unwatch !== "string" && unwatch());
    };
    void watched.then((unwatch) => typeof unwatch === "string" && resolve());
  });
}

/** Seals once for what is chosen now: sent again, it is the same letter. */
function useSending(room: RoomInHand, contact: MetContact, chosen: Signal<ReadonlyArray<string>>) {
  const made = useRef<{ readonly of: string; readonly letter: LetterId; readonly sealed: string } | undefined>(
    undefined,
  );
  return async (letter: ShownLetter): Promise<NotShown | undefined> => {
    const hashes = chosen.value;
    const content = JSON.stringify(letter);
    const of = `${contact.accountId} ${hashes.join()} ${content}`;
    if (made.current?.of !== of) {
      const changed = await isStillMet(room.roomId, contact);
      if (changed) return changed;
      const id = LetterId.parse(newId());
      const items = { room: room.roomId, hashes };
      const sealed = await vault.sealLetter({ letter: id, to: contact.accountId, text: content, items });
      if (typeof sealed === "string") return sealed;
      made.current = { of, letter: id, sealed: sealed.sealed };
    }
    const { letter: id, sealed } = made.current;
    const answer = await disclose(room.roomId, id, contact.accountId, sealed);
    if (answer.kind === "refused") return answer.refused;
    if (answer.kind !== "done") return "offline";
    const { tell, onlyIfNamedAgain, roomId } = letter;
    const noted = { letter: id, roomId, contact: contact.accountId, name: contact.name, items: [...hashes] };
    if (await writeOwn(eventOf(Shown, { ...noted, tell, onlyIfNamedAgain }))) await untilNoted(id);
    if (tell === "now") await room.write(eventOf(NoteWritten, { text: text.note(contact.name) }));
    return undefined;
  };
}

interface ThingProps {
  readonly room: RoomInHand;
  readonly hash: string;
  readonly shown: ProofShown | undefined;
  readonly chosen: Signal<ReadonlyArray<string>>;
}

function Thing({ room, hash, shown, chosen }: ThingProps) {
  const words = shown ? wordsIn(shown.payload) : [];
  const take = (
    <Button
      kind="plain"
      label={text.takeLabel(words.join(" ").slice(0, 60))}
      onClick={() => (chosen.value = chosen.value.filter((each) => each !== hash))}
    >
      {text.take}
    </Button>
  );
  if (!shown)
    return (
      <Notice kind="care" actions={take}>
        {text.tooLong}
      </Notice>
    );
  const isMine = shown.author === room.me;
  return (
    <Entry
      name={authorName(room, shown.author)}
      person={{ id: shown.author, name: isMine ? (me.value?.name ?? "") : room.name }}
      when={formatMoment(shown.at)}
      actions={take}
    >
      {words.map((each) => (
        <Words key={each}>{each}</Words>
      ))}
    </Entry>
  );
}
