/** The few dates that leave a room, posted by the members' own devices: next session, days met, rhythm, agreed yes/no. See "What Oakroom can see". */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { AccountId, RelationshipId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { TimeZone } from "../../../values/zoned.ts";

const params = z.strictObject({ relationshipId: RelationshipId });

/**
 * What the server must know of a pair's rhythm. Each client posts what its own fold of the sealed room says, and repairs a mismatch.
 * Open: the pair and the server; no manager, but for `firstMeetingHeld`, which follows from the first day met.
 */
export const Cadence = z.object({
  rhythmDays: z.nullable(z.int().check(z.gte(1), z.lte(366))),
  agreementAgreed: z.boolean(),
  nextSession: z.nullable(
    z.object({ startsAt: Instant, lengthMinutes: z.int().check(z.gte(5), z.lte(600)), timeZone: TimeZone }),
  ),
  heldOn: z.array(Day).check(z.maxLength(2000)),
});
/** What the server must know of a pair's rhythm. */
export type Cadence = z.infer<typeof Cadence>;

/** Reads what the server holds, so that a client can compare it with its sealed room. */
export const ReadCadence = operation({
  id: "readCadence",
  method: "GET",
  path: "/relationships/:relationshipId/cadence",
  summary: "The open dates of a pair",
  params,
  answer: Cadence,
});

/** Writes it as a whole; reminders (24 hours and 10 minutes before) follow from it. */
export const PutCadence = operation({
  id: "putCadence",
  method: "PUT",
  path: "/relationships/:relationshipId/cadence",
  summary: "Set the open dates of a pair",
  params,
  body: z.strictObject({
    rhythmDays: z.nullable(z.int().check(z.gte(1), z.lte(366))),
    agreementAgreed: z.boolean(),
    nextSession: z.nullable(
      z.strictObject({ startsAt: Instant, lengthMinutes: z.int().check(z.gte(5), z.lte(600)), timeZone: TimeZone }),
    ),
    heldOn: z.array(Day).check(z.maxLength(2000)),
  }),
  refusals: ["ended"],
});

/** The kind of job that helps one of a new pair to a first date; `programme/matching` lays two down for each when a pair comes about. */
export const firstDateKind = "first-date-nudge";
/** What such a job carries. */
export const FirstDateNudge = z.strictObject({ relationshipId: RelationshipId, to: AccountId });
/** What such a job carries. */
export type FirstDateNudge = z.infer<typeof FirstDateNudge>;
