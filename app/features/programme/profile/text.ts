/** Every sentence of the profile: its form, its previews, and what its fields are called wherever they are read. */
import type { RefusalOf } from "../../../values/operation.ts";
import type { Role, Roles } from "../../../values/role.ts";
import { readAvailability, type Weekday } from "./availability/rules.ts";
import { languageName } from "./languages/rules.ts";
import { type Missing, type ProfileField, type Reader, readersOf, type SetbackReaders } from "./rules.ts";
import type { ChangeMyPlace, ProfileSeen, SaveProfile } from "./schema.ts";

/** What may keep somebody from saving, or from resting and going on. */
export type ProfileRefusal = RefusalOf<typeof SaveProfile> | RefusalOf<typeof ChangeMyPlace>;

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<ProfileRefusal, string>> = {
  incomplete: "Something is still missing. Look at the fields that are marked.",
  "own-manager": "This is your own address. Type your manager's, or leave it empty.",
  "not-now": "This has changed meanwhile. Look at the page once more.",
};

/** What is still missing, said so that one knows what to do. */
export const missingText: Readonly<Record<Missing, string>> = {
  "help-with": "Name at least one thing you can help with.",
  why: "Write one sentence: why are you here?",
  wishes: "Name at least one topic you would like help with.",
  languages: "Name at least one language in which you can talk.",
  "time-zone": "Choose your time zone, so that times fit both of you.",
};

/** The names of the circles of readers. */
export const readerText: Readonly<Record<Reader, string>> = {
  programme: "programme team",
  suggested: "suggested people",
  pair: "your mentor or mentee",
};

/** The line below a field that says who reads it. */
export function readersLine(field: ProfileField, setbackReaders: SetbackReaders = "pair"): string {
  const names = readersOf(field, setbackReaders).map((reader) => readerText[reader]);
  const [only, ...others] = names;
  if (others.length === 0) return `Read by: ${only} only`;
  return names.length === Object.keys(readerText).length ? "Read by: all three" : `Read by: ${names.join(", ")}`;
}

/** What each field is called. */
export const fieldText: Readonly<Record<ProfileField, string>> = {
  name: "Name",
  callName: "Please call me",
  email: "E-mail address",
  roles: "Taking part as",
  team: "Team",
  site: "Site",
  level: "Level or grade",
  managerEmail: "Manager",
  invitedFor: "Invited by the programme for",
  helpWith: "I can help with",
  limits: "Better ask someone else about",
  decidesAbout: "I take part in decisions about",
  wishes: "I would like help with",
  languages: "Languages",
  timeZone: "Time zone",
  availability: "Hours that suit me",
  capacity: "Places for mentees",
  why: "Why I am here",
  setback: "A thing that did not go well for me",
};

/** One field as readers see it. */
export interface SeenField {
  readonly field: ProfileField;
  readonly name: string;
  /** One line each; never empty. */
  readonly lines: ReadonlyArray<string>;
  /** Words that the person wrote in sentences, and not a fact. */
  readonly isWritten: boolean;
}

const order = [
  "why",
  "helpWith",
  "limits",
  "wishes",
  "invitedFor",
  "setback",
  "roles",
  "team",
  "site",
  "languages",
  "timeZone",
  "availability",
  "capacity",
  "decidesAbout",
  "level",
  "managerEmail",
  "email",
] as const satisfies ReadonlyArray<ProfileField>;
const written: ReadonlySet<ProfileField> = new Set(["why", "setback"]);

/** What some reader may see, field by field, in the order in which it is shown everywhere. Fields without anything in them are left out. */
export function seenFields(seen: ProfileSeen): ReadonlyArray<SeenField> {
  return order
    .map((field) => ({ field, name: fieldText[field], lines: linesOf(field, seen), isWritten: written.has(field) }))
    .filter(({ lines }) => lines.length > 0);
}

function linesOf(field: (typeof order)[number], seen: ProfileSeen): ReadonlyArray<string> {
  switch (field) {
    case "helpWith":
      return (seen.helpWith ?? []).map(({ topic, learned }) => (learned === "" ? topic : `${topic}: ${learned}`));
    case "languages":
      return seen.languages === undefined || seen.languages.length === 0
        ? []
        : [seen.languages.map(languageName).join(", ")];
    case "roles":
      return seen.roles === undefined ? [] : [rolesText(seen.roles)];
    case "capacity":
      return seen.roles?.includes("mentor") && seen.capacity !== undefined ? [String(seen.capacity)] : [];
    case "limits":
    case "decidesAbout":
    case "wishes":
    case "invitedFor":
      return seen[field] ?? [];
    case "timeZone":
      return seen.timeZone ? [seen.timeZone.replaceAll("_", " ")] : [];
    case "availability":
      return seen.availability === undefined ? [] : hoursLines(seen.availability);
    default:
      return seen[field] ? [seen[field]] : [];
  }
}

/** Roles in a word or two. */
export function rolesText(roles: Roles): string {
  if (roles.length === 2) return "Mentor and mentee";
  return roles[0] === "mentor" ? "Mentor" : "Mentee";
}

/** The days of the week, Monday first. */
export const dayText: Readonly<Record<Weekday, { readonly short: string; readonly long: string }>> = {
  1: { short: "Mon", long: "Monday" },
  2: { short: "Tue", long: "Tuesday" },
  3: { short: "Wed", long: "Wednesday" },
  4: { short: "Thu", long: "Thursday" },
  5: { short: "Fri", long: "Friday" },
  6: { short: "Sat", long: "Saturday" },
  7: { short: "Sun", long: "Sunday" },
};

