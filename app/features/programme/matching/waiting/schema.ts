/** For somebody to whom nobody is suggested just now: until when the round that is under way goes. */
import * as z from "zod/mini";
import { ProgrammeId } from "../../../../values/id.ts";
import { Instant } from "../../../../values/instant.ts";
import { operation } from "../../../../values/operation.ts";

/** What a waiting person may know of the matching. It is the same for everyone who waits. */
export const ReadWaiting = operation({
  id: "readWaiting",
  method: "GET",
  path: "/programmes/:programmeId/waiting",
  summary: "Until when the suggestions of a programme go that are open now",
  params: z.strictObject({ programmeId: ProgrammeId }),
  answer: z.object({
    programmeName: z.string(),
    /** When the last suggestion that is open now closes; null where none is. */
    openUntil: z.nullable(Instant),
  }),
});
