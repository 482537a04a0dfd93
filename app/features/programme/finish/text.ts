/** Every sentence of a programme's end: the mail and the screens. */
import type { Day } from "../../../values/day.ts";
import type { FinishRefusal } from "./rules.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<FinishRefusal, string>> = {
  draft: "The programme is a draft: it has not begun.",
  finished: "The programme has ended already.",
  "not-ahead": "Choose today, or a day within the next two years.",
  "too-late": "It ended more than a day ago, and people were told. A next programme can be made from this one.",
};

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** What the mail is made of. */
export interface FinishedMail {
  readonly name: string;
  readonly programmeName: string;
  readonly lastDay: Day;
  readonly hasRoom: boolean;
  readonly origin: string;
}

/** To everyone who took part, once. */
export function finishedMail({ name, programmeName, lastDay, hasRoom, origin }: FinishedMail) {
  const rooms = hasRoom
    ? `Your room goes on, with the reminders of sessions that you two set. It ends when one of you two ends it, and not before. The programme's contacts for concerns stay there for you as long as it lives.`
    : "You need to do nothing. Your account stays until you erase it, under Settings.";
  return {
    subject: `${programmeName} has ended`,
    text: `Hello ${name},

${programmeName} ended on ${days.format(Date.parse(lastDay))}. Thank you for the time you gave. From now on it suggests nobody, and asks nothing of you.

${rooms} Another programme may invite you, and you take part in it only with a yes of your own.

${origin}
`,
  } as const;
}

/** The managers' words. */
export const text = {
  title: "End the programme",
  happens: [
    "Nobody is invited, suggested or reminded by the programme any more.",
    "Rooms go on until their two people end them. The contacts for concerns stay there for them as long as a room lives.",
    "Everyone who takes part reads it on Home, and gets one mail a day after the end.",
    "Until that mail goes you can take it back, and everything stands as before.",
  ],
  when: "When?",
  now: "Now",
  later: "After a last day",
  lastDay: "Last day",
  act: "End the programme",
  asks: "End it for everyone, now?",
  asksLine:
    "From this moment nobody is invited, suggested or reminded, and everyone who takes part reads on Home that it has ended. You can take it back until tomorrow.",
  actNow: "End it now",
  ends: (day: string) => `It ends after ${day}`,
  ended: (day: string) => `It ended on ${day}`,
  endedWords: "Rooms go on until their two people end them.",
  until: (day: string) => `You can take it back until ${day}.`,
  back: "Take it back",
  takenBack: "The programme goes on.",
  move: "Choose another day",
  programme: "Programme",
} as const;

/** Home's words for whoever takes part. */
export const homeText = {
  ends: (programme: string, day: string) => `${programme} ends after ${day}`,
  ended: (programme: string) => `${programme} has ended`,
  room: "Rooms go on until one of their two ends them. The contacts for concerns stay there for you as long as they live.",
} as const;
