/** Leaving and coming back, in the transaction of whoever decides. What follows comes back as jobs, for the caller to lay down. */
import type { Writer } from "../../../../server/database/database.ts";
import type { AccountId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { closeOpenOf } from "../../matching/proposals/early/store.ts";
import { changePlace } from "../../people/person/store.ts";
import { endPair } from "../../relationships/ending/store.ts";
import type { SaidBy } from "../rules.ts";
import { leavingDays, leavingMail } from "../schema.ts";
import {
  dropLeaving,
  findLeaving,
  findLeavingRow,
  findPlace,
  keepLeaving,
  type LeftPair,
  letRest,
  livingPairsOf,
  type Place,
  putBack,
  wake,
} from "../store.ts";

/** Work that follows, as the jobs table takes it. */
export type Follows = ReturnType<typeof leavingMail> | ReturnType<typeof leavingDays>[number];

/** Whose screens look again, and the work that follows. */
export interface Moved {
  readonly pairs: ReadonlyArray<LeftPair>;
  readonly suggested: ReadonlyArray<AccountId>;
  readonly jobs: ReadonlyArray<Follows>;
}

/** Somebody leaves: no suggestion waits for them, and their rooms in this programme rest for the programme's days. */
export async function leave(
  writer: Writer,
  place: Place & Parameters<typeof closeOpenOf>[1],
  now: Instant,
  saidBy: SaidBy,
): Promise<"not-now" | "as-it-was" | Moved> {
  const before = await findPlace(writer, place);
  const changed = await changePlace(writer, place, now, "leave");
  if (changed !== "changed" || !before) return changed === "not-now" ? changed : "as-it-was";
  const suggested = await closeOpenOf(writer, place, now);
  const { programmeId, participantId } = place;
  const { accountId, state } = before;
  // Whoever has not joined has no room, and nothing waits for them.
  if (accountId === null) return { pairs: [], suggested, jobs: [] };
  const pairs = await livingPairsOf(writer, place);
  const until = await keepLeaving(writer, place, { before: state, saidBy }, now);
  if (until === undefined) return { pairs, suggested, jobs: [] };
  await letRest(writer, pairs, now);
  const mail = { programmeId, until };
  const jobs = [
    leavingMail({ ...mail, what: "left", to: accountId, other: null }, now),
    ...pairs.map(({ leaver, other }) => leavingMail({ ...mail, what: "other-left", to: other, other: leaver }, now)),
    ...leavingDays({ programmeId, participantId, until }),
  ];
  return { pairs, suggested, jobs };
}

/** Takes back that somebody left; "not-now" where they have not, or their rooms have ended. */
export async function takeLeftBack(writer: Writer, place: Place, now: Instant): Promise<"not-now" | Moved> {
  const left = await findLeavingRow(writer, place);
  if (!left) return "not-now";
  // Of many at once one puts them back, where they stood: mentors with their places, mentees looking as before.
  if (!(await putBack(writer, place, left.state_before, now))) return "not-now";
  const moved = await comeBack(writer, place, now);
  const { accountId } = (await findPlace(writer, place)) ?? {};
  if (!accountId) return moved;
  // Whoever's room is open again hears both in one mail.
  if (moved.jobs.some(({ payload }) => "to" in payload && payload.to === accountId)) return moved;
  const { programmeId } = place;
  const told = leavingMail({ what: "place-back", programmeId, until: left.until, to: accountId, other: null }, now);
  return { ...moved, jobs: [...moved.jobs, told] };
}

/** Somebody who had left takes part again: their rooms take everything again. Nothing where they had not. */
export async function comeBack(writer: Writer, place: Place, now: Instant): Promise<Moved> {
  const left = await dropLeaving(writer, place);
  if (!left) return { pairs: [], suggested: [], jobs: [] };
  const pairs = await livingPairsOf(writer, place);
  const awake = await wake(writer, place.programmeId, pairs);
  return {
    pairs,
    suggested: [],
    jobs: toBoth(awake, "back", { programmeId: place.programmeId, until: left.until }, now),
  };
}

/** A mail to each of the two of these pairs. */
export function toBoth(
  pairs: ReadonlyArray<LeftPair>,
  what: "soon" | "back",
  about: Pick<Parameters<typeof leavingMail>[0], "programmeId" | "until">,
  now: Instant,
): ReadonlyArray<Follows> {
  return pairs.flatMap(({ leaver, other }) => [
    leavingMail({ ...about, what, to: leaver, other }, now),
    leavingMail({ ...about, what, to: other, other: leaver }, now),
  ]);
}

/** Ends the rooms of somebody whose days are over. Where the other has left too, the room waits for the end of their days. */
export async function endLeft(
  writer: Writer,
  place: Place,
  now: Instant,
  keptDays: number | undefined,
): Promise<{
  readonly pairs: ReadonlyArray<LeftPair>;
  readonly jobs: ReadonlyArray<NonNullable<Awaited<ReturnType<typeof endPair>>>>;
}> {
  const pairs: LeftPair[] = [];
  const jobs = [];
  const living = await livingPairsOf(writer, place);
  await dropLeaving(writer, place);
  for (const pair of living) {
    const other = { programmeId: place.programmeId, participantId: pair.otherPlace };
    // Small statements of one transaction, in order.
    // oxlint-disable-next-line no-await-in-loop
    if ((await findLeaving(writer, other)) !== undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- see above
    const look = await endPair(writer, pair, now, keptDays);
    if (look) {
      pairs.push(pair);
      jobs.push(look);
    }
  }
  return { pairs, jobs };
}
