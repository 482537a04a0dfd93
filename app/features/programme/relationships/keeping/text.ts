/** The sentences about how long an ended room is kept. */

/** The mail a while before an ended room goes. It names nobody. */
export function goesSoonMail(name: string, day: string, link: string) {
  return {
    subject: `A room of yours is kept until ${day}`,
    text: `Hello ${name},

a room of yours that has ended is kept on the server until ${day}. Then it goes there by itself, with all that is in it.

If you would like to keep something of it, take your keepsake before:

${link}
`,
  } as const;
}