/** Weekly hours in words, one line a window. */
function hoursLines(availability: string): ReadonlyArray<string> {
  return (readAvailability(availability) ?? []).map(({ days, from, to }) => {
    const isRun = days.length > 2 && days.at(-1) === (days[0] ?? 0) + days.length - 1;
    const names = days.map((day) => dayText[day].long);
    return `${isRun ? `${names[0]} to ${names.at(-1)}` : names.join(", ")}, ${from} to ${to}`;
  });
}

const allThree = "“All three”: your programme’s team, people suggested to you, your mentor or mentee.";

/** The form's words. */
export const text = {
  title: "My profile",
  lead: (programme: string) => `For ${programme}. ${allThree}`,
  callName: "Please call me",
  callNameHint: "Stands wherever others see your name.",
  aboutTitle: "What your programme knows about you",
  aboutLead: "Used to keep people in one reporting line, or in one team, apart.",
  aboutCorrect: "Correct this",
  aboutFixed: "Your programme can change these two. The rest you can:",
  name: "Full name",
  team: "Team",
  site: "Site",
  level: "Level or grade",
  levelWrong: "Type a whole number such as 4, or leave it empty.",
  manager: "Your manager's e-mail address",
  emailWrong: "Type an address such as ana@example.org, or leave it empty.",
  nameMissing: "Type your name.",
  tooLong: (most: number) => `At most ${most.toLocaleString("en-GB")} characters, please.`,
  help: "I can help with",
  helpHint: "Topics in a few words each, such as leading a first team.",
  learned: "Where I learned it",
  learnedHint: "One line each, such as “I led one before I was ready”.",
  limits: "Better ask someone else about",
  limitsHint: "Never held against you.",
  decides: "Do you decide about somebody here?",
  decidesAbout: "I take part in decisions about",
  decidesAboutHint:
    "Appraisal, hiring, pay, grants, grades: a team by its name, or a person by their address. You are never suggested to each other.",
  wishes: "Topics I would like help with",
  wishesHint: "A few words each, the most important first.",
  why: "Why I am here",
  whyHint: {
    mentor: "One sentence, as to a friend: “Somebody took an hour for me when I was new, and I still remember it.”",
    mentee: "One sentence, as to a friend: “I lead a team for the first time, and want to do it well.”",
  } satisfies Readonly<Record<Role, string>>,
  setback: "A thing that did not go well for me",
  setbackHint: "Two or three sentences: “My first product shipped a year late and nobody used it.”",
  setbackReaders: "Who may read this",
  setbackOptions: {
    pair: "My mentor or mentee alone",
    suggested: "People suggested to me, too",
    programme: "The programme's team, too",
  },
  languages: "Languages in which I can talk",
  languagesHint: "A person suggested to you shares at least one of them.",
  timeZone: "Time zone",
  timeZoneDevice: (zone: string) => `This device is set to ${zone}.`,
  timeZoneUse: "Use it",
  hours: "Hours that suit me",
  hoursHint: "In a usual week. It helps to find people whose hours meet yours; you agree each meeting yourselves.",
  remove: "Remove",
  zoneChoose: "Choose a zone",
  addHours: "Add hours",
  removeHours: "Remove these hours",
  days: "Days",
  from: "From",
  to: "To",
  windowNoDay: "Choose at least one day, or remove these hours.",
  windowWrong: "These hours end before they begin.",
  capacity: "How many mentees can you take?",
  capacityHint: "At the same time, everyone you meet already included.",
  capacityWrong: "Type a whole number from 0 to 20.",
  seenTitle: "Who sees what",
  seenBy: {
    programme: "The programme's team sees",
    suggested: "Somebody suggested to you sees",
    pair: "Your mentor or mentee sees",
  },
  seenTabs: { programme: "Programme team", suggested: "Suggested person", pair: "Mentor or mentee" },
  seenServer: "Whoever runs the server could read your profile, too.",
  seenMore: "What Oakroom can see",
  save: "Save",
  saved: "Saved.",
  kept: "What you type stays in this browser until you save it.",
  faults: "Please look at these",
  on: "Go on",
  saveOn: "Save and go on",
  stepTitles: ["Your name", "What for", "When it suits you", "Who sees what"],
  stepLeads: [
    allThree,
    `You can change all of it later. ${allThree}`,
    allThree,
    "Exactly this, and nothing else of your profile.",
  ],
  saidIn: (programme: string) =>
    `What you said in “${programme}” stands here for you to look through. Nobody sees it here before you save it.`,
  back: "Back",
  place: "Your place in the programme",
  placeState: {
    added: "You have not joined yet.",
    invited: "You have not finished joining.",
    enrolled: "You take part.",
    paused: "You are resting: you get no new suggestions. Your rooms stay open.",
    aside: "You do not take part this time. Your rooms stay open, and you come back whenever you like.",
  },
  stepBack: "Not this time",
  comeBack: "Take part again",
  justPaired: (name: string) =>
    `You and ${name} both said yes shortly before. If that should not go on, one press ends it: no reason, and nothing on record but the day.`,
  justEnd: (name: string) => `End the pairing with ${name}`,
  justEnded: "The pairing has ended.",
  aside: "Your programme reads “not this time”, and nothing more.",
  pause: "Rest for a while",
  resume: "Go on",
  leave: "I am leaving",
  finish: "Finish joining",
  which: "Which programme?",
  none: "You take part in no programme yet. Your programme's team can invite you.",
} as const;
