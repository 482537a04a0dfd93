/** Every sentence about one's own data. */

/** Where a name stood, once its owner erased their account. */
export const leftName = "Somebody who left";

/** The mail to the other person of a pair whose account was erased. */
export function leftMail(name: string) {
  return {
    subject: "A pairing has ended",
    text: `Hello ${name},

the other person of one of your pairs has left Oakroom, as anyone may at any time. It says nothing about you. Thank you for the time you gave each other.

Your room stays readable for you. If you would like to meet somebody else, tell your programme; no reason is needed.
`,
  } as const;
}
