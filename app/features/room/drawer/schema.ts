/** Sealed, one's own log: private notes. */
import * as z from "zod/mini";
import { LogId, SessionId } from "../../../values/id.ts";
import { plainText } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { longestPrivateNote } from "./rules.ts";

/** A private note as it stands now. */
export const PrivateNoted = defineEvent(
  "drawer.noted",
  1,
  z.strictObject({ roomId: LogId, sessionId: z.optional(SessionId), text: plainText(longestPrivateNote) }),
  {
    searched: ({ text }) => text,
  },
);

/** Every event of the drawer. */
export const drawerEvents = [PrivateNoted] as const;
