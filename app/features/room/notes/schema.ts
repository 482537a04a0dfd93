/** Sealed: messages, notes, and "What I heard". */
import * as z from "zod/mini";
import { SessionId } from "../../../values/id.ts";
import { plainText } from "../../../values/text.ts";
import { reference } from "../state/reference/schema.ts";
import { defineEvent } from "../state/schema.ts";
import { longestNote } from "./rules.ts";

const written = z.strictObject({ text: plainText(longestNote), sessionId: z.optional(SessionId) });

/** Someone wrote a message or a note. */
export const NoteWritten = defineEvent("notes.written", 1, written, { searched: ({ text }) => text });
/** "What I heard." */
export const HeardSent = defineEvent("notes.heard", 1, written, { searched: ({ text }) => text });
/** Yes, almost, or no. */
export const HeardAnswered = defineEvent(
  "notes.heard-answered",
  1,
  z.strictObject({
    heard: reference,
    answer: z.enum(["yes", "almost", "no"]),
    text: z.optional(plainText(longestNote)),
  }),
  {
    searched: ({ text }) => text ?? "",
  },
);

/** A note was corrected, or taken back. */
export const NoteChanged = defineEvent(
  "notes.changed",
  1,
  z.strictObject({ note: reference, text: z.optional(plainText(longestNote)) }),
  { searched: ({ text }) => text ?? "" },
);

/** Every event of notes. */
export const notesEvents = [NoteWritten, HeardSent, HeardAnswered, NoteChanged] as const;
