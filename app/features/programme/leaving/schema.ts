/** Where somebody has left: until when their rooms wait there, and the work that follows. Leaving itself is a change of place (people, profile). */
import * as z from "zod/mini";
import { AccountId, ParticipantId, ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { toldAt } from "./rules.ts";

/** The programmes that the caller has left and in which rooms of theirs still wait. */
export const ListLeavings = operation({
  id: "listLeavings",
  method: "GET",
  path: "/leavings",
  summary: "The programmes that the caller has left, as long as their rooms wait",
  answer: z.object({
    leavings: z.array(z.object({ programmeId: ProgrammeId, programmeName: z.string(), until: Instant })),
    /** Whether the caller can sign in with an address of their own. */
    hasPrivateAddress: z.boolean(),
  }),
});

/** A mail about a leaving: to whoever left, to the other of a pair, to both before the end, to both once it was taken back; to whoever had left, where no room opens by it. */
export const leavingMailKind = "leaving-mail";
/** What it needs. */
export const LeavingLetter = z.strictObject({
  what: z.enum(["left", "other-left", "soon", "back", "place-back"]),
  programmeId: ProgrammeId,
  to: AccountId,
  other: z.nullable(AccountId),
  until: Instant,
});
type LeavingLetter = z.input<typeof LeavingLetter>;

/** Lays a mail down. */
export function leavingMail(letter: LeavingLetter, now: Instant) {
  const { what, programmeId, to, other } = letter;
  const effectKey = `${leavingMailKind}:${what}:${programmeId}:${to}:${other ?? ""}:${now}`;
  return { kind: leavingMailKind, effectKey, payload: letter, runAt: now };
}

/** The jobs of the days of somebody who left: a week before the last one, and on it. */
export const leavingDayKinds = { soon: "leaving-soon", over: "leaving-over" } as const;
/** What they need. Where the note of the leaving says another day, they do nothing. */
export const LeavingDays = z.strictObject({ programmeId: ProgrammeId, participantId: ParticipantId, until: Instant });

/** Lays both down. */
export function leavingDays(days: z.infer<typeof LeavingDays>) {
  const { soon, over } = leavingDayKinds;
  const jobOf = (kind: string, runAt: Instant) => ({
    kind,
    effectKey: `${kind}:${days.programmeId}:${days.participantId}:${days.until}`,
    payload: days,
    runAt,
  });
  return [jobOf(soon, toldAt(days.until)), jobOf(over, days.until)];
}
