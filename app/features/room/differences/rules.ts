/** "We see this differently": both views side by side, and a decision that is its owner's alone (P19). */
import type { AccountId, SessionId } from "../../../values/id.ts";
import { type Answerable, changeNamed, type Reference } from "../state/reference/rules.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** Someone says that the two see something differently, and how they see it. */
export type DifferenceSaid = Opened<
  "differences.said",
  { readonly about: string; readonly text: string; readonly sessionId?: SessionId | undefined }
>;
/** How its writer sees it, from now on. */
export type DifferenceViewed = Opened<"differences.viewed", { readonly to: Reference; readonly text: string }>;
/** What its writer decided, from now on; an empty text takes it back. */
export type DifferenceDecided = Opened<"differences.decided", { readonly to: Reference; readonly text: string }>;

/** One difference. Sealed: the two. */
export interface Difference extends Answerable {
  /** By person: nobody writes in the other's place. */
  readonly views: Readonly<Record<AccountId, string>>;
  readonly decisions: Readonly<Record<AccountId, string>>;
}

/** All differences, oldest first. */
export interface DifferencesState {
  readonly all: ReadonlyArray<Difference>;
}

/** Folds differences. */
export const differences: Slice<DifferencesState, DifferenceSaid | DifferenceViewed | DifferenceDecided> = {
  name: "differences",
  initial: { all: [] },
  reduce({ all }, opened) {
    const { author, payload } = opened;
    if (opened.type === "differences.said")
      return {
        all: [
          ...all,
          { id: opened.id, hash: opened.hash, by: author, views: { [author]: payload.text }, decisions: {} },
        ],
      };
    const field = opened.type === "differences.viewed" ? "views" : "decisions";
    return {
      all: changeNamed(all, opened.payload.to, author, (one) => ({
        ...one,
        [field]: { ...one[field], [author]: payload.text },
      })),
    };
  },
};

/** The decision, which is the mentee's: whatever anyone else wrote there is none. */
export function decisionOf({ decisions }: Difference, mentee: AccountId): string {
  return decisions[mentee] ?? "";
}
