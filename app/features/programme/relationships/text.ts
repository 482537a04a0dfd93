/** Every sentence about pairs: mails, and the neutral words for pausing and ending. */
import type { RemindRefusal } from "./rules.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<RemindRefusal, string>> = {
  ended: "This pairing has ended.",
  "reminded-lately": "A reminder went out in the last two days. One is enough.",
};

/** The mail "your room is open". It names the other person, and nothing of what they wrote. */
export function reminderMail(name: string, otherName: string, link: string) {
  return {
    subject: `${otherName} is looking forward to meeting you`,
    text: `Hello ${name},

you and ${otherName} are a pair, and your room is open.

${link}

What is in the room stays in the room; this mail knows nothing of it.
`,
  } as const;
}

/** The mail after a pairing has ended: the neutral sentence (end.early). */
export function endedMail(name: string, otherName: string) {
  return {
    subject: "A pairing has ended",
    text: `Hello ${name},

${otherName} has decided to end the pairing. This happens and says nothing about you. Thank you for the time.

Your room stays readable for both of you. If you would like another match, tell your programme; no reason is needed.
`,
  } as const;
}
