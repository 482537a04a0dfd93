/** Every sentence about "My context". */
import type { ContextField } from "./rules.ts";

/** The fields, in the words of first.context. */
export const fieldText: Readonly<Record<ContextField, string>> = {
  days: "My days",
  people: "My team, and the people around me",
  hard: "What is hard right now",
  care: "What I care about",
};

/** The words of screens. */
export const contextText = {
  mine: "My context",
  theirs: (name: string) => `${name}’s context`,
  readers: (name: string) => `Seen by you and ${name}. Fill in what you like.`,
  save: "Keep it",
  saved: "Kept",
  remove: "Take all of it away",
  removed: "Taken away.",
  changed: (day: string) => `Changed on ${day}`,
  none: "Nothing yet.",
} as const;
