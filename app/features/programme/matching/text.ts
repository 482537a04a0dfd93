/** Every sentence of the board, and of how suggestions are made. */
import type { RefusalOf } from "../../../values/operation.ts";
import { inNumber } from "../../../values/plural.ts";
import type { AcceptDraft, BoardShortage, MakeDraft, SendDraft, ToldRule, WaitingCause } from "./drafts/schema.ts";

/** What may keep a manager's act from happening. */
export type BoardRefusal = RefusalOf<typeof MakeDraft> | RefusalOf<typeof AcceptDraft> | RefusalOf<typeof SendDraft>;

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<BoardRefusal, string>> = {
  "changed-meanwhile": "The board has changed meanwhile. It is shown as it stands now; please look once more.",
  "people-changed":
    "People or rules have changed since this draft was made, so nobody was asked. Draft again, then look once more.",
  "nobody-looks": "Nobody looks for a mentor just now.",
  "nobody-to-ask": "There is no pair in this draft.",
  "contact-left":
    "A contact for concerns is no longer available. Name somebody else in the settings; then matching goes on.",
  "mentee-has-somebody": "They have a mentor, or a suggestion that is still open.",
  "places-taken": "All places of this mentor are taken by living pairs, open suggestions and pins.",
  "not-here": "One of the two is not in this programme any more.",
  "turned-round": "They are together the other way round in this draft. Take that pin back first.",
  draft: "The programme is a draft: its checklist comes before the first suggestion.",
  finished: "The programme has ended: nobody is suggested any more.",
  "own-place": "This is about yourself. Another manager can look at it.",
  oneself: "Nobody can be their own mentor.",
  "not-available": "Not available.",
  "no-place-offered": "Offers no place.",
  "reporting-line": "One of the two reports to the other, directly or through others.",
  "takes-part-in-decisions": "One of the two takes part in decisions about the other.",
  "no-common-language": "They have no language in common.",
  "same-team": "They are in the same team.",
  "too-few-common-hours": "They have too few hours in common.",
  forbidden: "You keep these two apart. Allow them again first.",
};

const withoutText: Readonly<Record<ToldRule, string>> = {
  oneself: "that nobody is their own mentor",
  "not-available": "about who is available",
  "no-place-offered": "about places",
  "reporting-line": "about reporting lines",
  "takes-part-in-decisions": "about decisions",
  "no-common-language": "about languages",
  "same-team": "about teams",
  "too-few-common-hours": "about common hours",
  forbidden: "that you keep some people apart",
};

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

