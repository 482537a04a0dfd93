/** Sealed, one's own log: private notes. */
import * as z from "zod/mini";
import { LogId, SessionId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { plainLine, plainText } from "../../../values/text.ts";
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

/** "Let me wait a day." */
export const ActPutOff = defineEvent("drawer.put-off", 1, z.strictObject({ act: plainLine(80), until: Instant }));

/** Every event of the drawer. */
export const drawerEvents = [PrivateNoted, ActPutOff] as const;
