/**
 * A look at how the two work together (P29, P51): after the third session and then every eight weeks, part by part of the
 * agreement; and the room check for one's own eyes (P48). Nothing is added up, and nothing waits for a review.
 */
import { addDays, type Day, daysBetween } from "../../../values/day.ts";
import type { AccountId, LogId } from "../../../values/id.ts";
import type { PartId } from "../agreement/rules.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** What can be said of a part. */
export const marks = ["keep", "change", "drop"] as const;
/** What can be said of a part. */
export type Mark = (typeof marks)[number];
/** Parts that were left out are left as they are. */
export type Marks = { readonly [P in PartId]?: Mark | undefined };

/** Somebody went through the parts. */
export type ReviewHeld = Opened<"reviews.held", { readonly on: Day; readonly marks: Marks }>;
/** A room check that its writer chose to share. */
export type CheckShared = Opened<"reviews.shared", { readonly answers: ReadonlyArray<number> }>;

/** The newest review of each. Sealed: the two. */
export interface ReviewsState {
  readonly last: Day | undefined;
  readonly marks: Readonly<Record<AccountId, Marks>>;
}

/** Folds reviews. */
export const reviews: Slice<ReviewsState, ReviewHeld | CheckShared> = {
  name: "reviews",
  initial: { last: undefined, marks: {} },
  reduce(state, { type, author, payload }) {
    if (type === "reviews.shared" || !("marks" in payload)) return state;
    const last = state.last === undefined || payload.on > state.last ? payload.on : state.last;
    return { last, marks: { ...state.marks, [author]: payload.marks } };
  },
};

const afterSessions = 3;
const everyDays = 56;

/** True where a review is offered: three sessions were held, and none was made for eight weeks. */
export function needsReview({ last }: ReviewsState, held: ReadonlyArray<Day>, today: Day): boolean {
  return held.length >= afterSessions && (last === undefined || daysBetween(last, today) >= everyDays);
}

/** The newest day up to `today` on which a review came due: after the third session, eight weeks after the last review, and every eight weeks from there. */
function dueOn({ last }: ReviewsState, held: ReadonlyArray<Day>, today: Day): Day | undefined {
  const third = held.toSorted()[afterSessions - 1];
  const first = last === undefined ? third : addDays(last, everyDays);
  if (third === undefined || first === undefined || first > today) return undefined;
  return addDays(first, Math.floor(daysBetween(first, today) / everyDays) * everyDays);
}

/** True where a session offers a review: the first one after it came due. Passed over there, it comes again in eight weeks. */
export function isReviewHere(state: ReviewsState, held: ReadonlyArray<Day>, today: Day): boolean {
  const due = dueOn(state, held, today);
  return due !== undefined && held.every((day) => day <= due);
}

/** How many sentences the room check has. */
export const checkLength = 5;
/** From not true to fully true; 0 is "cannot say". */
export const checkMost = 5;

/** A room check for one's own eyes; without answers, taken away. */
export type CheckKept = Opened<
  "reviews.checked",
  { readonly roomId: LogId; readonly on: Day; readonly answers: ReadonlyArray<number> }
>;

/** One's own room checks, one a room and day, oldest first. Sealed: their owner alone. */
export interface OwnReviewsState {
  readonly checks: ReadonlyArray<CheckKept["payload"]>;
}

/** Folds one's own room checks. */
export const ownReviews: Slice<OwnReviewsState, CheckKept> = {
  name: "reviews",
  initial: { checks: [] },
  reduce({ checks }, { payload }) {
    const others = checks.filter(({ roomId, on }) => roomId !== payload.roomId || on !== payload.on);
    return { checks: payload.answers.length === 0 ? others : [...others, payload] };
  },
};
