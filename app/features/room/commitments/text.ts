/** Every sentence about commitments. */
import type { CommitmentRefusal } from "./rules.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<CommitmentRefusal, string>> = {
  "nothing-written": "Write what will be done, in one sentence.",
  "date-gone-by": "This day has gone by. Choose today or later, or no date.",
  "not-one-of-you": "A commitment belongs to one of you two.",
};

/** The words of screens. */
export const commitmentsText = {
  mine: "What you said you would do",
  theirs: (name: string) => `What ${name} will do`,
  none: "Nothing open.",
  noneTheirs: (name: string) => `Nothing open for ${name}.`,
  by: (day: string) => `by ${day}`,
  pastMine: (day: string) => `by ${day}. Keep it, move it, or drop it?`,
  done: "Done",
  newDate: "New date",
  drop: "Drop",
  doneLabel: (what: string) => `Done: ${what}`,
  newDateLabel: (what: string) => `New date: ${what}`,
  dropLabel: (what: string) => `Drop: ${what}`,
  wasDone: "Done.",
  wasDropped: "Dropped.",
  moveTo: "New date",
  move: "Move it",
  cancel: "Cancel",
  earlier: "Done and dropped",
  reopen: "Take it up again",
  standing: { done: "Done", dropped: "Dropped" },
  add: "Add one",
  title: "One thing, and by when",
  what: "What will be done",
  who: "Who",
  you: "You",
  when: "By when",
  save: "Add it",
  another: "Keep it, and write another",
  all: "All commitments",
} as const;
