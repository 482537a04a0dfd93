/** Sealed, one's own log: what a person keeps of a session for themselves. */
import * as z from "zod/mini";
import { SessionId } from "../../../../values/id.ts";
import { defineEvent } from "../../state/schema.ts";
import { sessionWords } from "../rules.ts";

/** "Ready", or not. */
export const ReadyTicked = defineEvent(
  "sessions.ready",
  1,
  z.strictObject({ sessionId: SessionId, ready: z.boolean() }),
);
/** How it was, for oneself. */
export const WordKept = defineEvent(
  "sessions.word-kept",
  1,
  z.strictObject({ sessionId: SessionId, word: z.optional(z.enum(sessionWords)) }),
);

/** Every event that a person keeps of sessions. */
export const ownSessionsEvents = [ReadyTicked, WordKept] as const;
