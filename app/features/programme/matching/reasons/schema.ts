/** Why two people may suit each other: facts, and the words each of them wrote. Sentences are made of them where they are read. */
import * as z from "zod/mini";

/** One reason, as the matching engine gives it. */
export const Reason = z.discriminatedUnion("kind", [
  /** Something the mentee would like help with, and the mentor's offer that answers it, each in its writer's words. */
  z.object({ kind: z.literal("topic"), mentee: z.string(), mentor: z.string() }),
  /** Hours a week that suit both, in half hours. */
  z.object({ kind: z.literal("common-hours"), hours: z.number() }),
  z.object({ kind: z.literal("languages"), languages: z.readonly(z.array(z.string())) }),
  z.object({ kind: z.literal("same-site"), site: z.string() }),
  z.object({
    kind: z.literal("level-distance"),
    levels: z.number(),
    /** Who stands above; not there for the same level, or where nobody knows. */
    above: z.optional(z.enum(["mentor", "mentee"])),
  }),
  /** Both named topics, and none is the same: said, so that nobody is surprised. */
  z.object({ kind: z.literal("no-common-topic") }),
  z.object({ kind: z.literal("no-common-hours") }),
  z.object({ kind: z.literal("different-team") }),
  z.object({ kind: z.literal("no-reporting-line") }),
]);
/** One reason. */
export type Reason = z.infer<typeof Reason>;
