/** Every sentence about goals. */
import type { GoalRefusal } from "./rules.ts";
import { goalsAsideText } from "./said/text.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<GoalRefusal, string>> = {
  "nothing-written": "Write the goal in one sentence.",
  "three-are-enough": "Three goals at once are enough. Finish, change or drop one first.",
  "date-gone-by": "One of these days has gone by. Choose today or later.",
  "needs-first-step": "This is longer than six months. Name a first step, and a day for it.",
  "step-too-late": "Choose a first step that six months can hold.",
};

/** The words of screens. */
export const goalsText = {
  ...goalsAsideText,
  none: "No goals yet. One to three that six months can hold are enough.",
  add: "Set a goal",
  another: "Set another goal",
  what: "The goal, in one sentence",
  why: "Why it matters",
  notice: "How will we notice?",
  noticeHint: "What somebody could see or hear once it is there.",
  on: "By when",
  onHint: "Six months from now, to begin with.",
  longer: "A longer dream is welcome. Which part can six months hold?",
  step: "First step",
  stepOn: "A day for it",
  save: "Set it",
  keep: "Keep the change",
  cancel: "Cancel",
  whyLabel: "Why it matters",
  noticeLabel: "How you will notice",
  noStep: "No next step yet.",
  nameStep: "Name the next step",
  nameStepLabel: (goal: string) => `Name the next step: ${goal}`,
  done: "Reached",
  doneLabel: (goal: string) => `Reached: ${goal}`,
  change: "Change",
  changeLabel: (goal: string) => `Change: ${goal}`,
  drop: "Drop",
  dropLabel: (goal: string) => `Drop: ${goal}`,
  wasDone: "Reached.",
  wasDropped: "Dropped.",
  earlier: "Reached and dropped",
  standing: { living: "", done: "Reached", dropped: "Dropped" },
  reopen: "Take it up again",
  reopenLabel: (goal: string) => `Take it up again: ${goal}`,
  celebrate: {
    title: (goal: string) => `Reached: ${goal}`,
    lead: (name: string) => `${name} marked it as reached. A nice moment to say something.`,
    phrases: (name: string): ReadonlyArray<string> => [
      `${name}, I saw how you `,
      "What are you proud of?",
      "How shall we mark this?",
    ],
    words: (name: string) => `To ${name}`,
    send: "Say it",
    pass: "Not now",
  },
} as const;
