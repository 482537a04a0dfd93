/** Every sentence of the forms for feedback. */
import type { BalancedRefusal, Manual } from "./rules.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<BalancedRefusal, string>> = {
  "nothing-written": "Write at least one of the three.",
  "try-without-keep": "Add one thing to keep, beside the one to try.",
};

/** One thing to choose on the manual. */
interface ManualChoice<Field extends keyof Manual> {
  readonly value: Exclude<Manual[Field], "">;
  readonly text: string;
}

/** What can be chosen on the manual. */
export const manualChoices: { readonly [Field in "how" | "moment" | "medium"]: ReadonlyArray<ManualChoice<Field>> } = {
  how: [
    { value: "directly", text: "Tell me directly" },
    { value: "wrapped", text: "Wrap it a little" },
  ],
  moment: [
    { value: "at-once", text: "In the moment" },
    { value: "after-a-night", text: "After a night" },
  ],
  medium: [
    { value: "spoken", text: "Spoken" },
    { value: "written", text: "Written" },
  ],
};

/** The words of the forms. */
export const feedbackText = {
  mine: "How I like feedback",
  manualOf: (name: string) => `How ${name} likes feedback`,
  how: "How",
  moment: "When",
  medium: "In which way",
  avoid: "Please avoid",
  quiet: "When I go quiet, it means",
  readers: (name: string) => `${name} sees it above every feedback form.`,
  save: "Keep it",
  saved: "Kept",
  topic: "What it is about",
  topicHint: (name: string) =>
    `A few words, without the judgement. ${name} says now, later or not today; after a “now” you write the rest.`,
  topicNone: "Write what it is about.",
  ask: (name: string) => `Ask ${name}`,
  hints: {
    keep: "What to go on doing, and what good it did.",
    try: "One thing: what I saw, what it led to, one idea.",
    part: "What I can do to make it easier.",
  },
} as const;

/** The words of feedback upwards, and of the note on how the two work. */
export const upwardText = {
  title: "Ask for one thing about your mentoring",
  begin: "Go first, and ask",
  criticism: "A criticism you once got, and what you did with it",
  power: "Power",
  weak: "A weak point of yours as a mentor",
  question: "One concrete question",
  first: "One choice",
  second: "The other choice",
  examples: { question: "Should I give more advice, or ask more?", first: "More advice", second: "More questions" },
  notWhole: "You go first: fill in all five, a few words each.",
  ask: (name: string) => `Ask ${name}`,
  notNow: "Not now",
  answer: "In your words",
  starters: ["More of …", "Less of …", "It helped when …", "I was lost when …", "I would rather say this later."],
  answered: "It is in your room.",
  sendAnswer: "Send these words",
  waits: (name: string) => `${name} may answer by a choice, in words, or not now.`,
  reply: (name: string) => `To ${name}’s answer`,
  thanks: "Thank you for",
  take: "What I take from it",
  replyQuestion: "A question, if they like to answer it",
  differently: "One thing I will do differently",
  differentlyHint: "It becomes a commitment of yours, which you both see.",
  by: "By when",
  send: "Send it",
  empty: "A thank you is enough.",
  process: "How we work",
  processWays: { keep: "Keep it as it is", change: "Change one thing" },
  processWords: "In your words",
  processStarters: ["More time for …", "Fewer …", "It helps me that …", "Could we begin with …"],
  processSend: (name: string) => `Leave it for ${name}`,
  processNone: "Choose one of the two, and say which thing, where one should change.",
} as const;
