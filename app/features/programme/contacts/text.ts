/** Every sentence about being a contact for concerns: mails, the manager's page, the contact's own. */
import type { RefusalOf } from "../../../values/operation.ts";
import type { ContactState } from "./rules.ts";
import type { ChangeContact } from "./schema.ts";

/** The mail that asks somebody to be a contact. */
export function askedMail(
  to: string,
  programme: { readonly name: string; readonly organisation: string },
  managers: ReadonlyArray<{ readonly name: string; readonly email: string }>,
  link: string,
) {
  return {
    subject: `${programme.name}: you are named as a contact for concerns`,
    text: `Hello ${to},

${programme.organisation} names you as a contact for concerns in the mentoring programme "${programme.name}": somebody to whom people can turn who are pressed, harassed or worried.

Please open this page and sign in with this address:
${link}

You make your keys there; it takes about five minutes. From then on somebody can show you things from their room. These are sealed to your key. You cannot open a room, and the programme is not told who turns to you.

If you would rather not, say so on that page; the programme then names somebody else. If you have a question, write to:
${managers.map(({ name, email }) => `${name}, ${email}`).join("; ")}
`,
  } as const;
}

/** The mail to managers when a contact steps down, or would rather not be one. */
export function leftMail(to: string, contact: string, programme: string, link: string) {
  return {
    subject: `${programme}: a contact for concerns is no longer available`,
    text: `Hello ${to},

${contact} is no longer available as a contact for concerns in "${programme}".

Please name somebody else in the settings. Until then nobody new is suggested to anybody:
${link}
`,
  } as const;
}

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<RefusalOf<typeof ChangeContact>, string>> = {
  "no-keys": "Please make your keys first.",
  "named-no-longer": "The programme names somebody else now.",
};

/** Where a contact stands, for managers. */
export const stateText: Readonly<Record<ContactState, string>> = {
  named: "not asked yet",
  asked: "asked, and not ready yet",
  ready: "ready",
  left: "no longer available",
};

/** The manager's page. */
export const managedText = {
  title: "Contacts for concerns",
  lead: "People turn to them who are pressed, harassed or worried. They need keys, so that somebody can show them things from a room. You do not see who turns to them.",
  left: (name: string) => `${name} is no longer available. Matching goes on once the settings name somebody else.`,
  fingerprint: "Fingerprint of their key",
  fingerprintLine: "Call them, have these six words read aloud, and put them into your programme’s texts.",
  ask: "Ask them by mail",
  askAgain: "Ask again by mail",
  asked: "The mails are on their way.",
  settings: "Change who is named",
  without: {
    one: "Nobody here can be offered to one person",
    other: "Nobody here can be offered to # people",
  },
  withoutLine:
    "All contacts stand in a reporting line with them, or with somebody they share a room with. Name one more in the settings, best from outside your organisation. Oakroom does not say who it is.",
} as const;

/** The contact's own page. */
export const ownText = {
  title: "Contact for concerns",
  lead: "People can show you things from their room. You open what they chose, and nothing else.",
  none: "No programme has named you as a contact.",
  keysFirst: "Make your keys first. Then people can seal things to you.",
  makeKeys: "Make my keys",
  promise:
    "What is shown to you is sealed to your key, for you alone. What you do with it is your promise. Read each wish before you act.",
  be: "I am ready",
  beAgain: "Be a contact again",
  asksYou: "asks you to be a contact for concerns.",
  isReady: "You are a contact for concerns.",
  hasLeft: "You are not a contact for concerns here. Whatever was shown to you stays with you.",
  stepDown: "Step down",
  stepDownLine: "Nobody is offered you any more. The programme is told, and has to name somebody else.",
  stepDownSure: "Step down now",
  ratherNot: "I would rather not",
  ratherNotLine: "You need not say why. The programme is told, and names somebody else.",
  ratherNotSure: "Tell the programme",
  stay: "Stay",
  fingerprint: "Your fingerprint",
  fingerprintLine: "Somebody may call and ask for these six words, to be sure that the key is yours.",
  inbox: "Shown to you",
  nothing: "Nothing is shown to you. What somebody showed goes when they erase their account.",
  isNew: "new",
  taken: "taken up",
  open: (name: string) => `Open what ${name} shows you`,
  /** On Home. */
  home: "Open",
} as const;
