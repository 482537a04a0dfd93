/** Every sentence about pairs: mails, and the neutral words for pausing and ending. */
import type { RemindRefusal, ShownState } from "./rules.ts";
import type { RelationshipState } from "./schema.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<RemindRefusal, string>> = {
  ended: "This pairing has ended.",
  paused: "This pairing is paused. No reminders go out until it goes on.",
  "reminded-lately": "A reminder went out in the last two days. One is enough.",
};

/** The mail "your room is open". It names the other person, and nothing of what they wrote. */
export function reminderMail(name: string, otherName: string, link: string) {
  return {
    subject: `${otherName} is looking forward to meeting you`,
    text: `Hello ${name},

you and ${otherName} are a pair, and your room is open.

${link}
`,
  } as const;
}

/** The mail after a pairing has ended: the neutral sentence (end.early). */
export function endedMail(name: string, otherName: string, keptDays?: number) {
  return {
    subject: "A pairing has ended",
    text: `Hello ${name},

${otherName} has ended the pairing, as either of you may at any time. It says nothing about you. Thank you for the time you gave each other.

Your room stays readable for both of you${keptDays === undefined ? "" : ` for ${keptDays} days; until then you can take a keepsake of it`}. Your programme can suggest somebody else to you when it matches next; if you would rather rest, say so in your profile. Who manages it stands in Oakroom, under “Help and safety”.
`,
  } as const;
}

const list = new Intl.ListFormat("en-GB");

const stateNames: Readonly<Record<RelationshipState, string>> = { live: "Live", paused: "Paused", ended: "Ended" };

/** The managers' list of pairs. `#` stands for the number. */
export const pairsText = {
  title: "Pairs",
  promise:
    "You see who is a pair, its state, whether a first meeting was held, and whether they may like a word. What the two write stays in their room.",
  see: "What Oakroom can see",
  none: "No pairs yet",
  noneWords: "A pair comes about when two people who were suggested to each other have both said yes.",
  example: "Leila Haddad and Ingrid Weiss: live, first meeting held.",
  toMatching: "Go to Matching",
  find: "Find somebody",
  state: "State",
  states: [
    { value: "", text: "All" },
    { value: "live", text: stateNames.live },
    { value: "paused", text: stateNames.paused },
    { value: "leaving", text: "Somebody left" },
    { value: "ended", text: stateNames.ended },
  ] satisfies ReadonlyArray<{ readonly value: ShownState | ""; readonly text: string }>,
  count: { one: "# pair", other: "# pairs" },
  caption: "Pairs of this programme",
  noneFound: "No pair fits.",
  mentee: "Mentee",
  mentor: "Mentor",
  met: "First meeting",
  held: "Held",
  notYet: "Not yet",
  stateNames,
  mayLikeAWord: "May like a word",
  wordSummary: "Words for a pair that may like a word",
  wordLead: "They have not met for a while. That is all that is known here. Write to both, in your own words or these:",
  word: "A word",
  endsOn: (day: string, names: ReadonlyArray<string>) => `Ends on ${day}: ${list.format(names)} left`,
  endedOn: (day: string) => `Ended on ${day}`,
} as const;
