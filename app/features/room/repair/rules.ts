/** Putting things right between the two: a mistake owned, a concern raised early, a confidence that was broken (P16, P82). Nothing of it is logged anywhere else. */
import type { AccountId, LogId, SessionId } from "../../../values/id.ts";
import { type Answerable, changeNamed, type Reference } from "../state/reference/rules.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** "I got this wrong": what, the effect on the other, what I do now. */
export interface Owned {
  readonly what: string;
  readonly effect: string;
  readonly now: string;
}
/** A mistake is owned. */
export type MistakeOwned = Opened<"repair.owned", Owned & { readonly sessionId?: SessionId | undefined }>;
/** "Something is bothering me." */
export type ConcernRaised = Opened<
  "repair.raised",
  { readonly text: string; readonly sessionId?: SessionId | undefined }
>;

/** A confidence was broken: what got out and to whom, the apology, what would help. */
export interface Broken {
  readonly facts: string;
  readonly sorry: string;
  readonly help: string;
}
/** Someone says that a confidence was broken; `mine` where it was by the writer, so that the story is the other's. */
export type ConfidenceBroken = Opened<"repair.broken", Broken & { readonly mine: boolean }>;
/** Whether the two go on, as the owner of the story decides. */
export const goings = ["go-on", "pause", "end"] as const;
/** Go on, pause, or end. */
export type Going = (typeof goings)[number];
/** The owner of the story decided. No reason is asked for. */
export type GoingDecided = Opened<"repair.decided", { readonly to: Reference; readonly going: Going }>;

/** A confidence that was broken, as far as going on goes. */
export interface Breach extends Answerable {
  readonly mine: boolean;
  readonly going: Going | undefined;
}

/** What screens need of it. Sealed: the two. */
export interface RepairState {
  readonly broken: ReadonlyArray<Breach>;
}

/** Folds repair: only the owner of the story decides about going on. */
export const repair: Slice<RepairState, MistakeOwned | ConcernRaised | ConfidenceBroken | GoingDecided> = {
  name: "repair",
  initial: { broken: [] },
  reduce(state, opened) {
    const { id, hash, author } = opened;
    if (opened.type === "repair.broken")
      return { broken: [...state.broken, { id, hash, by: author, mine: opened.payload.mine, going: undefined }] };
    if (opened.type !== "repair.decided") return state;
    const { to, going } = opened.payload;
    return {
      broken: changeNamed(state.broken, to, author, (one) => (isStoryOf(one, author) ? { ...one, going } : one)),
    };
  },
};

/** True for the person whose story it was: the writer, or the other where the writer broke the confidence. */
export function isStoryOf({ by, mine }: Breach, who: AccountId): boolean {
  return mine ? by !== who : by === who;
}

/** Why a mistake cannot be owned yet. */
export type OwnedRefusal = "not-whole";

/** Decides whether a mistake may be owned: all three, a few words each. */
export function refuseOwned({ what, effect, now }: Owned): OwnedRefusal | undefined {
  return [what, effect, now].some((each) => each.trim() === "") ? "not-whole" : undefined;
}

/** A concern as its writer keeps it for later; an empty text takes it away. In one's own log, and in no room. */
export type ConcernKept = Opened<"repair.kept", { readonly roomId: LogId; readonly text: string }>;

/** Concerns kept for later, one a room. Sealed: their owner alone. */
export interface OwnRepairState {
  readonly kept: Readonly<Record<LogId, string>>;
}

/** Folds concerns that somebody keeps for themselves. */
export const ownRepair: Slice<OwnRepairState, ConcernKept> = {
  name: "repair",
  initial: { kept: {} },
  reduce: ({ kept }, { payload: { roomId, text } }) => ({ kept: { ...kept, [roomId]: text } }),
};
