/** The reminders' sentences. They name the other person and the time, nothing else (nudge.reminder). */
import type { ReminderKind } from "./rules.ts";

/** What a reminder needs to know. `when` is the time as the reader's clock shows it, with its zone; `day` names it: "Today", "Tomorrow", "On Monday". */
export interface Reminded {
  readonly name: string;
  readonly otherName: string;
  readonly when: string;
  readonly day: string;
}

/** The mail a day or 10 minutes before a session. */
export function reminderMail(kind: ReminderKind, { name, otherName, when, day }: Reminded, link: string) {
  if (kind === "soon")
    return {
      subject: `In 10 minutes: ${otherName}`,
      text: `Hello ${name},

in 10 minutes: ${otherName}, ${when}.

Should your room show another time, the room is right. Running a little late? One tap in the room says so:
${link}
`,
    } as const;
  return {
    subject: `${day}: ${otherName}`,
    text: `Hello ${name},

you meet ${otherName} ${when}.

Two minutes to prepare? Please also check that your room opens on the device you will use:
${link}

Moving it is fine, and needs no reason. Should your room show another time than this mail, the room is right.
`,
  } as const;
}

/** The mail to a new pair without a date (nudge.first), after 3 and 10 days. */
export function firstDateMail(name: string, otherName: string, link: string) {
  return {
    subject: `A first date with ${otherName}`,
    text: `Hello ${name},

you and ${otherName} are a pair. A first date within two weeks helps. In your room are times inside the hours you both gave, or suggest one of your own:
${link}

Have you found a date another way? Then take this as said.
`,
  } as const;
}
