/** The mails about leaving: days, and nothing of what anybody wrote. */
import type { Day } from "../../../../values/day.ts";

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const inWords = (day: Day) => days.format(Date.parse(day));

/** What a mail about leaving is made of. */
export interface LeavingMail {
  readonly name: string;
  readonly programmeName: string;
  /** The other of a pair; empty where there is none. */
  readonly otherName: string;
  readonly until: Day;
  readonly origin: string;
  readonly hasPrivate: boolean;
  /** For how many days the server keeps rooms that ended. */
  readonly keptDays: number | undefined;
}

const ownAddress = ({ hasPrivate, until, origin }: LeavingMail) =>
  hasPrivate
    ? "You can sign in with your private address all that time, and afterwards."
    : `If this mailbox ends with your job, add a private address before it does, at the latest by ${inWords(until)}. You sign in with it then:\n${origin}/addresses`;

/** To whoever left, at once. */
export function leftMail(told: LeavingMail) {
  return {
    subject: `You have left ${told.programmeName}`,
    text: `Hello ${told.name},

it is noted that you have left ${told.programmeName}. No reason is kept. Thank you for the time you gave.

Until ${inWords(told.until)} your rooms there can be read, brought to a good ending, and taken along. Nothing else is written in them.

${ownAddress(told)}

If this is a mistake, tell your programme by then; they can take it back.
`,
  } as const;
}

/** To the other of a pair, at once. */
export function otherLeftMail({ name, programmeName, otherName, until, origin }: LeavingMail) {
  return {
    subject: `${otherName} no longer takes part in ${programmeName}`,
    text: `Hello ${name},

${otherName} no longer takes part in ${programmeName}. It says nothing about you, or about what you two did.

Until ${inWords(until)} your room can be read, and you can say goodbye there and take your words along.
${origin}

If you would like to meet somebody else, one tap in your room tells your programme.
`,
  } as const;
}

/** To both, a week before. */
export function soonMail(told: LeavingMail) {
  const after =
    told.keptDays === undefined
      ? "After that it stays readable for both of you"
      : `After that it stays readable for ${told.keptDays} days`;
  return {
    subject: `Your room ends on ${inWords(told.until)}`,
    text: `Hello ${told.name},

your room with ${told.otherName} ends on ${inWords(told.until)}. Until then you can say goodbye there. ${after}, and you can take your words along.
${told.origin}

If this mailbox ends with your job, add a private address before:
${told.origin}/addresses
`,
  } as const;
}

/** To both, once it was taken back. */
export function backMail({ name, programmeName, otherName, origin }: LeavingMail) {
  return {
    subject: "Your room is open again",
    text: `Hello ${name},

you and ${otherName} are a pair in ${programmeName} as before, and your room is open again.
${origin}

If you would rather rest, say so on your page there; nobody asks why.
`,
  } as const;
}

/** To whoever had left, once it was taken back and no room of theirs opens by it. */
export function placeBackMail({ name, programmeName, origin }: LeavingMail) {
  return {
    subject: `You are in ${programmeName} again`,
    text: `Hello ${name},

it was taken back that you left ${programmeName}. You stand there as before, with everything you had said.
${origin}

If you would rather rest, say so on your page there; nobody asks why.
`,
  } as const;
}
