/** Every sentence of importing people. */
import { inNumber } from "../../../../values/plural.ts";
import type { RefusalOf } from "../../../../values/operation.ts";
import type { FaultWord } from "@oakroom/table";
import type { ColumnsRefusal } from "./columns/refusal/rules.ts";
import type { ImportField } from "./columns/rules.ts";
import type { ImportFaultWord } from "./row/rules.ts";
import type { ImportedField } from "./rules.ts";
import type { RunImport } from "./schema.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<RefusalOf<typeof RunImport>, string>> = {
  "cannot-import": "This file cannot be imported with these columns. Look at them once more.",
  finished: "The programme has ended: nobody is added to it any more.",
  "changed-meanwhile": "People have changed since you looked. Look at what would happen now, then import.",
};

/** Why a file as a whole cannot be imported, and what to do. */
export const stoppedText: Readonly<Record<ColumnsRefusal | FaultWord, string>> = {
  "no-address-column": "Say which column holds the e-mail addresses.",
  "no-name-column": "Say which column holds the names, or the first and the last names.",
  "no-role-column": "Say which column tells mentors from mentees, or that everyone in this file is the same.",
  "column-used-twice": "Two fields take the same column. Choose another one for one of them.",
  "no-such-column": "A column that was chosen is not in this file. Choose the columns once more.",
  "empty-file": "This file is empty. Choose another one.",
  "too-large": "This file is larger than 6 MB. Split it in two and import one after the other.",
  "too-many-rows": "This file has more than 100,000 rows. Split it and import one part after the other.",
  "too-many-columns":
    "This file has more than 200 columns. Leave out those that are not about people, and save it again.",
  "too-many-faults":
    "Nearly every row of this file is broken. It may have been saved in another format: save it as CSV (UTF-8) and try again.",
  "not-a-text-file": "This is not a CSV file. In your spreadsheet, choose “Save as” and then “CSV UTF-8”.",
  undecodable: "Some characters of this file cannot be read. Save it as CSV UTF-8 and try again.",
  "nul-byte": "This file holds null characters. Save it as CSV UTF-8 and try again.",
  "unclosed-quote": "A quotation mark is opened and never closed. Save the file as CSV once more.",
  "text-after-quote": "There is text behind a closing quotation mark. Save the file as CSV once more.",
  "unnamed-column": "A column has no name in the first row.",
  "duplicate-column": "Two columns have the same name.",
  "row-too-short": "A row has too few cells.",
  "row-too-long": "A row has too many cells.",
  "empty-row": "A row is empty.",
};

/** What a sentence about a fault needs to know. */
export interface FaultFacts {
  readonly word: string;
  readonly seen: string;
  readonly header: string;
  readonly suggestion?: string | undefined;
  readonly otherLine?: number | undefined;
  readonly through?: ReadonlyArray<string> | undefined;
  readonly full?: { readonly places: number; readonly mentees: number } | undefined;
}

const quoted = (text: string) => `“${text}”`;
const orMeant = (suggestion: string | undefined) =>
  suggestion === undefined ? "" : ` Did you mean ${quoted(suggestion)}?`;

