/** What can be broken in a server on purpose. */
import * as z from "zod/mini";

/** What is broken in a server. */
export const Broken = z.strictObject({
  promise: z.optional(z.enum(["acknowledges before the commit", "never says no", "looks at the clock once"])),
  /** While this file is there each commit takes as many ms as it says. */
  slowFile: z.optional(z.string()),
});
/** What is broken in a server. */
export type Broken = z.infer<typeof Broken>;
