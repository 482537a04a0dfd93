/** Every sentence of reminders by managers. */
import { inNumber, type Plural } from "../../../values/plural.ts";
import type { ReminderKind, ReminderRefusal } from "./rules.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<ReminderRefusal, string>> = {
  "too-soon": "A reminder went out a short while ago. Give people a few days.",
  nobody: "Nothing here is older than three days yet. Nobody was reminded.",
  draft: "The programme is a draft: nobody was asked anything yet.",
  finished: "The programme has ended: nobody is reminded any more.",
};

/** The mail to somebody who has not answered every suggestion. It names nobody. */
export function suggestionMail(
  { name, programmeName, waiting }: { readonly name: string; readonly programmeName: string; readonly waiting: number },
  link: string,
) {
  const somebody = inNumber(waiting, { one: "Somebody is", other: "# people are" });
  return {
    subject: `${programmeName}: a suggestion waits for you`,
    text: `Hello ${name},

${somebody} suggested to you in "${programmeName}", and you can still answer:

${link}

"Not this one" is a good answer too. No answer is told to anybody.
`,
  } as const;
}

/** The names of what is open, and what a reminder does. */
export const kindText: Readonly<
  Record<ReminderKind, { readonly title: string; readonly open: Plural; readonly none: string; readonly words: string }>
> = {
  invitations: {
    title: "Invitations",
    open: { one: "# invitation is open.", other: "# invitations are open." },
    none: "No invitation is open.",
    words: "Each gets a new link, good for fourteen days; the old one ends.",
  },
  suggestions: {
    title: "Suggestions",
    open: { one: "# suggestion is open.", other: "# suggestions are open." },
    none: "No suggestion is open.",
    words: "A mail goes to those who have not answered. Who that is, nobody is told.",
  },
  "first-dates": {
    title: "First dates",
    open: { one: "# pair has not met yet.", other: "# pairs have not met yet." },
    none: "Every pair has met.",
    words: "A mail goes to those who have no date yet and want such mails. Who that is, nobody is told.",
  },
};

/** The screens' words. */
export const text = {
  title: "Remind whoever has not answered",
  lead: "One mail, kindly worded, and not more often than every three days. What is younger than that is left alone.",
  remind: "Remind",
  remindLabel: (title: string) => `Remind: ${title}`,
  sent: "The mails are on their way.",
  again: (day: string) => `Possible again on ${day}.`,
  programme: "Programme",
} as const;
