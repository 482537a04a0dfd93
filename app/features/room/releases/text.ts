/** Every sentence about asking first. */
import type { AnswerKind } from "./rules.ts";

/** The words of screens. */
export const releasesText = {
  title: "Ask first",
  lead: (name: string) =>
    `What ${name} wrote stays here until ${name} says yes: to this one thing, for this one person. No answer means no.`,
  forYou: (name: string) => `${name} asks you`,
  asked: "You asked",
  all: "Handed over",
  none: "Nothing was handed over.",
  to: (whom: string) => (whom === "" ? "For a keepsake of their own" : `For ${whom}`),
  toMine: (whom: string) => (whom === "" ? "For your own keepsake" : `For ${whom}`),
  waits: (name: string) => `${name} has not answered. That means no for now.`,
  standing: { "as-written": "Yes, as written", "in-other-words": "Yes, in other words", no: "No" } satisfies Record<
    AnswerKind,
    string
  >,
  answer: "Your answer",
  answers: [
    { value: "as-written", text: "Yes, as written" },
    { value: "in-other-words", text: "Yes, in my own other words" },
    { value: "no", text: "No" },
  ] satisfies ReadonlyArray<{ readonly value: AnswerKind; readonly text: string }>,
  wording: "Your words for it",
  wordingMissing: "Write the words that may be handed on.",
  chooseOne: "Choose one. A no needs no reason.",
  send: "Answer",
  topic: (whom: string) => (whom === "" ? "What may go into a keepsake" : `What may go to ${whom}`),
  change: "Change my answer",
  untilMade: "You can change your mind until it was handed over.",
  alsoShows: "The file also shows when the words were written, and the yes to them.",
  mayBePhotographed: "A file can be passed on, and no software can stop a photograph of a screen.",
  madeOn: (name: string, day: string) => `${name} made the file on ${day}.`,
  youMadeOn: (day: string) => `You made the file on ${day}.`,
  ask: "Ask about something",
  askLead: (name: string) => `Choose what ${name} wrote.`,
  notNow: "Not now",
  find: "Find words",
  earlier: "Earlier",
  nothingHere: (name: string) => `${name} has written nothing here that could be asked for.`,
  chosen: "This",
  other: "Another one",
  whom: "For whom",
  whomHint: "One person, by name: “Anna Berg, my manager”. Leave it empty to keep it in your own keepsake.",
  why: "Why",
  request: "Ask",
  requestSent: "Asked.",
  missing: "These words are not on this device.",
  tooLong: (name: string) =>
    `This is too long to be handed over as it is written. ${name} can say yes in other words, and those go.`,
  tooLongMine: "This is too long to be handed over as you wrote it. You can say yes in other words, and those go.",
  make: "Make the file",
  makeAgain: "Make the file again",
  reads: (whom: string) => `Whoever has this file and its passphrase reads the words below. You chose ${whom}.`,
  heardOf: (name: string) => `${name} sees here that you made it.`,
  failed: "The file could not be made: what it needs is not on this device, or does not hold together.",
  howToOpen: (address: string) => `They open it at ${address}, also offline; nothing is sent from there.`,
  identity: "Your identity",
  identityLine:
    "Whoever opens a file with your words can check that they are yours. Read this aloud to them, or put it where they trust it.",
} as const;
