/** Every sentence of the form for a challenge. */
export const challengesText = {
  what: "What is hard just now",
  hint: "It need not be solved here.",
  nothing: "Write what is hard, in a sentence or two.",
  before: "Mark something you already wrote",
  beforeNone: "None of your latest notes can be marked.",
  mark: "Mark as hard",
} as const;
