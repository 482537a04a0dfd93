/** The end of a programme, as its managers set it and take it back. */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { takenBackUntil } from "./rules.ts";

const params = z.strictObject({ programmeId: ProgrammeId });

/** Ends a programme, now or after a last day. A planned end may be moved by asking again. */
export const FinishProgramme = operation({
  id: "finishProgramme",
  method: "PUT",
  path: "/programmes/:programmeId/finish",
  summary: "End a programme, now or after a last day; rooms go on",
  params,
  /** The last day; null for now. */
  body: z.strictObject({ lastDay: z.nullable(Day) }),
  answer: z.object({ finishesAt: Instant }),
  refusals: ["draft", "finished", "not-ahead"],
});

/** Takes an end back: a planned one, or one of the last day. Where there is none, nothing changes. */
export const TakeFinishBack = operation({
  id: "takeFinishBack",
  method: "DELETE",
  path: "/programmes/:programmeId/finish",
  summary: "Take the end of a programme back, until the next day",
  params,
  refusals: ["too-late"],
});

/** The kind of job that does what follows once an end cannot be taken back. */
export const finishedKind = "programme-finished";
/** What it needs. Where the programme ends at another moment, or not, it does nothing. */
export const Finished = z.strictObject({ programmeId: ProgrammeId, finishesAt: Instant });

/** Lays it down. */
export function finished(about: z.infer<typeof Finished>) {
  const { programmeId, finishesAt } = about;
  const effectKey = `${finishedKind}:${programmeId}:${finishesAt}`;
  return { kind: finishedKind, effectKey, payload: about, runAt: takenBackUntil(finishesAt) };
}
