import { vault } from "../../../vault/browser/client.ts";
import { dayOf, formatCount, formatDay, formatMoment } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { listDisclosures } from "../../programme/disclosures/api.ts";
import type { SentDisclosure } from "../../programme/disclosures/schema.ts";
import { type RoomInHand, useOwn, writeOwn } from "../frame/hand.tsx";
import { NoteWritten } from "../notes/schema.ts";
import { eventOf } from "../state/schema.ts";
import { useNews, useReading } from "./reading.tsx";
import { shownFrom, type ShownOnce } from "./rules.ts";
import { AnswerLetter, readLetterText, Told } from "./schema.ts";
import { earlierText as text, showText } from "./text.ts";

/** An answer, opened; `letter` is missing where it does not open, or is not the contact's. */
interface AnswerRead {
  readonly id: string;
  readonly at: number;
  readonly letter: AnswerLetter | undefined;
}

/** What became of one letter. */
interface Fate {
  readonly isTaken: boolean;
  readonly answers: ReadonlyArray<AnswerRead>;
}

async function fateOf({ contactId, bundles, takenUpAt, answers }: SentDisclosure): Promise<Fate> {
  // Other keys than those that are known are not taken here; what was signed with the known ones still opens.
  if (answers.length > 0) await vault.meetPerson(contactId, bundles);
  const read = answers.map(async ({ answerId, sealed, sentAt }): Promise<AnswerRead> => {
    const opened = await vault.openLetter({ letter: answerId, from: contactId, sealed });
    const isTheirs = typeof opened === "object" && opened.result === "authentic";
    return { id: answerId, at: sentAt, letter: isTheirs ? readLetterText(AnswerLetter, opened.text) : undefined };
  });
  return { isTaken: takenUpAt !== null, answers: await Promise.all(read) };
}

/** What became of everything that I showed, by letter. */
function useFates(): ReadonlyMap<string, Fate> {
  const { value, again } = useReading("fates", async (signal) => {
    const answer = await listDisclosures(signal);
    if (answer.kind !== "done") return undefined;
    return new Map(
      await Promise.all(answer.value.sent.map(async (one) => [one.disclosureId, await fateOf(one)] as const)),
    );
  });
  useNews(again);
  return value ?? new Map<string, Fate>();
}

/** What I showed from this room: taken up or not, and what the contact answers. Out of my own log alone. */
export function Earlier({ room }: { readonly room: RoomInHand }) {
  const fates = useFates();
  const own = useOwn();
  const all = own ? shownFrom(own.state.showing, room.roomId) : [];
  if (all.length === 0) return null;
  return (
    <section class="stack">
      <h2>{text.title}</h2>
      {all.map((one) => (
        <Once key={one.letter} room={room} one={one} fate={fates.get(one.letter)} />
      ))}
    </section>
  );
}

interface OnceProps {
  readonly room: RoomInHand;
  readonly one: ShownOnce;
  readonly fate: Fate | undefined;
}

function Once({ room, one, fate }: OnceProps) {
  const { name, at, items, tell, isTold, letter } = one;
  const mayTell = fate?.answers.some((answer) => answer.letter?.mayTell) ?? false;

  async function handleTell() {
    if (await room.write(eventOf(NoteWritten, { text: showText.note(name) })))
      await writeOwn(eventOf(Told, { letter }));
  }

  return (
    // Several may go to one contact: no landmark has the name of another.
    <Card>
      <div class="stack">
        <h3>{text.to(name)}</h3>
        <p class="muted">
          {formatDay(dayOf(at))}, {formatCount(items.length, text.items)}, {fate?.isTaken ? text.taken : text.waits}.{" "}
          {isTold ? text.told(room.name) : text.notTold(room.name)}
        </p>
        {fate?.answers.map((answer) => (
          <Answer key={answer.id} name={name} answer={answer} />
        ))}
        {tell === "when-agreed" && mayTell && !isTold && room.view.condition.is !== "closed" && (
          <div>
            <Button kind="quiet" onClick={() => void handleTell()}>
              {text.tell(room.name)}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function Answer({ name, answer: { at, letter } }: { readonly name: string; readonly answer: AnswerRead }) {
  if (!letter) return <Notice kind="care">{text.shut}</Notice>;
  return (
    <div class="stack stack-small">
      <p class="small muted">
        {text.answer(name)}, {formatMoment(at)}
      </p>
      <Words>{letter.text}</Words>
      {letter.mayTell && <p>{text.agrees(name)}</p>}
    </div>
  );
}
