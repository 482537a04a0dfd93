/** The mails about a way in. They name nobody else and nothing that is written. */
import type { ChangedWay } from "./rules.ts";

const changed: Readonly<Record<ChangedWay, { readonly subject: string; readonly words: string }>> = {
  device: {
    subject: "A device was added to your Oakroom",
    words: "a device was added that can open your rooms.",
  },
  "device-out": {
    subject: "A device was taken out of your Oakroom",
    words: "a device was taken out that could open your rooms. It reads nothing new from now on.",
  },
  "device-lost": {
    subject: "A device was signed out of your Oakroom",
    words: "a device was signed out because it was said to be lost.",
  },
  passkey: {
    subject: "A passkey was added to your Oakroom",
    words: "a passkey was added that can sign you in.",
  },
};

/** The mail to whoever owns the account. `when` is the time as the reader's clock shows it, with its zone. */
export function keysMail(name: string, what: ChangedWay, when: string, link: string) {
  const { subject, words } = changed[what];
  return {
    subject,
    text: `Hello ${name},

on ${when} ${words}

If that was you, you need to do nothing.

If it was not, open Oakroom on a device that you trust, and look at your keys and devices:
${link}
`,
  } as const;
}
