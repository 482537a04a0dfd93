/** Sentences about pairs of before, for managers. */
import type { WaitsFor } from "./rules.ts";

const waits: Readonly<Record<WaitsFor, (mentee: string, mentor: string) => string>> = {
  mentee: (mentee) => `Asked once ${mentee} takes part.`,
  mentor: (_, mentor) => `Asked once ${mentor} takes part.`,
  both: () => "Asked once both take part.",
  line: () => "Not asked: they are in one reporting line.",
  deciding: () => "Not asked: one of them takes part in decisions about the other.",
  "not-available": () => "Not asked: not available.",
  "other-suggestion": (mentee) => `Asked once another suggestion or pair of ${mentee} has closed.`,
  contact: () => "Asked once the settings name another contact for concerns.",
  nobody: () => "Being asked.",
};

/** What a pair waits for. */
export const waitsText = (what: WaitsFor, mentee: string, mentor: string): string => waits[what](mentee, mentor);

/** The list's words. */
export const text = {
  title: { one: "One existing pair", other: "# existing pairs" },
  lead: "Named in your file. They skip matching, and a mentor’s place is kept. Once asked, they stand under Matching.",
  drop: "Take back",
  dropFor: (mentee: string, mentor: string) => `Take back: ${mentee} and ${mentor}`,
  dropped: "Taken back. Both can be matched again.",
} as const;
