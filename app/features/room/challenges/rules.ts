/** A note that its writer marked as a challenge; the other may answer with a short story of their own (P94). */
import type { AccountId, ItemId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** A note is marked as a challenge, or no longer. */
export type ChallengeMarked = Opened<"challenges.marked", { readonly note: ItemId; readonly challenge: boolean }>;

/** A mark, and whose it is: it counts for notes of the same person alone. */
export interface Challenge {
  readonly note: ItemId;
  readonly by: AccountId;
}

/** The marks. Sealed: the two. */
export interface ChallengesState {
  readonly all: ReadonlyArray<Challenge>;
}

/** Folds the marks. */
export const challenges: Slice<ChallengesState, ChallengeMarked> = {
  name: "challenges",
  initial: { all: [] },
  reduce({ all }, { author, payload: { note, challenge } }) {
    const others = all.filter((one) => one.note !== note || one.by !== author);
    return { all: challenge ? [...others, { note, by: author }] : others };
  },
};

/** True where the writer of a note marked it as a challenge. Nobody else's mark counts. */
export function isChallenge({ all }: ChallengesState, note: ItemId, writer: AccountId): boolean {
  return all.some((one) => one.note === note && one.by === writer);
}

/** True where a note offers the echo story to its reader: a mentor, for a challenge of the mentee (story.echo). */
export function offersEcho(role: "mentor" | "mentee", isMine: boolean): boolean {
  return role === "mentor" && !isMine;
}
