/** Sealed: asking first, before words of the other's leave the room. */
import * as z from "zod/mini";
import { plainLine, plainText } from "../../../values/text.ts";
import { reference } from "../state/reference/schema.ts";
import { defineEvent } from "../state/schema.ts";
import { answers, longestTo, longestWhy, longestWording } from "./rules.ts";

const to = z.optional(plainLine(longestTo));

/** Somebody asks. */
export const ReleaseAsked = defineEvent(
  "releases.asked",
  1,
  z.strictObject({ item: reference, to, why: plainText(longestWhy) }),
);
/** The owner answers. */
export const ReleaseAnswered = defineEvent(
  "releases.answered",
  1,
  z.strictObject({
    request: reference,
    item: z.string(),
    to,
    answer: z.enum(answers),
    text: z.optional(plainText(longestWording)),
  }),
);
/** The file was made. */
export const ReleaseMade = defineEvent("releases.made", 1, z.strictObject({ request: reference, answer: reference }));

/** Every event of releases. */
export const releasesEvents = [ReleaseAsked, ReleaseAnswered, ReleaseMade] as const;
