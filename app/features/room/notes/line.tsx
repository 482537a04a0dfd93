import { lineOf, quiet, words } from "../timeline/said.tsx";
import type { HeardAnswered, HeardSent, NoteWritten } from "./rules.ts";
import { HeardWords } from "./heard-words.tsx";
import { notesText as text } from "./text.ts";

/** Notes on the timeline. */
export const notesLines = [
  lineOf<NoteWritten>("notes.written", ({ payload }) => words(payload.text)),
  lineOf<HeardSent>("notes.heard", ({ id, author, payload }, room) => ({
    kind: "part",
    part: <HeardWords room={room} id={id} by={author} words={payload.text} />,
  })),
  lineOf<HeardAnswered>("notes.heard-answered", ({ payload }) => quiet(text.heardAnswers[payload.answer])),
];
