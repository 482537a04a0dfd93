/** Sealed: the mentee's "My context". */
import * as z from "zod/mini";
import { plainText } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { longestContext } from "./rules.ts";

const answer = plainText(longestContext);

/** A card as it stands from now on. */
export const ContextWritten = defineEvent(
  "context.written",
  1,
  z.strictObject({ days: answer, people: answer, hard: answer, care: answer }),
  { searched: ({ days, people, hard, care }) => `${days} ${people} ${hard} ${care}` },
);

/** Every event of the context. */
export const contextEvents = [ContextWritten] as const;