/** What is wrong, and what to do. */
const faultText: Readonly<Record<ImportFaultWord, (fault: FaultFacts) => string>> = {
  formula: () => "Begins with a character that makes a formula of it. Replace the formula by its value.",
  "broken-character": () => "Holds a character that cannot be read. Type it once more and save the file as CSV UTF-8.",
  "too-long": () => "Is too long: one line of 120 characters, please.",
  "no-name": () => "The name is missing. Fill it in.",
  "no-address": () => "The address is missing. Fill it in; invitations go there.",
  "bad-address": ({ seen }) => `${quoted(seen)} is not an e-mail address. Write one such as ana@example.org.`,
  "no-role": () => "The role is missing. Write mentor, mentee or both.",
  "unknown-role": ({ seen, suggestion }) =>
    `${quoted(seen)} is not a role. Write mentor, mentee or both.${orMeant(suggestion)}`,
  "unknown-time-zone": ({ seen, suggestion }) =>
    `${quoted(seen)} is not a time zone. Write one such as Europe/Lisbon, or leave it empty.${orMeant(suggestion)}`,
  "bad-capacity": ({ seen }) => `${quoted(seen)} is not a number of places. Write a whole number from 0 to 20.`,
  "bad-availability": ({ seen }) =>
    `${quoted(seen)} cannot be read as hours. Write “Mon-Thu 12:00-14:00”, or leave it empty.`,
  "too-many": () => "Lists more than 20 things. Keep the most important ones.",
  "bad-level": ({ seen }) => `${quoted(seen)} is not a whole number, so the level was left empty.`,
  "invisible-characters": () => "Held invisible characters, which were taken out.",
  "line-break": () => "Held a line break, which became a space.",
  "bad-manager": ({ seen }) =>
    `${quoted(seen)} is not an address, so the manager was left empty. Without it, a reporting line may be missed.`,
  "unknown-manager": ({ seen, otherLine }) =>
    otherLine === undefined
      ? `${seen} is not among these people. That is fine for somebody outside the programme; correct it if it is a slip.`
      : `${seen} stands on line ${otherLine}, which cannot be imported yet.`,
  "own-manager": () => "Names the person as their own manager, so the manager was left empty.",
  "manager-loop": ({ through }) =>
    `These report to each other in a circle: ${(through ?? []).join(" → ")}. Correct one of them; until then none of them is matched with another.`,
  "bad-mentor": ({ seen }) => `${quoted(seen)} is not an address. Write the mentor's address, or leave it empty.`,
  "own-mentor": () => "Names the person as their own mentor. Write somebody else's address, or leave it empty.",
  "unknown-mentor": ({ seen }) =>
    `${seen} is neither in this file nor among your people. Add the mentor, or leave the cell empty.`,
  "mentor-refused": ({ seen, otherLine }) =>
    `${seen} stands on line ${otherLine ?? "?"}, which cannot be imported yet. Correct that line first.`,
  "mentor-not-mentor": ({ seen }) => `${seen} is no mentor here. Give them the role mentor or both, or leave it empty.`,
  "mentee-not-mentee": () => "Has a mentor, and is no mentee here. Give this person the role mentee or both.",
  "pair-in-line": ({ seen }) =>
    `${seen} and this person are in one reporting line, so they cannot be a pair here. Leave the cell empty.`,
  "pair-turned-round": ({ seen }) =>
    `${seen} has this person as a mentor. Two people are a pair in one direction: leave the cell of whoever is the mentor empty.`,
  "has-a-mentor": () => "Is in a living pair with another mentor here already. Leave the cell empty.",
  "one-has-left": () => "One of the two has left this programme. Invite them anew, or leave the cell empty.",
  "more-than-places": ({ seen, full = { places: 1, mentees: 2 } }) =>
    `${seen} offers ${inNumber(full.places, { one: "# place", other: "# places" })} and has ${full.mentees} mentees with this pair. Give them more places, in this file or, once they have joined, in their own profile; or leave this cell empty. As it stands, the two are asked all the same.`,
  "asked-later": () => "Somebody is suggested to this person just now. The two are asked once that has closed.",
  "duplicate-address": ({ otherLine }) =>
    `The same address stands on line ${otherLine ?? "?"} already. Keep one of the two rows.`,
  "suggestion-used": ({ seen, suggestion }) => `${quoted(seen)} was taken as ${quoted(suggestion ?? "")}.`,
  "nul-byte": () => "Holds a null character. Type the cell once more.",
  "unclosed-quote": () => "A quotation mark is opened and never closed. Close it, or take it out.",
  "text-after-quote": () => "There is text behind the closing quotation mark. Put all of it inside.",
  "row-too-short": () =>
    "The row ends too early. Fill in the missing cells; the missing ones of other rows count as empty.",
  "row-too-long": () =>
    "The row has more cells than the first one. A separator inside a cell needs quotation marks around it.",
  "empty-row": () => "The row is empty and was left out.",
  "unnamed-column": () => "This column has no name, so it was left out.",
  "duplicate-column": ({ header }) => `Two columns are called ${quoted(header)}; the first one counts.`,
  undecodable: () => stoppedText.undecodable,
  "empty-file": () => stoppedText["empty-file"],
  "too-large": () => stoppedText["too-large"],
  "too-many-rows": () => stoppedText["too-many-rows"],
  "too-many-columns": () => stoppedText["too-many-columns"],
  "too-many-faults": () => stoppedText["too-many-faults"],
  "not-a-text-file": () => stoppedText["not-a-text-file"],
};

function isFaultWord(word: string): word is ImportFaultWord {
  return Object.hasOwn(faultText, word);
}

/** What is wrong with a cell or a row, and what to do. */
export function sayFault(fault: FaultFacts): string {
  return isFaultWord(fault.word)
    ? faultText[fault.word](fault)
    : "Something is wrong here. Look at this cell once more.";
}

/** Why a file as a whole cannot be imported. */
export function sayStopped(word: string): string {
  const isKnown = (key: string): key is keyof typeof stoppedText => Object.hasOwn(stoppedText, key);
  return isKnown(word) ? stoppedText[word] : "This file cannot be imported.";
}

