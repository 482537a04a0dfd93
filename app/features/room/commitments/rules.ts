/** What the two said they would do. No count, no rate, no ranking of anybody exists here, and none may (P03). */
import type { Day } from "../../../values/day.ts";
import type { AccountId, ItemId, SessionId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest commitment, in signs: one sentence. */
export const longestCommitment = 500;

/** Open until it is done or dropped. A moved one stays open, with its new date. */
export type CommitmentStanding = "open" | "done" | "dropped";

/** One commitment. Sealed: the two. */
export interface Commitment {
  /** The event that made it. */
  readonly id: ItemId;
  /** Whose it is. */
  readonly owner: AccountId;
  readonly text: string;
  /** By when, where a date was named. */
  readonly due: Day | undefined;
  readonly standing: CommitmentStanding;
  /** The session at whose Close it was made. */
  readonly sessionId: SessionId | undefined;
  /** The goal whose next step it is. */
  readonly goal: ItemId | undefined;
}

/** Someone wrote down what one of the two will do. */
export type CommitmentMade = Opened<
  "commitments.made",
  {
    readonly owner: AccountId;
    readonly text: string;
    readonly due?: Day | undefined;
    readonly sessionId?: SessionId | undefined;
    readonly goal?: ItemId | undefined;
  }
>;
/** It is done. */
export type CommitmentDone = Opened<"commitments.done", { readonly commitment: ItemId }>;
/** It gets another date. No reason is asked for. */
export type CommitmentMoved = Opened<"commitments.moved", { readonly commitment: ItemId; readonly due: Day }>;
/** It is dropped. No reason is asked for. */
export type CommitmentDropped = Opened<"commitments.dropped", { readonly commitment: ItemId }>;
/** It is open again: undo for done and dropped. */
export type CommitmentReopened = Opened<"commitments.reopened", { readonly commitment: ItemId }>;

/** All commitments in the order in which they were made. */
export interface CommitmentsState {
  readonly all: ReadonlyArray<Commitment>;
}

/** Folds commitments. Either may write one down for the two, since one person may lead from one device; what becomes of it is its owner's alone. */
export const commitments: Slice<
  CommitmentsState,
  CommitmentMade | CommitmentDone | CommitmentMoved | CommitmentDropped | CommitmentReopened
> = {
  name: "commitments",
  initial: { all: [] },
  reduce(state, opened) {
    switch (opened.type) {
      case "commitments.made": {
        const { owner, text, due, sessionId, goal } = opened.payload;
        return { all: [...state.all, { id: opened.id, owner, text, due, standing: "open", sessionId, goal }] };
      }
      case "commitments.done":
        return change(state, opened, { standing: "done" });
      case "commitments.dropped":
        return change(state, opened, { standing: "dropped" });
      case "commitments.reopened":
        return change(state, opened, { standing: "open" });
      case "commitments.moved":
        return change(state, opened, { standing: "open", due: opened.payload.due });
      default:
        return state;
    }
  },
};

type Changed = CommitmentDone | CommitmentMoved | CommitmentDropped | CommitmentReopened;

function change(state: CommitmentsState, { author, payload }: Changed, changed: Partial<Commitment>): CommitmentsState {
  const isMeant = ({ id, owner }: Commitment) => id === payload.commitment && owner === author;
  return { all: state.all.map((commitment) => (isMeant(commitment) ? { ...commitment, ...changed } : commitment)) };
}

/** The open commitments, those with the nearest date first, those without one last. */
export function openCommitments(state: CommitmentsState): ReadonlyArray<Commitment> {
  return state.all
    .filter(({ standing }) => standing === "open")
    .toSorted((a, b) => ((a.due ?? "9999") < (b.due ?? "9999") ? -1 : (a.due ?? "9999") > (b.due ?? "9999") ? 1 : 0));
}

/** The next step of a goal: its open commitment with the nearest date. */
export function nextStepOf(state: CommitmentsState, goal: ItemId): Commitment | undefined {
  return openCommitments(state).find((one) => one.goal === goal);
}

/** True where the date named has gone by; the screen then asks "keep it, move it, or drop it?" of its owner alone. */
export function isPastItsDate(commitment: Commitment, today: Day): boolean {
  return commitment.standing === "open" && commitment.due !== undefined && commitment.due < today;
}

/** Why a commitment cannot be made. */
export type CommitmentRefusal = "nothing-written" | "date-gone-by" | "not-one-of-you";

/** Decides whether a commitment may be made; `undefined` means that it may. */
export function refuseCommitment(
  made: CommitmentMade["payload"],
  members: ReadonlyArray<AccountId>,
  today: Day,
): CommitmentRefusal | undefined {
  if (made.text.trim() === "") return "nothing-written";
  if (!members.includes(made.owner)) return "not-one-of-you";
  if (made.due !== undefined && made.due < today) return "date-gone-by";
  return undefined;
}
