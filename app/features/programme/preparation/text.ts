/** The sentences around preparation; what is to be read is in content. */
import type { Role } from "../../../values/role.ts";

/** The sentences. */
export const text = {
  title: "Before the first meeting",
  lead: {
    mentor: "Ten minutes, in four short parts. Nobody learns whether you read them.",
    mentee: "Five minutes, in two short parts. Nobody learns whether you read them.",
  } satisfies Readonly<Record<Role, string>>,
  as: "As mentor or as mentee",
  asRole: { mentor: "As a mentor", mentee: "As a mentee" } satisfies Readonly<Record<Role, string>>,
  parts: "Parts",
  names: {
    listening: "Listening",
    power: "Power",
    limits: "Limits",
    duties: "Duties",
    leading: "Leading the hour",
    no: "Saying no",
  },
  unknown: "What you do not know",
  silence: "What you cannot promise",
  suggestion: "To a suggestion",
  topic: "To a topic",
  next: (name: string) => `Next: ${name}`,
  leave: "Enough for now",
  done: "Done",
  none: "You take part in no programme just now.",
} as const;
