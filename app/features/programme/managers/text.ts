/** Every sentence about co-managers: mail and screens. */
import type { RefusalOf } from "../../../values/operation.ts";
import { managerInvitationDays } from "./rules.ts";
import type { InviteManager, RemoveManager, WithdrawManagerInvitation } from "./schema.ts";

/** What may keep a manager from changing who manages. */
export type ManagingRefusal =
  | RefusalOf<typeof InviteManager>
  | RefusalOf<typeof RemoveManager>
  | RefusalOf<typeof WithdrawManagerInvitation>;

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<ManagingRefusal, string>> = {
  "manages-already": "Somebody with this address manages the programme already.",
  "last-manager": "A programme needs a manager. Invite somebody first; once they have accepted, you can go.",
  "no-manager": "This person does not manage the programme any more.",
  "not-open": "This invitation is not open any more.",
};

/** The mail with the link. */
export function managerMail(
  { name, programmeName, organisationName }: Record<"name" | "programmeName" | "organisationName", string>,
  link: string,
) {
  return {
    subject: `${programmeName}: would you help to manage it?`,
    text: `Hello ${name},

you are invited to manage "${programmeName}" of ${organisationName}, together with those who do it now. Managers see who takes part and who is a pair. They cannot see what two people write in their room.

Open this link and press "Manage this programme":
${link}

The link is yours alone and works once, for ${managerInvitationDays} days. If you do not want to, you need to do nothing.
`,
  } as const;
}

/** The screens' words. */
export const text = {
  title: "Managers",
  lead: "All managers can do the same. What each changes is noted, and read by whom it concerns.",
  own: "A manager who takes part does not see the suggestions that are about themselves; another manager looks after those.",
  since: (day: string) => `since ${day}`,
  you: "you",
  invited: "Invited",
  until: (day: string) => `can accept until ${day}`,
  withdraw: "Withdraw",
  withdrawLabel: (name: string) => `Withdraw the invitation of ${name}`,
  withdrawn: "Withdrawn. The link in their mail does not work any more.",
  remove: "Take out",
  removeLabel: (name: string) => `Take out ${name}`,
  leave: "Stop managing",
  removeTitle: (name: string) => `Take ${name} out?`,
  removeWords: "They can change nothing here from this moment. As a participant, nothing changes for them.",
  leaveTitle: "Stop managing?",
  leaveWords: "You can change nothing here from this moment. As a participant, nothing changes for you.",
  back: "Not now",
  removed: (name: string) => `${name} does not manage the programme any more.`,
  invite: "Invite a manager",
  name: "Name",
  nameWrong: "Write a name of at most 120 characters",
  email: "E-mail address",
  emailWrong: "Write an address such as lena@example.org",
  send: "Send the invitation",
  sent: (name: string) => `${name} gets a mail with a link.`,
  faults: "Please look at this again",
  changes: "What managers changed",
  accept: "Manage this programme",
  acceptLead: (organisation: string) => `${organisation} asks you to help manage this programme.`,
  hello: (name: string) => `Hello ${name}`,
  acceptWords: "You will see who takes part and who is a pair. You will not see room contents.",
  notYou: (name: string) => `If you are not ${name}, this link came to you by mistake: please close this page.`,
  brokenTitle: "This link does not work",
  broken: "This link is not whole. Open it from the mail once more, or ask for a new one.",
  noLongerValid:
    "This link has been used, withdrawn, or has run out. If it was you, sign in; otherwise ask for a new one.",
  signIn: "Sign in",
} as const;
