/** Every sentence about the other of a pair. */

/** The sentences. */
export const text = {
  title: "Whom you meet",
  namedEachOther:
    "You named each other, before you were a pair. No manager and nobody else in the programme reads this.",
  why: (name: string) => `Why ${name} is here`,
  says: (name: string) => `What ${name} says`,
  open: (name: string) => `From ${name}’s profile, which is not sealed.`,
  whoReads: "Who reads it",
  nothing: (name: string) => `${name} has not said more.`,
  above: "You stand above them: a card on power",
  conflict: "A conflict of interest?",
  conflictWords:
    "If one of you takes part in decisions about the other, or something else stands between you: one press, no reason. The pairing ends now, without fault, and you are not suggested to each other again.",
  conflictSay: "There is a conflict",
  told: "The pairing has ended. Your room stays readable.",
} as const;
