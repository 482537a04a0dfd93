import { lineOf, quiet, words } from "../timeline/said.tsx";
import { HeardWords } from "./heard-words.tsx";
import { HeardAnswered, HeardSent, NoteWritten } from "./schema.ts";
import { notesText as text } from "./text.ts";

/** Notes on the timeline. */
export const notesLines = [
  lineOf(NoteWritten, ({ payload }) => words(payload.text)),
  lineOf(HeardSent, ({ id, author, payload }, room) => ({
    kind: "part",
    part: <HeardWords room={room} id={id} by={author} words={payload.text} />,
  })),
  lineOf(HeardAnswered, ({ payload }) => quiet(text.heardAnswers[payload.answer])),
];
