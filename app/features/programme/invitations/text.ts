/** Every sentence of invitations: mail and screens. */
import type { RefusalOf } from "../../../values/operation.ts";
import type { Roles } from "../../../values/role.ts";
import { invitationDays } from "./rules.ts";
import type { AcceptInvitation, ExtendInvitation, Invite } from "./schema.ts";

/** What may keep an invitation from being used, or extended. */
export type InvitationRefusal =
  | RefusalOf<typeof Invite>
  | RefusalOf<typeof AcceptInvitation>
  | RefusalOf<typeof ExtendInvitation>;

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<InvitationRefusal, string>> = {
  expired: "This invitation cannot be used any more. Ask your programme for a new one; it takes them a moment.",
  used: "This invitation has been used already. If that was you, sign in with your e-mail address.",
  draft: "The programme is a draft: a few points come before the first invitation.",
  finished: "The programme has ended: nobody is invited any more.",
  "no-invitation": "There is no open invitation to extend. Send a new one instead.",
};

/** A person's roles in a sentence. */
export function asRoles(roles: Roles): string {
  if (roles.length === 2) return "a mentor and a mentee";
  return roles[0] === "mentor" ? "a mentor" : "a mentee";
}

/** What somebody is asked for; the rhythm is the usual one, and each pair sets its own. */
function whatItIs(roles: Roles): string {
  const often = "usually for an hour every two weeks";
  if (roles.length === 2) return `You meet one person at a time, ${often}: you help them, or they help you.`;
  return roles[0] === "mentor"
    ? `You meet somebody who would like your help, ${often}.`
    : `You meet somebody who has done what you would like to learn, ${often}. You choose the topics.`;
}

/** The mail with the link. */
export function invitationMail(
  invited: {
    readonly name: string;
    readonly programmeName: string;
    readonly organisationName: string;
    readonly roles: Roles;
    readonly managers: ReadonlyArray<{ readonly name: string; readonly email: string }>;
  },
  link: string,
) {
  return {
    subject: `${invited.programmeName}: you are invited`,
    text: `Hello ${invited.name},

${invited.organisationName} invites you to "${invited.programmeName}", as ${asRoles(invited.roles)}. ${whatItIs(invited.roles)}

Open this link and press "Join":
${link}

Joining takes about five minutes, and you see who reads what before you save it. With whom you meet is suggested to you, and each of you says yes or no first.

The link is yours alone and works once, for ${invitationDays} days. If you do not want to take part, you need to do nothing.

Questions? ${invited.managers.map(({ name, email }) => `${name}, ${email}`).join("; ")}
`,
  } as const;
}

/** The screens' words. */
export const text = {
  lead: (organisation: string, roles: Roles) => `${organisation} invites you to take part as ${asRoles(roles)}.`,
  hello: (name: string) => `Hello ${name}`,
  notYou: (name: string) => `If you are not ${name}, this link came to you by mistake: please close this page.`,
  next: "What comes now",
  steps: [
    "Your name, as you like to be called",
    "A few lines about yourself, with who can read them",
    "Your keys: a passphrase, and a code to keep",
    "A mail when somebody is suggested to you",
  ],
  minutes: "About five minutes. You can stop at any time and go on later.",
  join: "Join",
  broken: "This link is not whole. Open it from the mail once more, or ask your programme for a new one.",
  brokenTitle: "This link does not work",
  home: "Home",
  usedHere: (name: string) => `This invitation has been used already. You are signed in here as ${name}.`,
  signIn: "Sign in",
} as const;