const small = ["No one", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
const inWords = (count: number) => small[count] ?? String(count);

/** Why somebody waits, in sentences; `shortages` are those of the draft. */
export function causeText<Id extends string>(
  cause: WaitingCause,
  shortages: ReadonlyArray<Omit<BoardShortage, "firstMentors"> & { readonly firstMentors: ReadonlyArray<Id> }>,
  name: (mentor: Id) => string,
): string {
  const [without] = cause.without;
  const rule = without
    ? ` Without the rule ${withoutText[without.rule]}, there would be ${inNumber(without.mentors, { one: "# more mentor", other: "# more mentors" })}.`
    : "";
  if (cause.kind === "nobody-eligible") return `The rules leave no mentor.${rule}`;
  if (cause.kind === "others-were-chosen") return `There is room, but others were chosen.${rule}`;
  const shortage = shortages[cause.shortage];
  if (!shortage) return rule.trimStart();
  const names = shortage.firstMentors.map(name);
  const shown = shortage.mentors > 3 ? [...names.slice(0, 2), `${shortage.mentors - 2} others`] : names;
  const people = inNumber(shortage.people, { one: "person shares", other: "people share" });
  const places = inNumber(shortage.places, { one: "# place", other: "# places" });
  return `${inWords(shortage.people)} ${people} ${places}, with ${list.format(shown)}.${rule}`;
}

/** The board's words. `#` stands for the number. */
export const text = {
  ownLeftOut:
    "You take part yourself. What is about your own place is not shown to you; another manager can look at it. The numbers leave it out.",
  namedEachOther: (pairs: number | null) =>
    `${pairs === null ? "Fewer than 5" : `${pairs} or a few more`} pairs of people wished for each other. Who they are, nobody else learns.`,
  title: "Matching",
  draftOf: (programme: string, number: number) => `${programme}, draft ${number}`,
  draftTitle: "The draft",
  ofPlaced: (all: number) => `of ${all} would have a mentor`,
  ofPlaces: (all: number) => `of ${all} places used`,
  waitingCount: { one: "is waiting", other: "are waiting" },
  proof: (pairs: string, seconds: string) => `Proved best possible under your rules: ${pairs} checked in ${seconds} s.`,
  proofAlone: "Proved best possible under your rules.",
  pairs: { one: "# pair", other: "# pairs" },
  ask: { one: "Ask # person", other: "Ask # people" },
  askAll: "Ask everyone in this draft",
  again: "Draft again",
  rules: "Rules and points",
  changeRules: "Change rules and points",
  rounds: "Drafts and rounds so far",
  criteriaChanged: "The rules and points have changed since this draft was made. Draft again to see what that changes.",
  noDraft: "No draft just now",
  pool: (looking: string, places: string) =>
    `${looking} and ${places}. A draft shows who could meet whom, and why, before anybody is asked.`,
  looking: { one: "# person looks for a mentor", other: "# people look for a mentor" },
  places: { one: "there is # place with a mentor", other: "there are # places with mentors" },
  example:
    "Leila would like help with ‘leading for the first time’; Ingrid offers ‘first teams, and what I got wrong’.",
  make: "Make a draft",
  stop: "Stop",
  nobody: "Nobody looks for a mentor just now",
  nobodyWords: "People can be matched once they have joined and said what they would like help with.",
  toPeople: "See the people",
  working: "Working out the best draft",
  notJoined: { one: "# person on your list has not joined yet.", other: "# people on your list have not joined yet." },
  newcomers: { one: "# person has joined since this draft.", other: "# people have joined since this draft." },
  gone: {
    one: "# person in it does not look for a mentor any more.",
    other: "# people in it do not look for a mentor any more.",
  },
  letGo: (pairs: string) => `Pinned pairs that the rules do not allow any more were let go: ${pairs}.`,
  full: (mentor: string, places: number, mentees: number) =>
    `${mentor} offers ${inNumber(places, { one: "# place", other: "# places" })} and has ${inNumber(mentees, { one: "# mentee", other: "# mentees" })}: pairs, open suggestions and existing pairs count.`,
  fullWords:
    "Matching adds nobody to them. They can offer more places in their profile; an existing pair that has not been asked yet can be taken back under Pairs.",
  caption: "Pairs in this draft",
  mentee: "Mentee",
  mentor: "Mentor",
  why: "Why these two",
  acts: "Acts",
  noPairs: "There is no pair in this draft. Below it stands why.",
  none: "Nobody in this draft has a name like that.",
  find: "Find somebody in this draft",
  placesOf: (taken: number, all: number) => `${taken} of ${inNumber(all, { one: "# place", other: "# places" })}`,
  pin: "Pin",
  pinned: "Pinned",
  pinThese: (mentee: string, mentor: string) => `Pin ${mentee} and ${mentor}`,
  change: "Change",
  changeThese: (mentee: string, mentor: string) => `Change ${mentee} and ${mentor}`,
  waitingTitle: (count: number) => `${inWords(count)} ${inNumber(count, { one: "is waiting", other: "are waiting" })}`,
  nobodyWaits: "Nobody is waiting",
  nobodyWaitsWords: "Everyone who looks for a mentor has one in this draft.",
  chooseFor: (mentee: string) => `Choose a mentor for ${mentee}`,
  choose: "Choose",
  moreTitle: "Whom to ask for one more place",
  moreWords: "One more place with any of these would change the draft for the better.",
  moreNone: "No single place more would make this draft better.",
  morePeople: { one: "a mentor for # more person", other: "a mentor for # more people" },
  moreFit: "a closer fit for somebody",
  apartTitle: "Kept apart by you",
  allow: "Allow again",
  allowThese: (mentee: string, mentor: string) => `Allow ${mentee} and ${mentor} again`,
  dialogTitle: (mentee: string) => `A mentor for ${mentee}`,
  dialogNow: (mentor: string) => `In this draft: ${mentor}.`,
  dialogWaiting: "In this draft: waiting.",
  dialogHint: "The closest fit stands first. You see what else would change before anything does.",
  filter: "Find a mentor",
  chooseThis: (mentor: string) => `Choose ${mentor}`,
  isNow: "In this draft",
  moreChoices: { one: "Show # more", other: "Show # more" },
  notPossible: { one: "# mentor is not possible", other: "# mentors are not possible" },
  nobodyPossible: "The rules allow no mentor for them just now.",
  keepApart: (mentor: string) => `Keep apart from ${mentor}`,
  changesTitle: "What would change",
  rest: "Everyone else stays where they are.",
  moved: (mentee: string, from: string, to: string) => `${mentee}: from ${from} to ${to}`,
  placed: (mentee: string, to: string) => `${mentee}: from waiting to ${to}`,
  unplaced: (mentee: string, from: string) => `${mentee}: from ${from} to waiting`,
  levels: "The draft as a whole",
  have: "Have a mentor",
  fit: "Points of fit in all",
  what: "What",
  before: "now",
  after: "then",
  keep: "Keep this change",
  leave: "Leave it as it is",
  noMoves: "Nobody moves.",
  kept: "Changed.",
  keptPin: "Pinned.",
  keptUnpin: "Not pinned any more.",
  undone: "As it was before.",
  askTitle: { one: "Ask # person?", other: "Ask # people?" },
  askWords: (day: string) =>
    `Everyone gets a mail today. Each sees the other’s card with the reasons, and says yes or “not this one” until ${day}. Two yeses make a pair.`,
  askQuiet:
    "You learn which pairs came about. Nobody learns who answered what, and a suggestion closes on its day whatever was said.",
  askSure: { one: "Ask # person", other: "Ask # people" },
  askAllTitle: "Ask everyone in this draft?",
  askAllSure: "Ask everyone",
  askedAll: "Everyone in this draft is asked.",
  askBack: "Not yet",
  asked: { one: "# person is asked.", other: "# people are asked." },
  askedTitle: "Asked",
  askedCaption: "Suggestions and what came of them",
  state: "State",
  openUntil: (day: string) => `Open until ${day}`,
  cameAbout: "A pair",
  didNot: "This pair did not come about",
  askedFigures: { open: "open", pairs: "became pairs", closed: "did not come about" },
} as const;
