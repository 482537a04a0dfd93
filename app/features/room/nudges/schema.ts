/** Sealed, one's own log: which nudge was shown today, and which one passed on. */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { plainLine } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { longestKey } from "./rules.ts";

const nudge = plainLine(longestKey);

/** A nudge was shown. */
export const NudgeShown = defineEvent("nudges.shown", 1, z.strictObject({ day: Day, nudge }));
/** "Not now." */
export const NudgePassed = defineEvent("nudges.passed", 1, z.strictObject({ nudge }));

/** Every event of nudges. */
export const nudgesEvents = [NudgeShown, NudgePassed] as const;
