/** Sealed: good moments. */
import * as z from "zod/mini";
import { SessionId } from "../../../values/id.ts";
import { words } from "../state/reference/schema.ts";
import { defineEvent } from "../state/schema.ts";

/** A good moment. */
export const MomentShared = defineEvent(
  "celebrations.shared",
  1,
  z.strictObject({ text: words, sessionId: z.optional(SessionId) }),
  { searched: ({ text }) => text },
);

/** Every event of celebrations. */
export const celebrationsEvents = [MomentShared] as const;
