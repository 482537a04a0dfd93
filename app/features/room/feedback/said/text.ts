/** What the timeline says of feedback. */
import type { Permission } from "../rules.ts";

const answers: Readonly<Record<Permission, string>> = { now: "now", later: "later", "not-today": "not today" };

/** What the timeline says of feedback. */
export const feedbackLineText = {
  manual: "wrote how to give them feedback",
  manualMine: "wrote how to give you feedback",
  asked: (name: string, topic: string) => `${name} has a thought about: ${topic}`,
  askedMine: (topic: string) => `You have a thought about: ${topic}`,
  permitted: (name: string, answer: Permission) => `${name} said: ${answers[answer]}`,
  permittedMine: (answer: Permission) => `You said: ${answers[answer]}`,
  permissions: { now: "Now", later: "Later", "not-today": "Not today" } satisfies Record<Permission, string>,
  write: "Write it now",
  given: "Feedback",
  parts: { keep: "Keep", try: "Try", part: "My part" },
  upward: "A question to you",
  upwardMine: "A question you asked",
  upwardParts: { criticism: "A criticism I once got", weak: "A weak point of mine", question: "My question" },
  choices: (first: string, second: string) => `${first} / ${second}`,
  answerTag: (question: string) => `On: ${question}`,
  giveAnswer: "Answer",
  giveReply: "Reply",
  notNow: "said: not now",
  replyTag: "On the answer",
  reply: { thanks: "Thank you", take: "What I take from it", question: "A question, if you like to answer it" },
  processKeep: "How we work: keep it",
  processChange: "How we work: one thing to change",
} as const;
