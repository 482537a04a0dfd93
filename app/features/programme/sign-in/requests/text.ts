/** The words of the sign-in mail. */

/** The mail with the link and the code. It goes to the address that is stored, never to what was typed. */
export function signInMail(name: string, code: string, link: string) {
  return {
    subject: "Sign in to Oakroom",
    text: `Hello ${name},

somebody, most likely you, asked to sign in to Oakroom with this address.

Your code: ${code.slice(0, 3)} ${code.slice(3)}
Type it where you asked. It works in that browser alone.

Or open this link, on any device, and press "Sign in":
${link}

Both work once, for 15 minutes.

If it was not you, you need to do nothing: without this mail nobody gets in.
`,
  } as const;
}
