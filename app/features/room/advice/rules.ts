/** Advice, marked by its writer with where it comes from (P05). Nobody checks or judges it. */
import type { SessionId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** Where advice comes from. */
export const adviceSources = ["lived", "seen", "read", "guess"] as const;
/** Where advice comes from. */
export type AdviceSource = (typeof adviceSources)[number];

/** Someone suggests something; `too` where they will do it themselves as well (P102). */
export type AdviceGiven = Opened<
  "advice.given",
  {
    readonly text: string;
    readonly from: AdviceSource;
    readonly too?: boolean | undefined;
    readonly sessionId?: SessionId | undefined;
  }
>;

/** Nothing: advice is read from the timeline. */
export type AdviceState = Readonly<Record<string, never>>;

/** Folds advice. */
export const advice: Slice<AdviceState, AdviceGiven> = { name: "advice", initial: {}, reduce: (state) => state };

/** Why advice cannot be given yet. */
export type AdviceRefusal = "nothing-written" | "no-source";

/** Decides whether advice may be given: never without saying where it comes from. */
export function refuseAdvice(text: string, from: AdviceSource | ""): AdviceRefusal | undefined {
  if (text.trim() === "") return "nothing-written";
  return from === "" ? "no-source" : undefined;
}
