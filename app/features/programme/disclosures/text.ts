/** The mails about what was shown to a contact. */

/** To a contact. It names nobody. */
export function shownMail(to: string, link: string) {
  return {
    subject: "Something was shown to you in Oakroom",
    text: `Hello ${to},

somebody showed you something, as a contact for concerns. It is sealed to your key.

Open it here:
${link}
`,
  } as const;
}

/** To whoever showed something. Others may see the screen on which it is read, so it says nothing. */
export function waitingMail(to: string, link: string) {
  return {
    subject: "Something waits for you in Oakroom",
    text: `Hello ${to},

something waits for you:
${link}
`,
  } as const;
}
