/** Leila and Ingrid with a room that both can write into at any time of the past. */
import { MovedClock } from "../../demo/moved-clock.ts";
import { Pair } from "../../demo/pair.ts";
import { answerFirst, makeDraft, sendDraft } from "../../demo/programme.ts";
import { begin, type Begun, bringIn } from "../kit/fixtures.ts";

/** A room, its two people's vaults, and the clock by which they write. */
export interface TwoAndAClock extends Begun {
  readonly pair: Pair;
  readonly clock: MovedClock;
}

/** Brings the two together; both have keys and the room is ready. */
export async function twoAndAClock(): Promise<TwoAndAClock> {
  const clock = new MovedClock();
  const started = await begin();
  const begun = { ...started, setting: { ...started.setting, now: clock.now } };
  const people = await bringIn(begun);
  await sendDraft(begun.managed, await makeDraft(begun.managed));
  await answerFirst(people.leila.visitor, "yes");
  const relationship = await answerFirst(people.ingrid.visitor, "yes");
  if (!relationship) throw new Error("no pair came about");
  const pair = new Pair(relationship, people.leila, people.ingrid);
  await pair.ready();
  return { ...begun, pair, clock };
}
