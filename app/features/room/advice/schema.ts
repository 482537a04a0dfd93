/** Sealed: advice. */
import * as z from "zod/mini";
import { SessionId } from "../../../values/id.ts";
import { words } from "../state/reference/schema.ts";
import { defineEvent } from "../state/schema.ts";
import { adviceSources } from "./rules.ts";

/** Someone suggests something. */
export const AdviceGiven = defineEvent(
  "advice.given",
  1,
  z.strictObject({
    text: words,
    from: z.enum(adviceSources),
    too: z.optional(z.boolean()),
    sessionId: z.optional(SessionId),
  }),
  { searched: ({ text }) => text },
);

/** Every event of advice. */
export const adviceEvents = [AdviceGiven] as const;
