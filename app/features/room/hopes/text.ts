/** Every sentence about cards of hopes and worries. */
import type { Choice, Heading, HelpKind, Point } from "./rules.ts";

/** The beginnings of the sentences, in the words of first.hopes. */
export const headingText: Readonly<Record<Heading, string>> = {
  hopes: "I hope that…",
  wishes: "I would like to be able to…",
  worries: "I am a little worried that…",
  need: "From you I would need…",
  offer: "What you can expect from me…",
};

/** What can be chosen, and in which words. */
export const choiceText: Readonly<
  Record<Choice, { readonly label: string; readonly words: Readonly<Record<string, string>> }>
> = {
  rhythm: {
    label: "How often we meet",
    words: {
      weekly: "Every week",
      fortnightly: "Every two weeks",
      monthly: "Once a month",
      "as-needed": "When there is a reason",
    },
  },
  between: {
    label: "Writing between meetings",
    words: { "any-time": "Any time", "when-needed": "When something comes up", "rather-not": "Rather not" },
  },
  direct: {
    label: "How direct",
    words: { gently: "Gently", plainly: "Plainly", bluntly: "As bluntly as it is" },
  },
};

/** The kinds of help. */
export const helpText: Readonly<Record<HelpKind, string>> = {
  listening: "Somebody who listens",
  questions: "Good questions",
  stories: "Stories from experience",
  advice: "Advice",
  feedback: "Honest feedback",
  doors: "Introductions to people",
};

/** The names of what can be seen differently; also what stands on an agenda. */
export const pointText: Readonly<Record<Point, string>> = {
  hopes: "What each of us hopes for",
  wishes: "What we would like to be able to do",
  worries: "What worries us a little",
  "mentee-needs": "What the mentee needs, and what the mentor can give",
  "mentor-needs": "What the mentor needs, and what the mentee can give",
  rhythm: "How often we meet",
  between: "Writing between meetings",
  direct: "How direct we are",
  help: "Which kind of help",
};

/** The words of screens. */
export const hopesText = {
  title: "Hopes and worries",
  lead: (name: string) => `Write yours alone; it turns over together with ${name}’s.`,
  otherWaits: (name: string) => `${name}’s card lies face down. It turns over together with yours.`,
  choicesTitle: "A few things that compare easily",
  help: (isMentee: boolean) => (isMentee ? "The help I would like" : "The help I like to give"),
  lay: "Lay it face down",
  empty: "Write something below one of the headings, or choose something.",
  locked: "Your rooms are locked. Unlock, then lay your card down.",
  waits: (name: string) => `Your card lies face down, and waits for ${name}’s. No hurry.`,
  turning: (name: string) =>
    `Both cards are here. ${name}’s is not turned over yet: that happens when ${name} next opens this room.`,
  turningMine: "Both cards are here and are turning over.",
  lost: "Your card was not turned over: its words are not on any of your devices any more. Take it back, and write another.",
  changedMine: "Two different cards were laid down in your name, so neither is shown. Take it back, and write another.",
  changedTheirs: (name: string) =>
    `${name}’s card was changed after it was laid down, so it is not shown, and yours stays as it is. Ask ${name} about it; they can take it back and write another.`,
  late: (name: string) =>
    `${name} took a first card back after yours was turned over beside it, and laid this one down.`,
  lateMine: (name: string) =>
    `You took a first card back after ${name}’s was turned over beside it, and laid this one down.`,
  own: "What you wrote",
  withdraw: "Take it back",
  withdrawRead: "Take my card back",
  withdrawReadLine: (name: string) => `${name} has read it; it goes from this page, and you can write another.`,
  change: "Write it anew",
  withdrawn: "Taken back. You can write another, or none.",
  you: "You",
  nothing: "Left open",
  differ: "We see this differently",
  differLabel: (point: string) => `We see this differently: ${point}`,
  differTitle: "Where you differ",
  differLead: "Your next topic, not a problem.",
  differNone: "Read both, and mark what you see differently: it becomes something to talk about.",
  exact: (mine: string, name: string, theirs: string) => `You: ${mine}. ${name}: ${theirs}.`,
  youNeed: "You need",
  youOffer: "You offer",
  theyNeed: (name: string) => `${name} needs`,
  theyOffer: (name: string) => `${name} offers`,
} as const;
