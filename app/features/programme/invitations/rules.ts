/** How long invitations live. */
import { dayLength } from "../../../values/instant.ts";

/** How many days an invitation can be used. */
export const invitationDays = 14;
/** How long an invitation can be used, in milliseconds; extending gives as much again from that moment. */
export const invitationLifeMs = invitationDays * dayLength;
/** How many people one statement invites. */
export const invitationBatch = 500;
