/** Every sentence of the form for advice. */
import type { AdviceRefusal, AdviceSource } from "./rules.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<AdviceRefusal, string>> = {
  "nothing-written": "Write what you suggest.",
  "no-source": "Say where it comes from. A guess is fine.",
};

/** The words of the form. */
export const adviceText = {
  three: "Three questions before one suggestion",
  notKnowing: "Not knowing",
  what: "What I suggest",
  whatHint: "What was different in my case?",
  from: "Where does this come from?",
  sources: { lived: "Lived it", seen: "Seen it", read: "Read it", guess: "A guess" } satisfies Record<
    AdviceSource,
    string
  >,
  too: "And I will do this too",
  tooHint: "It stands among the commitments, as yours.",
} as const;
