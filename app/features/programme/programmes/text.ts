/** The sentences of a programme's own pages. */
import { plainInline } from "../../../../content/blocks.ts";
import { confWorkplace } from "../../../../content/en/confidentiality.generated.ts";
import { leastSuggestionDays, mostSuggestionDays, type ProgrammeRefusal, type Variant, variants } from "./rules.ts";
import type { ProgrammeCounts } from "./schema.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<ProgrammeRefusal, string>> = {
  "ends-before-it-starts": "The last day has to come after the first.",
  "same-contact-twice": "Name different people: two of them have the same name or address now.",
};

/** The fields that the set-up and the settings share. */
export const fieldText = {
  faults: "Please look at these",
  name: "What is the programme called?",
  nameHint: "Everyone in it sees this name, for example Autumn mentoring 2026",
  nameWrong: "Give the programme a name of at most 120 characters",
  tooLong: (signs: number) => `At most 120 characters, please; this has ${signs.toLocaleString("en-GB")}`,
  timing: "When does it run?",
  cohort: "As a cohort, with a first and a last day",
  rolling: "It goes on, and people come and go",
  timingWrong: "Choose one of the two",
  startsOn: "First day",
  endsOn: "Last day",
  dayWrong: "Choose a day",
  dayOver: "This day is over. Choose one that is to come.",
  variant: "What kind of place is it?",
  variantHint:
    "The limits of what people can promise each other depend on it. Let somebody read the sentence who knows the law where you are.",
  variantWrong: "Choose the kind of place that fits best",
  contacts: "Contacts for concerns",
  contactsHint:
    "People turn to them when something is wrong: two at least, from outside your organisation too. None may report to another, so that nobody’s only way leads past their own boss.",
  contactName: (at: number) => `${nthContact(at)}: name`,
  contactEmail: (at: number) => `${nthContact(at)}: e-mail address`,
  oneMore: "Name one more",
  takeOut: "Take out",
  takeOutLabel: (at: number, name: string) => `Take out: ${name === "" ? nthContact(at) : name}`,
  nameOfContactWrong: "Write a name of at most 120 characters",
  addressWrong: "Write an address such as lena@example.org",
  apart: "None of them reports to another of them, directly or through others",
  apartWrong: "Tick this once it is true; choose other people until then",
} as const;

const nths = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"] as const;

function nthContact(at: number): string {
  return `${nths[at] ?? "Another"} contact`;
}

/** The kinds of places, by their names in guidance conf.workplace. */
export const variantText: Readonly<Record<Variant, string>> = {
  company: "A company",
  "between-companies": "Between companies, or alumni",
  university: "A university or research",
  health: "Health and care",
  "public-service": "Public service or defence",
  charity: "A charity, volunteering",
};

/** The sentence that a kind of place adds to what two people promise each other: its line in guidance conf.workplace, without its name. */
export function placeSentence(variant: Variant): string {
  const list = confWorkplace.pieces.find((piece) => piece.kind === "list");
  const line = list?.kind === "list" ? (list.items[variants.indexOf(variant)] ?? []) : [];
  return plainInline(line.filter((word) => typeof word === "string" || !("bold" in word))).trim();
}

/** The page of a programme. */
export const overviewText = {
  someMayLikeAWord: "Somebody may like a word",
  promise: "You see who takes part and who is a pair. You cannot see room contents.",
  see: "What Oakroom can see",
  cohort: (from: string, to: string) => `${from} to ${to}`,
  rolling: "No end date",
  draft: "Draft",
  next: "What comes next",
  steps: {
    people: { text: "Bring your people: from a spreadsheet, or one by one.", action: "Import from a file" },
    contacts: {
      text: "Ask the contacts for concerns: they need a few days to make their keys and say that they are ready.",
      action: "Ask the contacts",
    },
    launch: {
      text: "A few points come before the first invitation.",
      action: "Go through them",
    },
    invite: { text: "Invite the people on your list. Each gets a link of their own by mail.", action: "Go to People" },
    match: { text: "There are people who take part. Look at who may suit whom.", action: "Go to Matching" },
    join: { text: "You see here as they join.", action: "Go to People" },
    answers: { text: "You see in Matching what comes of them.", action: "Go to Matching" },
    none: { text: "The programme runs. Nothing waits for you.", action: "Go to Pairs" },
  },
  notJoined: { one: "# person has not joined yet.", other: "# people have not joined yet." },
  open: { one: "# suggestion is open.", other: "# suggestions are open." },
  people: "People",
  pairs: "Pairs",
  limits: "Limits of what people can promise each other",
  limitsHint: "These words stand beside the fixed ones wherever two people read what they agree to.",
  ownWords: "In your own words",
  contacts: "Contacts for concerns",
  contactsMore: "Their keys, and asking them",
  withoutContact: { one: "One person has no contact", other: "# people have no contact" },
  change: "Change the settings",
  remind: "Remind whoever has not answered",
  asks: "Asked the programme",
  asked: { one: "Asked the programme: # new", other: "Asked the programme: # new" },
  ended: "The programme has ended",
  endedWords: "Rooms go on until their two people end them. Contacts for concerns stay there for them as long.",
  end: "End the programme",
  theEnd: "The end of the programme",
  makeNext: "Make a next programme from this one",
  whoContinues: "Who continues from the last one",
  managers: "Managers",
  changes: "What managers changed",
} as const;

/** Where people and pairs stand, in a word or two. */
export const countText: {
  readonly people: Readonly<Record<keyof ProgrammeCounts["people"], string>>;
  readonly pairs: Readonly<Record<keyof ProgrammeCounts["pairs"], string>>;
} = {
  people: {
    added: "not yet invited",
    invited: "invited",
    enrolled: "take part",
    paused: "resting",
    aside: "not this time",
    left: "left",
  },
  pairs: { proposed: "suggested", live: "live", paused: "paused", leaving: "ending: somebody left", ended: "ended" },
};

/** The settings. */
export const settingsText = {
  title: "Settings of the programme",
  lead: "What two people have already agreed to keeps the words it was agreed with.",
  wording: "Limits in your own words",
  wordingHint:
    "A duty that everyone here has, or a rule of your place. The fixed words stay beside it; nothing here takes them away.",
  wordingWrong: "At most 2,000 characters, please",
  contactsPlace: "Contacts for concerns",
  days: "Days to answer a suggestion",
  daysHint: "Counts for suggestions that you make from now on. Those that are out keep the day they were told.",
  daysWrong: `Type a number of days from ${leastSuggestionDays} to ${mostSuggestionDays}`,
  nudge: "Offer silent pairs a word",
  nudgeHint:
    "When nothing happened for three of a pair’s rhythms, and the two did not both tap “we’re fine”, you see that they may like a word. Nothing more.",
  save: "Save",
  saved: "Saved.",
} as const;
