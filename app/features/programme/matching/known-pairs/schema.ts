/** Pairs of before, as a file of the programme names them: who waits to be asked, for managers. */
import * as z from "zod/mini";
import { ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { operation } from "../../../../values/operation.ts";

const someone = z.object({ participantId: ParticipantId, name: z.string() });

/** Two people who were a pair before and have not been asked yet. */
export const KnownPair = z.object({
  mentee: someone,
  mentor: someone,
  /** Who of them has not joined, or cannot take part just now; what keeps both from being asked; or that they are asked soon. */
  waitsFor: z.enum([
    "mentee",
    "mentor",
    "both",
    "line",
    "deciding",
    "not-available",
    "other-suggestion",
    "contact",
    "nobody",
  ]),
});
/** Two people who were a pair before and have not been asked yet. */
export type KnownPair = z.infer<typeof KnownPair>;

/** Everyone whom a file named as a pair of before and who has not been asked yet. */
export const ListKnownPairs = operation({
  id: "listKnownPairs",
  method: "GET",
  path: "/programmes/:programmeId/known-pairs",
  summary: "The pairs of before that have not been asked yet",
  params: z.strictObject({ programmeId: ProgrammeId }),
  answer: z.object({ pairs: z.array(KnownPair) }),
});

/** Takes a pair of before back, by its mentee: both can be matched again. Taking back what is not there changes nothing. */
export const DropKnownPair = operation({
  id: "dropKnownPair",
  method: "DELETE",
  path: "/programmes/:programmeId/known-pairs/:participantId",
  summary: "Take a pair of before back",
  params: z.strictObject({ programmeId: ProgrammeId, participantId: ParticipantId }),
});

/** The kind of job that asks the pairs of before whose both people take part. */
export const askKnownPairsKind = "ask-known-pairs";
/** What such a job carries. */
export const AskKnownPairs = z.strictObject({ programmeId: ProgrammeId });

/**
 * The job that asks whoever can be asked in a programme; laid down whenever somebody begins to take part, or a file names pairs. `because`
 * is the id of what happened.
 */
export function askKnownPairs(programmeId: ProgrammeId, because: string, now: Instant) {
  const payload: z.input<typeof AskKnownPairs> = { programmeId };
  const effectKey = `${askKnownPairsKind}:${programmeId}:${because}:${now}`;
  return { kind: askKnownPairsKind, effectKey, payload, runAt: now };
}
