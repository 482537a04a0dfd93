/** Every sentence of signing in on screens; the mail's are in `requests/`. */
import type { RefusalOf } from "../../../values/operation.ts";
import type { AskToSignIn, SignInWithCode, SignInWithLink } from "./schema.ts";

/** Whatever may keep somebody from signing in. */
export type SignInRefusal =
  | RefusalOf<typeof AskToSignIn>
  | RefusalOf<typeof SignInWithCode>
  | RefusalOf<typeof SignInWithLink>;

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<SignInRefusal, string>> = {
  "too-many-tries": "There were many tries in a short time. Use the link in the mail, or wait a quarter of an hour.",
  "wrong-code": "This is not the code of the newest mail. Look again, or use the link in the mail.",
  expired: "This has expired, or you asked in another browser. Ask for a new mail.",
  used: "This link has already been used. Ask for a new mail.",
};

/** The screens' words. */
export const text = {
  title: "Sign in",
  lead: "We send you a mail with a link and a code.",
  email: "Your e-mail address",
  emailHint: "The one at which your programme reaches you",
  emailWrong: "Type an address such as ana@example.org",
  ask: "Send me a mail",
  sent: "Look into your mail",
  sentTo: (address: string) => `If ${address} belongs to somebody here, a mail is on its way. It can take a minute.`,
  code: "The six digits of the mail",
  codeHint: "Or open the link in the mail, on any device",
  codeWrong: "The code has six digits",
  signIn: "Sign in",
  askAgain: "Ask for another mail",
  otherAddress: "Use another address",
  linkTitle: "Sign in to Oakroom",
  linkLead: "Press the button to sign in on this device.",
  linkBroken: "This link is not whole. Open it from the mail once more, or ask for a new one.",
  resent: "A new mail is on its way. The code of the one before no longer works here.",
  faults: "Please look at this",
} as const;
