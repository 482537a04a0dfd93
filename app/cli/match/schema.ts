/** The two files of `match`: what is to be solved, and its answer. Their fields are told in packages/matching/README.md. */
import type { Matching, Problem } from "@oakroom/matching";
import * as z from "zod/mini";

// Whether a number is whole or too great is the engine's to say: it knows what it can keep exact.
const pair = { mentee: z.string(), mentor: z.string() };
const Pair = z.strictObject(pair);
const ScoredPair = z.strictObject({ ...pair, points: z.number() });
const Policy = z.enum(["agreed", "choice"]);

/** A problem file. */
export const ProblemFile: z.ZodMiniType<Problem> = z.strictObject({
  mentees: z.array(z.strictObject({ id: z.string(), demand: z.optional(z.number()) })),
  mentors: z.array(z.strictObject({ id: z.string(), capacity: z.number() })),
  pairs: z.array(ScoredPair),
  named: z.optional(z.array(z.strictObject({ by: z.string(), who: z.string(), rank: z.number() }))),
  pinned: z.optional(z.array(Pair)),
  existing: z.optional(z.array(Pair)),
  forbidden: z.optional(z.array(Pair)),
  waited: z.optional(z.array(z.string())),
  fairLine: z.optional(z.number()),
  policy: z.optional(Policy),
  seed: z.optional(z.string()),
});

/** A matching file. */
export const MatchingFile: z.ZodMiniType<Matching> = z.strictObject({
  pairs: z.array(ScoredPair),
  waiting: z.array(z.string()),
  levels: z.strictObject({
    placed: z.number(),
    further: z.number(),
    mutualKept: z.number(),
    belowLine: z.number(),
    points: z.number(),
  }),
  exceptions: z.array(Pair),
  certificate: z.strictObject({
    policy: Policy,
    input: z.string(),
    answer: z.string(),
    weights: z.strictObject({
      placed: z.number(),
      further: z.number(),
      mutual: z.number(),
      line: z.number(),
      points: z.number(),
      waited: z.number(),
    }),
    prices: z.array(z.strictObject({ mentor: z.string(), levels: z.number(), points: z.number() })),
  }),
});
