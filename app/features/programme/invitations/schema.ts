/** Invitations: a link in a mail that lets its addressee in, once. */
import * as z from "zod/mini";
import { ParticipantId, ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { Roles } from "../../../values/role.ts";

const requestId = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
const Token = z.string().check(z.regex(/^[\w-]{43}$/));
const inProgramme = z.strictObject({ programmeId: ProgrammeId });
const onePerson = z.strictObject({ programmeId: ProgrammeId, participantId: ParticipantId });

/**
 * Invites people: everyone who has not been asked yet, or those named. Whoever was asked before gets a new link, and the old one ends.
 * The id is the client's: the same again sends nothing more, and answers alike.
 */
export const Invite = operation({
  id: "invite",
  method: "POST",
  path: "/programmes/:programmeId/invitations",
  summary: "Invite people by mail",
  params: inProgramme,
  body: z.strictObject({
    requestId,
    people: z.union([z.literal("not-yet-asked"), z.array(ParticipantId).check(z.minLength(1), z.maxLength(10_000))]),
  }),
  answer: z.object({ invited: z.int() }),
  refusals: ["draft", "finished"],
  bodyLimitBytes: 1024 * 1024,
});

/** Gives the newest invitation of somebody another 14 days from now; the link in their mail stays the same. */
export const ExtendInvitation = operation({
  id: "extendInvitation",
  method: "POST",
  path: "/programmes/:programmeId/people/:participantId/invitation/extend",
  summary: "Let an invitation live 14 days from now",
  params: onePerson,
  answer: z.object({ expiresAt: Instant }),
  refusals: ["no-invitation", "finished"],
});

/** The kind of job that mails an invitation. */
export const invitationMailKind = "invitation-mail";

/** What an invitation says. Looking at it changes nothing. */
export const ReadInvitation = operation({
  id: "readInvitation",
  method: "POST",
  path: "/invitations/read",
  summary: "What an invitation is for",
  body: z.strictObject({ token: Token }),
  answer: z.object({
    programmeId: ProgrammeId,
    programmeName: z.string(),
    organisationName: z.string(),
    name: z.string(),
    roles: Roles,
    expiresAt: Instant,
  }),
  refusals: ["expired", "used"],
});

/** Accepts an invitation and signs in: the link came to the person's own address. Works once. */
export const AcceptInvitation = operation({
  id: "acceptInvitation",
  method: "POST",
  path: "/invitations/accept",
  summary: "Accept an invitation and sign in",
  body: z.strictObject({ token: Token }),
  answer: z.object({ programmeId: ProgrammeId }),
  refusals: ["expired", "used"],
});
