/**
 * A good ending (P104): planned with a date, a last session with three questions, and contact from here on. An early ending
 * needs none of it (P107). Nothing here is asked for, and no event has a reason.
 */
import { type Day, daysBetween } from "../../../values/day.ts";
import type { AccountId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest answer, in signs. */
export const longestFarewell = 2000;
/** A planned ending comes into view so many days before. */
export const aheadDays = 28;

/** What can be said at the end, in its order (end.ritual). */
export const farewellFields = ["learned", "give", "wish", "thanks"] as const;
/** One of them. */
export type FarewellField = (typeof farewellFields)[number];
/** Contact from here on. */
export const contacts = ["none", "now-and-then", "as-before"] as const;
/** Contact from here on. */
export type Contact = (typeof contacts)[number];

/** Either plans a day on which it ends well, or takes it back. It ends nothing by itself. */
export type EndingPlanned = Opened<"ending.planned", { readonly on: Day | null }>;
/** What somebody says at the end. It stands as its author wrote it last. */
export type FarewellSaid = Opened<
  "ending.said",
  Readonly<Record<FarewellField, string>> & {
    readonly contact?: Contact | undefined;
    /** Who writes first. */
    readonly first?: AccountId | undefined;
  }
>;

/** Whether the other may keep all that its author wrote here. Until it is said it is a no. */
export type MayKeep = Opened<"ending.may-keep", { readonly may: boolean }>;

/** The ending as the two plan it. Sealed: the two. */
export interface EndingState {
  readonly on: Day | undefined;
  readonly said: Readonly<Record<AccountId, FarewellSaid["payload"]>>;
  /** Who said that the other may keep their words, or took it back. */
  readonly mayKeep: Readonly<Record<AccountId, boolean>>;
}

/** Folds the ending. */
export const ending: Slice<EndingState, EndingPlanned | FarewellSaid | MayKeep> = {
  name: "ending",
  initial: { on: undefined, said: {}, mayKeep: {} },
  reduce(state, opened) {
    if (opened.type === "ending.planned") return { ...state, on: opened.payload.on ?? undefined };
    if (opened.type === "ending.may-keep")
      return { ...state, mayKeep: { ...state.mayKeep, [opened.author]: opened.payload.may } };
    return { ...state, said: { ...state.said, [opened.author]: opened.payload } };
  },
};

/** A session this near to the planned day, or later, was the last talk. */
const lastTalkDays = 7;

/** True once the planned last talk was held, or its day has gone by: no further session is looked for. */
export function isLastTalkHeld({ on }: EndingState, held: ReadonlyArray<Day>, today: Day): boolean {
  return on !== undefined && (today > on || held.some((day) => daysBetween(day, on) < lastTalkDays));
}

/** True from four weeks before the planned day on. */
export function isEndNear({ on }: EndingState, today: Day): boolean {
  return on !== undefined && daysBetween(today, on) <= aheadDays;
}
