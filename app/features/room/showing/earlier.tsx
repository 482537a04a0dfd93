import { useEffect, useRef } from "preact/hooks";
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
import { type AnswerRead, type Fate, fateOf } from "./fate.tsx";
import { useNews, useReading } from "./reading.tsx";
import { isPaused } from "../frame/rules.ts";
import { shownFrom, type ShowingState, type ShownOnce } from "./rules.ts";
import { AnswersRead, Told } from "./schema.ts";
import { earlierText as text, showText } from "./text.ts";

/** What became of what I showed, by letter. Where nobody can say so, what was known stays; at first that is nothing. */
function useFates(all: ReadonlyArray<ShownOnce> | undefined): ReadonlyMap<string, Fate> | undefined {
  const last = useRef<ReadonlyMap<string, Fate>>(new Map());
  const { value, again } = useReading(`fates ${all?.length}`, async (signal) => {
    // One's own log says what there is to ask for.
    if (!all) return undefined;
    const answer = await listDisclosures(signal);
    if (answer.kind !== "done") return last.current;
    const sent = new Map<string, SentDisclosure>(answer.value.sent.map((one) => [one.disclosureId, one]));
    const fates = all.map(async (one) => {
      const known = sent.get(one.letter);
      return known ? [[one.letter, await fateOf(vault, one, known)] as const] : [];
    });
    last.current = new Map<string, Fate>((await Promise.all(fates)).flat());
    return last.current;
  });
  useNews(again);
  return value;
}

/** Notes which answers stand on the screen now, so that Home says no longer that something waits. */
function useReadMarks(state: ShowingState | undefined, fates: ReadonlyMap<string, Fate> | undefined): void {
  const noted = useRef(new Set<string>());
  useEffect(() => {
    if (!state || !fates) return;
    const shown = [...fates.values()].flatMap(({ answers }) => answers.map(({ id }) => id));
    const unread = shown.filter((id) => !state.read.includes(id) && !noted.current.has(id));
    if (unread.length === 0) return;
    for (const id of unread) noted.current.add(id);
    void writeOwn(eventOf(AnswersRead, { answers: unread }));
  }, [state, fates]);
}

/** What I showed from a room before, with what became of it. */
export interface ShownBefore {
  readonly all: ReadonlyArray<ShownOnce>;
  readonly fates: ReadonlyMap<string, Fate>;
}

/** What I showed from this room, out of my own log alone; `undefined` until it is known what became of it, so that nothing grows later. */
export function useShownBefore(room: RoomInHand): ShownBefore | undefined {
  const own = useOwn();
  const all = own ? shownFrom(own.state.showing, room.roomId) : [];
  const fates = useFates(own && all);
  useReadMarks(own?.state.showing, fates);
  return own && fates && { all, fates };
}

/** What I showed from this room: taken up or not, and what the contact answers. */
export function Earlier({ room, before: { all, fates } }: { readonly room: RoomInHand; readonly before: ShownBefore }) {
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

  const isToTell = tell === "when-agreed" && mayTell && !isTold;

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
        {isToTell && isPaused(room.relationship) && <p class="muted small">{showText.paused}</p>}
        {isToTell && room.isOpen && (
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
