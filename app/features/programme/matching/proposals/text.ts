/** Every sentence about suggestions: mails, and what the two see. */
import { inNumber } from "../../../../values/plural.ts";
import type { Role } from "../../../../values/role.ts";
import type { ProfileField } from "../../profile/rules.ts";
import type { Answer, AnswerRefusal } from "./rules.ts";
import type { WaitingIn } from "./schema.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<AnswerRefusal, string>> = {
  answered: "You have answered this suggestion already.",
  closed: "This suggestion has closed in the meantime.",
};

/** What mails need to know. */
export interface Mailed {
  readonly name: string;
  readonly programmeName: string;
  /** How many suggestions wait for this person's answer. */
  readonly waiting: number;
  /** "Thursday 8 October", as the reader's calendar has it. */
  readonly until: string;
}

const somebody = (count: number) => inNumber(count, { one: "somebody", other: "# people" });

/** The mail when suggestions come. It names nobody. */
export function suggestionMail({ name, programmeName, waiting, until }: Mailed, link: string) {
  return {
    subject: `${programmeName}: ${somebody(waiting)} suggested to you`,
    text: `Hello ${name},

"${programmeName}" suggests ${somebody(waiting)} to you. You can read why, and say yes or "not this one", until ${until}:

${link}

If you both say yes, your room opens at once. Otherwise the suggestion closes on that day, and nobody is told who said what.
`,
  } as const;
}

/** The mail to two who were a pair before, as their programme says. It names nobody. */
export function knownPairMail({ name, programmeName, until }: Mailed, link: string) {
  return {
    subject: `${programmeName}: your pair in Oakroom`,
    text: `Hello ${name},

"${programmeName}" says that you have a mentoring pair already. You can look, and say whether it goes on in Oakroom, until ${until}:

${link}

If you both say yes, a room for "${programmeName}" opens at once; a room that you have already stays as it is. Otherwise nothing changes between you, and nobody is told who said what.
`,
  } as const;
}

/** The one reminder, two days before a suggestion closes; only to people whose answer is still open. */
export function reminderMail({ name, programmeName, waiting, until }: Mailed, link: string) {
  return {
    subject: `${programmeName}: open until ${until}`,
    text: `Hello ${name},

"${programmeName}" has suggested ${somebody(waiting)} to you, and you can still answer until ${until}:

${link}

You may also leave it: no answer counts as "not this time", and nobody is told.
`,
  } as const;
}

/** The mail after the second yes. */
export function pairMail(name: string, otherName: string, link: string) {
  return {
    subject: `You and ${otherName} are a pair`,
    text: `Hello ${name},

you and ${otherName} have both said yes. Your room is open:

${link}

A first date and a short note are enough to begin.
`,
  } as const;
}

/** Fields whose usual name speaks to their writer. */
export const fieldNames: Readonly<Partial<Record<ProfileField, string>>> = {
  helpWith: "Can help with",
  wishes: "Would like help with",
  availability: "Hours that suit",
  setback: "A thing that did not go well",
};

/** The screens' words. */
export const text = {
  namedEachOther: "You named each other; nobody else in the programme reads this.",
  wishes: (programme?: string) => `Whom you wish for${programme === undefined ? "" : ` in ${programme}`}`,
  how: (programme?: string) => `How suggestions are made${programme === undefined ? "" : ` in ${programme}`}`,
  title: "Suggestions",
  lead: "You become a pair when you both say yes.",
  about: (role: Role, programme: string) =>
    `${role === "mentee" ? "Suggested to you as a mentor" : "Suggested to you as a mentee"} · ${programme}`,
  known: (programme: string) =>
    `“${programme}” says that you are a pair already. Your room opens when you both say yes.`,
  onTogether: (programme: string) => `“${programme}” asks whether you two go on together here.`,
  roomIn: (name: string, there: string, here: string) =>
    `You and ${name} have a room in “${there}”. It stays as it is, and goes on until one of you two ends it. A yes from both opens a second room, for “${here}”, with an agreement of its own; nothing is copied.`,
  yesKnown: "Yes, we go on here",
  openUntil: (day: string) => `Open until ${day}`,
  why: "Why you two",
  yes: (name: string) => `Yes, I would like to meet ${name}`,
  no: "Not this one",
  noTitle: (name: string) => `Not ${name}?`,
  noWords: "Nobody is told, and no reason is asked. The two of you are not suggested to each other again.",
  noSure: "Not this one",
  back: "Think about it",
  conflict: "A conflict of interest?",
  conflictWords:
    "If you take part in decisions about each other, are close, or something else stands between you: one press, no reason. The suggestion closes now, everyone reads “this pair did not come about”, and you are not suggested to each other again.",
  conflictSay: "There is a conflict",
  conflictTold: "Closed. You are not suggested to each other again.",
  yesTold: "Your yes is kept. Your room opens when you have both said yes.",
  noTold: "Noted. Nobody is told.",
  pairTold: (name: string) => `You and ${name} are a pair. Your room is open.`,
  answered: (day: string) =>
    `You have answered. If you both say yes, your room opens at once. Otherwise this closes on ${day}, even after an early no, so that nobody learns who said it.`,
  nobodyTold: "Your answer is shown to nobody, not even your programme. Whoever runs the server could see it.",
  closedTitle: "Closed",
  closed: (name: string, day: string) => `${name}: this pair did not come about (${day}).`,
  waitingTitle: "You are on the list",
  waiting: ({ programmeName, roles, since }: WaitingIn) => {
    if (since === "named")
      return `“${programmeName}” knows whom you meet already. Once you both take part, each of you is asked by mail; with two yeses your room opens.`;
    if (since === "ended")
      return `“${programmeName}” can suggest somebody else to you. If you would rather rest for now, say so in your profile.`;
    return roles.includes("mentee")
      ? `“${programmeName}” looks for your mentor. You hear by mail.`
      : `“${programmeName}” knows what you offer. You hear by mail.`;
  },
  clock: (minutes: number) => {
    if (minutes === 0) return undefined;
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    const apart = `${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`} ${hours === 1 && rest === 0 ? "hour" : "hours"}`;
    return `On their clock. Yours is ${apart} ${minutes > 0 ? "ahead" : "behind"}.`;
  },
  another: "Would somebody else suit you better?",
  anotherWords:
    "You can end a pair in its room at any time, without a reason. Then your programme can suggest somebody else to you.",
  nothingTitle: "No suggestions just now",
  nothing: "When a programme suggests somebody to you, they stand here, with the reasons.",
  nothingExample:
    "Ingrid offers ‘first teams, and what I got wrong’. Both speak English and German; 6 common hours a week.",
  toRoom: "Open your room",
  homeOne: (name: string) => `${name} is suggested to you`,
  homeMany: (count: number) => `${count} people are suggested to you`,
  homeLook: "Read why, and answer",
} as const;

/** What a person hears after answering. */
export const toldText: Readonly<Record<Answer, string>> = { yes: text.yesTold, no: text.noTold };
