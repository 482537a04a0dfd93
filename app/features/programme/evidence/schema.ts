/** The record of a run of all tests, and how anyone may read it. */
import * as z from "zod/mini";
import { operation } from "../../../values/operation.ts";
import { suites } from "./rules.ts";

const count = z.int().check(z.gte(0));

/** The record as `npm test` writes it; `rules.ts` says what each part is. */
export const EvidenceRecord = z.object({
  format: z.literal(1),
  version: z.string(),
  commit: z.optional(z.string()),
  node: z.string(),
  at: z.string(),
  skipped: z.array(z.string()),
  tried: z.array(
    z.object({
      suite: z.enum(suites),
      part: z.string(),
      runs: count,
      failed: count,
      seed: z.optional(z.string()),
    }),
  ),
});

/** What was tried against this Oakroom. Nothing about people is in it. */
export const ReadEvidence = operation({
  id: "readEvidence",
  method: "GET",
  path: "/evidence",
  summary: "What the tests of this Oakroom tried, how often, and what failed",
  answer: z.object({
    /** The version that answers. */
    current: z.string(),
    /** Empty where no record lies here that can be read. */
    record: z.nullable(EvidenceRecord),
  }),
});
