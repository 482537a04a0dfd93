/** What the timeline says of asking first. */
import type { AnswerKind } from "../rules.ts";

const answers: Readonly<Record<AnswerKind, string>> = {
  "as-written": "yes, as written,",
  "in-other-words": "yes, in other words,",
  no: "no",
};

/** What the timeline says of asking first. */
export const releasesLineText = {
  asks: (name: string, to: string) =>
    to === ""
      ? `${name} asks to keep something you wrote, in a keepsake of their own.`
      : `${name} asks to show something you wrote to ${to}.`,
  asked: (name: string, to: string) =>
    to === ""
      ? `You asked ${name} whether you may keep something they wrote.`
      : `You asked ${name} whether you may show something they wrote to ${to}.`,
  answer: "Answer",
  see: "See it",
  answered: (answer: AnswerKind, to: string) =>
    `said ${answers[answer]} to ${to === "" ? "keeping something" : `showing something to ${to}`}`,
  made: (to: string) => (to === "" ? "made the file" : `made the file for ${to}`),
} as const;

/** What is said where a file is closed with a passphrase. */
export const savingText = {
  passphrase: "A passphrase for the file",
  passphraseHint: "Stored nowhere: keep it, or tell it, another way than the file.",
  saved: "The file is saved on this device. It opens with this alone:",
  copy: "The passphrase of the file",
  weak: "This passphrase is too easy to guess. Take a longer one: six words are good.",
} as const;
