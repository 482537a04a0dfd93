/** What the timeline says of questions. */
export const questionsLineText = {
  asked: "Question",
  answered: "Answer",
  parked: "left a question",
  paused: "set a topic aside",
} as const;
