/** Every sentence about the other of a pair. */

/** The sentences. */
export const text = {
  title: "Whom you meet",
  why: (name: string) => `Why ${name} is here`,
  says: (name: string) => `What ${name} says`,
  open: (name: string) => `From ${name}’s profile, which is open and not sealed.`,
  whoReads: "Who reads what of a profile",
  nothing: (name: string) => `${name} has not said more.`,
  above: "You stand above them: a card on power",
  help: "To read again",
  prepare: { mentor: "Listening, power, limits, duties", mentee: "Leading the hour, saying no" },
  conflict: "A conflict of interest?",
  conflictWords:
    "If one of you takes part in decisions about the other, or something else stands between you: say so with one press. No reason is asked. The pairing ends now like any other, without fault, and you are not suggested to each other again.",
  conflictSay: "There is a conflict",
  told: "The pairing has ended. Your room stays readable.",
} as const;