/** What a column can hold. */
export const columnText: Readonly<Record<ImportField, string>> = {
  name: "Name",
  firstName: "First name",
  lastName: "Last name",
  email: "E-mail address",
  role: "Role",
  team: "Team",
  manager: "Manager's e-mail address",
  level: "Level or grade",
  site: "Site",
  timeZone: "Time zone",
  languages: "Languages",
  offers: "Can help with",
  goals: "Would like help with",
  limits: "Better ask someone else about",
  capacity: "Places for mentees",
  availability: "Hours that suit",
  mentor: "Mentor's e-mail (existing pair)",
  invitedFor: "Invited as a mentor for",
};

/** What has changed in somebody's row. */
export const changedText: Readonly<Record<ImportedField, string>> = {
  name: "name",
  roles: "role",
  team: "team",
  site: "site",
  level: "level",
  managerEmail: "manager",
  timeZone: "time zone",
  languages: "languages",
  offers: "can help with",
  goals: "would like help with",
  limits: "better ask someone else",
  capacity: "places",
  availability: "hours",
  mentorEmail: "mentor",
  invitedFor: "invited as a mentor for",
};

/** The words for one field that changed. */
export function sayChanged(field: string): string {
  const isKnown = (key: string): key is ImportedField => Object.hasOwn(changedText, key);
  return isKnown(field) ? changedText[field] : field;
}

/** The screen's words. */
export const text = {
  title: "Import people",
  lead: "Choose a file. You see everything that would happen before anything is written.",
  back: "People",
  file: "A CSV file with one person a row",
  fileHint: "From a spreadsheet: “Save as”, then “CSV UTF-8”. At most 6 MB, about 20,000 people.",
  reading: "Looking at the file",
  columns: "Columns",
  recognised: (known: string, all: string) => `${known} of ${all} columns are known by their names.`,
  chosen: { one: "One was chosen by you.", other: "# were chosen by you." },
  columnsHint: "Say what each column holds. What is not imported is not stored.",
  column: (name: string) => `Column ${name}`,
  sample: (value: string) => `for example ${value}`,
  sampleNone: "empty in the first rows",
  notImported: "Not imported",
  everyoneIs: "There is no column for roles. Everyone in this file is:",
  everyoneMentor: "a mentor",
  everyoneMentee: "a mentee",
  would: "What would happen",
  nothingYet: "Nothing is written yet.",
  added: { one: "new person", other: "new people" },
  changed: { one: "person changes", other: "people change" },
  unchanged: { one: "stays as it is", other: "stay as they are" },
  refused: { one: "row cannot be imported", other: "rows cannot be imported" },
  leftOut: { one: "row was left out", other: "rows were left out" },
  pairs: { one: "existing pair", other: "existing pairs" },
  pairsHint:
    "Whoever has a mentor already skips matching. The two are asked once both take part, and their room opens when both say yes.",
  mentor: (address: string) => `mentor: ${address}`,
  missing: "People who are not in this file stay as they are.",
  suggestions: "Take what is proposed for roles and time zones",
  suggestionsHint: "Such as “mentor” for “Mentro”. Each one is listed among the things to know.",
  refusedTitle: { one: "One row cannot be imported", other: "# rows cannot be imported" },
  refusedHint: "Correct them in your file and import it again: whoever is in already stays as they are.",
  saveRefused: "Save these rows as a file",
  refusedFile: "rows-to-correct.csv",
  refusedColumn: "What to do",
  unpairedTitle: { one: "One existing pair was not understood", other: "# existing pairs were not understood" },
  unpairedHint:
    "These people are imported without their mentor, so matching may look for one. Correct the cell and import the file again: the two are asked then.",
  fullTitle: {
    one: "One existing pair is more than its mentor has places for",
    other: "# existing pairs are more than their mentors have places for",
  },
  fullHint: "These people are imported with their mentor. Pairs, open suggestions and existing pairs count.",
  notesTitle: { one: "One thing to know", other: "# things to know" },
  notesHint: "These rows are imported.",
  place: (line: number, header: string) => (header === "" ? `Line ${line}` : `Line ${line}, ${header}`),
  more: { one: "and # more", other: "and # more" },
  peopleTitle: "The first people",
  isNew: "new",
  changes: (fields: string) => `changes: ${fields}`,
  import: { one: "Import # person", other: "Import # people" },
  nothing: "There is nothing to import.",
  other: "Choose another file",
  running: "Importing",
  sending: "Sending the file",
  written: (done: string, of: string) => `${done} of ${of} people`,
  runningHint: "All of them are written together, or nobody. You can leave this page: it goes on.",
  doneTitle: "Imported",
  done: (parts: string) => `${parts}.`,
  toPeople: "Look at the people",
  inviteNext: "Nobody has been written to. Invite people when you are ready.",
  failed: "The connection broke. Nothing is lost: look whether the import was carried out.",
  check: "Look again",
  lines: "Lines",
  head: { line: "Where", name: "Name", roles: "As", change: "What happens" },
} as const;
