/** One to three goals that six months can hold (P64, P78). No progress in numbers exists here, and none may; nothing of it leaves the room. */
import { addDays, type Day, isDay } from "../../../values/day.ts";
import type { AccountId, ItemId } from "../../../values/id.ts";
import { hour, type Instant } from "../../../values/instant.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest goal, in signs: one sentence. */
export const longestGoal = 200;
/** The longest answer to "why it matters" and "how will we notice?", in signs. */
export const longestAnswer = 600;
/** As many goals live side by side at most. */
export const mostGoals = 3;

/** What a goal says. */
export interface GoalWords {
  readonly text: string;
  /** Why it matters; may be empty. */
  readonly why: string;
  /** How will we notice? May be empty. */
  readonly notice: string;
  readonly on: Day;
}

/** Living until it is reached or dropped. */
export type GoalStanding = "living" | "done" | "dropped";

/** One goal. Sealed: the two. */
export interface Goal extends GoalWords {
  /** The event that set it. */
  readonly id: ItemId;
  readonly standing: GoalStanding;
  /** Who marked it as reached, and when by their clock. */
  readonly done: { readonly by: AccountId; readonly at: Instant } | undefined;
  /** Who has said something about it since. */
  readonly celebratedBy: ReadonlyArray<AccountId>;
}

/** A goal is set. */
export type GoalSet = Opened<"goals.set", GoalWords>;
/** Its words or its date change. */
export type GoalChanged = Opened<"goals.changed", GoalWords & { readonly goal: ItemId }>;
/** It is reached. */
export type GoalDone = Opened<"goals.done", { readonly goal: ItemId }>;
/** It is dropped. No reason is asked for. */
export type GoalDropped = Opened<"goals.dropped", { readonly goal: ItemId }>;
/** It lives again: undo for reached and dropped. */
export type GoalReopened = Opened<"goals.reopened", { readonly goal: ItemId }>;
/** Words about a goal that was reached. */
export type GoalCelebrated = Opened<"goals.celebrated", { readonly goal: ItemId; readonly text: string }>;

/** Whatever happens to goals. */
export type GoalEvent = GoalSet | GoalChanged | GoalDone | GoalDropped | GoalReopened | GoalCelebrated;

/** All goals in the order in which they were set. */
export interface GoalsState {
  readonly all: ReadonlyArray<Goal>;
}

/** Folds goals. Either may set, change or close one: they are of both. */
export const goals: Slice<GoalsState, GoalEvent> = {
  name: "goals",
  initial: { all: [] },
  reduce(state, opened) {
    switch (opened.type) {
      case "goals.set": {
        const begun = { id: opened.id, standing: "living", done: undefined, celebratedBy: [] } as const;
        return { all: [...state.all, { ...opened.payload, ...begun }] };
      }
      case "goals.changed": {
        const { goal, ...words } = opened.payload;
        return change(state, goal, () => words);
      }
      case "goals.done":
        return change(state, opened.payload.goal, ({ standing }) =>
          standing === "done" ? {} : { standing: "done", done: { by: opened.author, at: opened.at } },
        );
      case "goals.dropped":
        return change(state, opened.payload.goal, () => ({ standing: "dropped", done: undefined }));
      case "goals.reopened":
        return change(state, opened.payload.goal, () => ({ standing: "living", done: undefined, celebratedBy: [] }));
      case "goals.celebrated":
        return change(state, opened.payload.goal, ({ celebratedBy }) => ({
          celebratedBy: [...celebratedBy.filter((who) => who !== opened.author), opened.author],
        }));
      default:
        return state;
    }
  },
};

function change(state: GoalsState, id: ItemId, changed: (goal: Goal) => Partial<Goal>): GoalsState {
  return { all: state.all.map((goal) => (goal.id === id ? { ...goal, ...changed(goal) } : goal)) };
}

/** "Not now" to a celebrate prompt: in one's own log. */
export type CelebrationPassed = Opened<"goals.passed", { readonly goal: ItemId }>;

/** Prompts that their reader passed on. Sealed: their owner alone. */
export interface OwnGoalsState {
  readonly passed: ReadonlyArray<ItemId>;
}

/** Folds what only its owner sees of goals. */
export const ownGoals: Slice<OwnGoalsState, CelebrationPassed> = {
  name: "goals",
  initial: { passed: [] },
  reduce: (state, { payload }) => ({ passed: [...state.passed, payload.goal] }),
};

/** The living goals, in the order in which they were set. */
export function livingGoals(state: GoalsState): ReadonlyArray<Goal> {
  return state.all.filter(({ standing }) => standing === "living");
}

/** For so long a goal that was reached may prompt the other person. */
const promptMs = 30 * 24 * hour;

/** The goals that the other person marked as reached, and that one has not yet said anything about (P47, celebrate.goal). */
export function toCelebrate(
  state: GoalsState,
  own: OwnGoalsState | undefined,
  me: AccountId,
  now: Instant,
): ReadonlyArray<Goal> {
  return state.all.filter(
    ({ id, done, celebratedBy }) =>
      done !== undefined &&
      done.by !== me &&
      now - done.at < promptMs &&
      !celebratedBy.includes(me) &&
      !own?.passed.includes(id),
  );
}

/** The day six months later; at the end of a shorter month where there is none. */
export function sixMonthsAfter(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const months = year * 12 + month + 5;
  const first = `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
  for (let at = date; at > 0; at -= 1) {
    const text = `${first}-${String(at).padStart(2, "0")}`;
    if (isDay(text)) return text;
  }
  return addDays(day, 182);
}

/** A first step with its date; it becomes a commitment. */
export interface FirstStep {
  readonly text: string;
  readonly due: Day | undefined;
}

/** Why a goal cannot be set. */
export type GoalRefusal =
  | "nothing-written"
  | "three-are-enough"
  | "date-gone-by"
  | "needs-first-step"
  | "step-too-late";

/** True where six months cannot hold it: then a first step with a date of its own is asked for (P78). */
export function isLonger(on: Day, today: Day): boolean {
  return on > sixMonthsAfter(today);
}

/** Decides whether a goal may be set, or changed; `living` are the others. `undefined` means that it may. */
export function refuseGoal(
  { text, on }: GoalWords,
  step: FirstStep,
  living: ReadonlyArray<Goal>,
  today: Day,
): GoalRefusal | undefined {
  if (text.trim() === "") return "nothing-written";
  if (living.length >= mostGoals) return "three-are-enough";
  if (on < today || (step.due !== undefined && step.due < today)) return "date-gone-by";
  if (isLonger(on, today) && (step.text.trim() === "" || step.due === undefined)) return "needs-first-step";
  if (step.due !== undefined && step.due > sixMonthsAfter(today)) return "step-too-late";
  return undefined;
}
