/** Sealed: notes that the two keep together. */
import * as z from "zod/mini";
import { plainText } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { longestNote } from "./rules.ts";

/** Someone wrote a note. */
export const NoteWritten = defineEvent("notes.written", 1, z.strictObject({ text: plainText(longestNote) }), {
  searched: ({ text }) => text,
});

/** Every event of notes. */
export const notesEvents = [NoteWritten] as const;
