/** Sealed: the goals of the two. */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { ItemId } from "../../../values/id.ts";
import { plainLine, plainText } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { longestAnswer, longestGoal } from "./rules.ts";

const answer = plainText(longestAnswer);
const words = { text: plainLine(longestGoal), why: answer, notice: answer, on: Day };
const named = z.strictObject({ goal: ItemId });

/** A goal is set. */
export const GoalSet = defineEvent("goals.set", 1, z.strictObject(words), {
  searched: ({ text, why, notice }) => `${text} ${why} ${notice}`,
});
/** Its words or its date change. */
export const GoalChanged = defineEvent("goals.changed", 1, z.strictObject({ goal: ItemId, ...words }));
/** It is reached. */
export const GoalDone = defineEvent("goals.done", 1, named);
/** It is dropped. */
export const GoalDropped = defineEvent("goals.dropped", 1, named);
/** It lives again. */
export const GoalReopened = defineEvent("goals.reopened", 1, named);
/** Words about a goal that was reached. */
export const GoalCelebrated = defineEvent("goals.celebrated", 1, z.strictObject({ goal: ItemId, text: answer }), {
  searched: ({ text }) => text,
});

/** Every event of goals. */
export const goalsEvents = [GoalSet, GoalChanged, GoalDone, GoalDropped, GoalReopened, GoalCelebrated] as const;

/** "Not now" to a celebrate prompt. */
export const CelebrationPassed = defineEvent("goals.passed", 1, named);
/** Every event about goals in one's own log. */
export const ownGoalsEvents = [CelebrationPassed] as const;
