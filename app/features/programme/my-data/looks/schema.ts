/** Who opened somebody's page, and on which day. */
import * as z from "zod/mini";
import { Day } from "../../../../values/day.ts";
import { ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";
import { ProfileSeen } from "../../profile/schema.ts";

/** Opens what somebody said of themselves, for a manager: there is no other way to it, and its owner reads who did on which day. */
export const OpenProfile = operation({
  id: "openProfile",
  method: "POST",
  path: "/programmes/:programmeId/people/:participantId/looks",
  summary: "Open what somebody said of themselves; noted for its owner",
  params: z.strictObject({ programmeId: ProgrammeId, participantId: ParticipantId }),
  answer: z.object({
    /** The fields that the programme may read; empty until the profile was saved. */
    profile: z.nullable(ProfileSeen),
  }),
});

/** Who opened the caller's page: the newest first, as far as a year back. */
export const ListLooks = operation({
  id: "listLooks",
  method: "GET",
  path: "/me/looks",
  summary: "Which managers opened one's page, and on which day",
  answer: z.object({
    looks: z.array(z.object({ programmeName: z.string(), on: Day, by: z.string() })),
  }),
});
