/** Where somebody has left: until when their rooms wait there. Leaving itself is a change of place (people, profile). */
import * as z from "zod/mini";
import { ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";

/** The programmes that the caller has left and in which rooms of theirs still wait. */
export const ListLeavings = operation({
  id: "listLeavings",
  method: "GET",
  path: "/leavings",
  summary: "The programmes that the caller has left, as long as their rooms wait",
  answer: z.object({
    leavings: z.array(z.object({ programmeId: ProgrammeId, programmeName: z.string(), until: Instant })),
    /** Whether the caller can sign in with an address of their own. */
    hasPrivateAddress: z.boolean(),
  }),
});
