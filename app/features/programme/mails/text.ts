/** Sentences of mails that their readers can mute. */

import type { MutableKind } from "./rules.ts";

/** Stands at the foot of each: one tap mutes the kind. */
export function footer(origin: string, kind: MutableKind): string {
  return `--
No more mails like this one: ${origin}/mails#mute=${kind}
`;
}

/** The mail of a neutral wake-up: it knows a day, and nothing of what waits (5.2, nudge.commitment). */
export function wakeUpMail(name: string, origin: string) {
  return {
    subject: "Something waits for you in Oakroom",
    text: `Hello ${name},

something waits for you in Oakroom:
${origin}
${footer(origin, "wake-ups")}`,
  } as const;
}
