/** The managers of a programme: who they are, inviting another one by mail, and taking one out. */
import * as z from "zod/mini";
import { AccountId, ManagerInvitationId, ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { EmailAddress, plainLine } from "../../../values/text.ts";

const Token = z.string().check(z.regex(/^[\w-]{43}$/));
const inProgramme = z.strictObject({ programmeId: ProgrammeId });

/** Everyone who manages a programme, and who was invited to. */
export const ListManagers = operation({
  id: "listManagers",
  method: "GET",
  path: "/programmes/:programmeId/managers",
  summary: "Who manages a programme, and who was invited to",
  params: inProgramme,
  answer: z.object({
    programmeName: z.string(),
    managers: z.array(z.object({ accountId: AccountId, name: z.string(), email: z.string(), since: Instant })),
    invited: z.array(
      z.object({ invitationId: ManagerInvitationId, name: z.string(), email: z.string(), expiresAt: Instant }),
    ),
  }),
});
/** Everyone who manages a programme, and who was invited to. */
export type ManagersList = z.infer<typeof ListManagers.answer>;

/** Invites somebody by mail to manage the programme too. The id is the client's: the same again sends nothing more. A newer one ends the one before. */
export const InviteManager = operation({
  id: "inviteManager",
  method: "POST",
  path: "/programmes/:programmeId/managers/invitations",
  summary: "Invite somebody by mail to manage a programme",
  params: inProgramme,
  body: z.strictObject({ invitationId: ManagerInvitationId, name: plainLine(120), email: EmailAddress }),
  refusals: ["manages-already"],
});

/** Ends an invitation that was not used. */
export const WithdrawManagerInvitation = operation({
  id: "withdrawManagerInvitation",
  method: "DELETE",
  path: "/programmes/:programmeId/managers/invitations/:invitationId",
  summary: "Withdraw an invitation to manage a programme",
  params: z.strictObject({ programmeId: ProgrammeId, invitationId: ManagerInvitationId }),
  refusals: ["not-open"],
});

/** Takes a manager out, at once; also oneself. The last one stays. */
export const RemoveManager = operation({
  id: "removeManager",
  method: "DELETE",
  path: "/programmes/:programmeId/managers/:accountId",
  summary: "End that somebody manages a programme",
  params: z.strictObject({ programmeId: ProgrammeId, accountId: AccountId }),
  refusals: ["last-manager", "no-manager"],
});

/** What an invitation to manage says. Looking at it changes nothing. */
export const ReadManagerInvitation = operation({
  id: "readManagerInvitation",
  method: "POST",
  path: "/managers/invitations/read",
  summary: "What an invitation to manage is for",
  body: z.strictObject({ token: Token }),
  answer: z.object({ programmeName: z.string(), organisationName: z.string(), name: z.string(), expiresAt: Instant }),
  refusals: ["no-longer-valid"],
});

/** Accepts it and signs in: the link came to the person's own address. Works once. */
export const AcceptManagerInvitation = operation({
  id: "acceptManagerInvitation",
  method: "POST",
  path: "/managers/invitations/accept",
  summary: "Accept an invitation to manage, and sign in",
  body: z.strictObject({ token: Token }),
  answer: z.object({ programmeId: ProgrammeId }),
  refusals: ["no-longer-valid"],
});
