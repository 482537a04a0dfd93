/** How long a pair has not met, as far as it leaves the room: "we're fine" of each, and whether the programme may see "may like a word". */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { ProgrammeId, RelationshipId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";

const params = z.strictObject({ relationshipId: RelationshipId });

/** What the two may know of their gap. */
export const Gap = z.object({
  /** True where I am asked how it goes: the gap passed twice the rhythm, and I have not tapped "we're fine". */
  asksMe: z.boolean(),
  /** Until when each said that all is fine. */
  fineUntil: z.object({ mine: z.nullable(Day), theirs: z.nullable(Day) }),
  /** The programme's last day, where it has one. */
  endsOn: z.nullable(Day),
  /** What the programme's managers see. */
  mayLikeAWord: z.boolean(),
});
/** What the two may know of their gap. */
export type Gap = z.infer<typeof Gap>;

/** Reads it; either of the two. */
export const ReadGap = operation({
  id: "readGap",
  method: "GET",
  path: "/relationships/:relationshipId/gap",
  summary: "Whether a pair is asked how it goes, and who said that all is fine",
  params,
  answer: Gap,
});

/** "We're fine", or not any more. One tap quiets one's own nudges for two rhythms; both together quiet the programme's too. */
export const SayFine = operation({
  id: "sayFine",
  method: "PUT",
  path: "/relationships/:relationshipId/fine",
  summary: "Say that all is fine without a meeting, or take it back",
  params,
  body: z.strictObject({ fine: z.boolean() }),
  refusals: ["ended"],
});

/** The kind of job that works out what follows from a pair's dates; whoever changes them lays one down. */
export const datesChangedKind = "dates-changed";
/** What such a job carries: a gap that passed before is asked about tomorrow, or no second time. */
export const DatesChanged = z.strictObject({ relationshipId: RelationshipId, whenGone: z.enum(["tomorrow", "not"]) });
/** What such a job carries. */
export type DatesChanged = z.infer<typeof DatesChanged>;

/** The job that lays down anew what follows from a pair's dates. */
export function datesChanged(relationshipId: RelationshipId, now: Instant, whenGone: DatesChanged["whenGone"] = "not") {
  const payload: DatesChanged = { relationshipId, whenGone };
  return { kind: datesChangedKind, effectKey: `${datesChangedKind}:${relationshipId}:${now}`, payload, runAt: now };
}

/** The kind of job that does so for all pairs of a programme whose last day is another now. */
export const lastDayChangedKind = "last-day-changed";
/** What such a job carries. */
export const LastDayChanged = z.strictObject({ programmeId: ProgrammeId });

/** The job that lays down anew the mails about an ending. */
export function lastDayChanged(programmeId: ProgrammeId, now: Instant) {
  const payload: z.infer<typeof LastDayChanged> = { programmeId };
  return { kind: lastDayChangedKind, effectKey: `${lastDayChangedKind}:${programmeId}:${now}`, payload, runAt: now };
}
