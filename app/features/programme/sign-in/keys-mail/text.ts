/** The mails about a new way in. They name nobody else and nothing that is written. */

/** What was added. */
export type AddedWay = "device" | "passkey";

const added: Readonly<Record<AddedWay, { readonly subject: string; readonly words: string }>> = {
  device: {
    subject: "A device was added to your Oakroom",
    words: "a device was added that can open your rooms.",
  },
  passkey: {
    subject: "A passkey was added to your Oakroom",
    words: "a passkey was added that can sign you in.",
  },
};

/** The mail to whoever owns the account. `day` is written out. */
export function keysMail(name: string, what: AddedWay, day: string, link: string) {
  const { subject, words } = added[what];
  return {
    subject,
    text: `Hello ${name},

on ${day} (UTC) ${words}

If that was you, you need to do nothing.

If it was not, open Oakroom on a device that you trust, and look at your keys and devices:
${link}
`,
  } as const;
}
