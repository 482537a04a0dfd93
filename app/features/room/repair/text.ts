/** Every sentence of the forms for repair. */
export const repairText = {
  ownedNone: "Write all three, a few words each.",
  raised: "In your words",
  starter: "I would like to talk about something small before it grows. When …, I felt … What I would wish for is …",
  beginWith: "Begin with a sentence",
  raisedNone: "Write what it is, in your words.",
  later: "Keep it for later",
  kept: "Kept in “My drawer”, for you alone.",
  whose: "Whose story got out?",
  whoses: (name: string) => ({ mine: `${name}’s: it was through me`, theirs: "Mine" }),
  factsHint: "What happened, without guesses.",
  sorry: "Sorry, and no “but”",
  help: "What would help",
  helpTheirs: "What I offer to put right",
  brokenNone: "Say whose story it was, and what got out.",
  noWait: (name: string) => `Nobody has to wait. Whose story it is decides whether you and ${name} go on.`,
} as const;
