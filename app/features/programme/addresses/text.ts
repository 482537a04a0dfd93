/** The mails about addresses. */

/** The code, to the address that is wanted. */
export function codeMail(code: string) {
  return {
    subject: "Your code for a new address in Oakroom",
    text: `Hello,

somebody wants to sign in to Oakroom with this address from now on.

Your code: ${code.slice(0, 3)} ${code.slice(3)}
Type it where you asked for it. It works once, for 30 minutes.

If it was not you, you need to do nothing.
`,
  } as const;
}

/** An address was left. `link` takes it back, where that is possible by mail. */
export function leftMail(name: string, place: "work" | "private", link: string | undefined) {
  const what = place === "work" ? "another address" : "another private address, or none";
  const back = link
    ? `If it was not you: open this link within seven days and press the button. This address counts again, and every browser is signed out.\n${link}`
    : "If it was not you: your devices on which you are still signed in, and your passkey, know you. Change the address back there, with your passphrase or recovery code. If you cannot, write to the people who run your programme. This mail itself changes nothing: whoever reads it cannot sign in as you.";
  return {
    subject: "This address no longer signs in to Oakroom",
    text: `Hello ${name},

your Oakroom account has ${what} from now on. This one no longer signs in, and codes that were on their way to it no longer work.

${back}
`,
  } as const;
}
