/** The words around nudges; what each says itself stands in content/en/nudges.md. */
import type { NudgeKind } from "./rules.ts";

/** What each kind is called where it is muted. */
export const nudgeNames: Readonly<Record<NudgeKind, string>> = {
  gap: "A while without meeting",
  ending: "Four weeks before the end",
  commitment: "What I said I would do",
  topic: "A topic for the next session",
  celebrate: "A goal that was reached",
  review: "A look at how we work together",
  feedback: "Asking for one thing I could do better",
  checkin: "A line between sessions",
};

/** The card of a nudge. */
export const nudgeText = {
  with: (name: string) => `With ${name}`,
  later: "Not now",
  mute: "No more of these",
  muted: "Muted, for you alone.",
  findDate: "Find a date",
  fine: "We’re fine",
  fineSaid: "Noted. You are not asked again for a while.",
  pause: "Pause",
  word: "Your programme reads that you two may like a word, and nothing else, until you both tap “We’re fine” or meet.",
  topic: "Write a topic",
  review: "Have a look",
  plan: "Plan the last session",
  ask: "Ask for one thing",
  line: (name: string) => `One line to ${name}`,
  send: "Send",
  sent: "Sent.",
} as const;
