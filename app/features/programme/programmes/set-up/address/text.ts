/** The sentences about confirming the first manager's address. */
import type { RefusalOf } from "../../../../../values/operation.ts";
import type { AskSetUpCode, ConfirmSetUpAddress } from "./schema.ts";

/** The mail with the six digits. */
export function codeMail(name: string, code: string) {
  return {
    subject: "Oakroom: your code for the set-up",
    text: `Hello ${name},

somebody, most likely you, is setting up Oakroom with this address.

Your code: ${code.slice(0, 3)} ${code.slice(3)}
Type it where you set Oakroom up. It works in that browser alone, for 15 minutes.

If it was not you, you need to do nothing.
`,
  } as const;
}

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<RefusalOf<typeof AskSetUpCode | typeof ConfirmSetUpAddress>, string>> = {
  "no-longer-valid": "This set-up link does not work any more. Look at the last lines that the server printed.",
  "too-many-tries":
    "There were many tries in a short time. Wait a quarter of an hour; the set-up link works as before.",
  "wrong-code": "This is not the code of the newest mail. Look again, or have another one sent.",
  expired: "This has expired, or the mail was asked for in another browser. Have another one sent.",
};

/** The page's words. */
export const text = {
  title: "Is your address right?",
  lead: (address: string) => `We send six digits to ${address}. With them you know that you can sign in later.`,
  code: "The six digits of the mail",
  codeHint: "It can take a minute",
  codeWrong: "The code has six digits",
  correct: "Correct the address",
  again: "Have another one sent",
  resent: "A new mail is on its way. The code of the one before no longer works.",
  outbox:
    "No mail server is set here yet. Mails become files in the folder outbox, in the data folder; so does this one.",
  none: "No mail comes",
  noneLine:
    "You can set Oakroom up all the same. If the address then turns out to be wrong, whoever runs this server appoints a manager with:",
  command: 'npm run oakroom -- appoint "Name <address>" --beside',
  lostLine:
    "Look among unwanted mail, and whether the address is right. Whoever runs this server sees with the first of these lines why no mail goes out, and sets Oakroom up without one with the second:",
  doctor: "npm run oakroom -- doctor",
  setup: "npm run oakroom -- setup",
  without: "Go on without",
} as const;
