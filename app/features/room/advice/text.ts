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
  notKnowing: "If you do not know",
  what: "What I suggest",
  whatHint: "And what was different in your case.",
  from: "Where does this come from?",
  sources: { lived: "Lived it", seen: "Seen it", read: "Read it", guess: "A guess" } satisfies Record<
    AdviceSource,
    string
  >,
  too: "And I will do this too",
  tooHint: "Among the commitments, as yours.",
} as const;
