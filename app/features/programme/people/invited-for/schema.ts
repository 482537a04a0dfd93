/** What the programme says of a mentor on their card: "Invited by … as a mentor for …" (P98). */
import * as z from "zod/mini";
import { ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";
import { plainLine } from "../../../../values/text.ts";
import { mostTopics, topicSigns } from "./rules.ts";

/** Writes for what somebody is invited as a mentor: the programme's words, of people other than the manager who writes them. */
export const WriteInvitedFor = operation({
  id: "writeInvitedFor",
  method: "PUT",
  path: "/programmes/:programmeId/people/:participantId/invited-for",
  summary: "Write for what somebody is invited as a mentor",
  params: z.strictObject({ programmeId: ProgrammeId, participantId: ParticipantId }),
  body: z.strictObject({ topics: z.array(plainLine(topicSigns)).check(z.maxLength(mostTopics)) }),
});
