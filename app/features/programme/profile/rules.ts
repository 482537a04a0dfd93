/** What people say of themselves, who may read each part of it, and what is still missing. */
import type { Roles } from "../../../values/role.ts";
import { readAvailability } from "./availability/rules.ts";
import { readTimeZone } from "./time-zone/rules.ts";

/** Who may read a field: the programme's team, people to whom somebody is suggested as a match, the other of a pair. */
export type Reader = "programme" | "suggested" | "pair";

/** All readers, the widest circle first. */
export const readers = ["programme", "suggested", "pair"] as const satisfies ReadonlyArray<Reader>;

/** Something that somebody can help with, and where they learned it (P04). */
export interface Help {
  readonly topic: string;
  /** One line; may be empty. */
  readonly learned: string;
}

/** How far the story of something that did not go well may travel; its writer decides (P76). */
export type SetbackReaders = "pair" | "suggested" | "programme";

/** What somebody says of themselves. */
export interface Profile {
  /** "I can help with …, I learned it …" */
  readonly helpWith: ReadonlyArray<Help>;
  /** "Better ask someone else about …": treated as not offered, never a drawback (P15). */
  readonly limits: ReadonlyArray<string>;
  /** Teams by name and people by address in decisions about whom a mentor takes part: never matched with them (P92). */
  readonly decidesAbout: ReadonlyArray<string>;
  /** "I would like help with …" */
  readonly wishes: ReadonlyArray<string>;
  readonly languages: ReadonlyArray<string>;
  /** IANA name. */
  readonly timeZone: string;
  /** Weekly hours in the person's own zone, as `writeAvailability` writes them; empty where nothing was said. */
  readonly availability: string;
  /** Places for mentees; 0 for mentees. */
  readonly capacity: number;
  /** "Why I am here", one sentence; required of mentors (P65, P99). */
  readonly why: string;
  /** "A thing that did not go well for me"; may be empty. */
  readonly setback: string;
  readonly setbackReaders: SetbackReaders;
}

/** What may be read of somebody: the profile with the facts that the programme has. */
export interface Described extends Omit<Profile, "setbackReaders"> {
  readonly name: string;
  readonly callName: string;
  readonly email: string;
  readonly roles: Roles;
  readonly team: string;
  readonly site: string;
  /** The organisation's own grade, as text. */
  readonly level: string;
  readonly managerEmail: string;
  /** Topics for which the programme has invited a mentor, in its own words (P98). */
  readonly invitedFor: ReadonlyArray<string>;
}

/** One field with its readers. */
export interface FieldReaders {
  readonly readers: ReadonlyArray<Reader>;
  /** Circles to which its writer may widen it. */
  readonly mayWidenTo?: ReadonlyArray<Reader>;
}

const everyone: FieldReaders = { readers: ["programme", "suggested", "pair"] };
const programmeAlone: FieldReaders = { readers: ["programme"] };

/**
 * Every field with its readers, declared once: answers, previews and the page "What Oakroom can see" follow from it.
 * The person reads all of it, and so may whoever runs the server.
 */
export const profileFields = {
  name: everyone,
  callName: everyone,
  email: programmeAlone,
  roles: everyone,
  team: everyone,
  site: everyone,
  level: programmeAlone,
  managerEmail: programmeAlone,
  invitedFor: everyone,
  helpWith: everyone,
  limits: everyone,
  decidesAbout: programmeAlone,
  wishes: everyone,
  languages: everyone,
  timeZone: everyone,
  availability: everyone,
  capacity: programmeAlone,
  why: everyone,
  setback: { readers: ["pair"], mayWidenTo: ["suggested", "programme"] },
} as const satisfies Readonly<Record<keyof Described, FieldReaders>>;

/** The name of a field. */
export type ProfileField = keyof typeof profileFields;

/** Who may read a field, with what its writer has widened. */
export function readersOf(field: ProfileField, setbackReaders: SetbackReaders): ReadonlyArray<Reader> {
  if (field !== "setback" || setbackReaders === "pair") return profileFields[field].readers;
  return setbackReaders === "suggested" ? ["suggested", "pair"] : ["programme", "suggested", "pair"];
}

/** What somebody says as a mentor or as a mentee alone, whatever a file brought along: they could not correct the rest. */
function ofRoles(described: Described): Described {
  return {
    ...described,
    ...(!described.roles.includes("mentor") && { helpWith: [], limits: [] }),
    ...(!described.roles.includes("mentee") && { wishes: [] }),
  };
}

/** What one circle of readers sees: nothing else ever leaves the server for them. */
export function seenBy(reader: Reader, described: Described, setbackReaders: SetbackReaders): Partial<Described> {
  const fields = Object.entries(ofRoles(described)).filter(
    ([field]) => isField(field) && readersOf(field, setbackReaders).includes(reader),
  );
  return Object.fromEntries(fields);
}

function isField(name: string): name is ProfileField {
  return Object.hasOwn(profileFields, name);
}

/** What keeps a profile from being complete. */
export type Missing = "languages" | "time-zone" | "help-with" | "wishes" | "why";

/** What is still missing before somebody can take part; empty once nothing is. Mentors say why they are here (P99). */
export function missingFrom(profile: Profile, roles: Roles): ReadonlyArray<Missing> {
  const missing: Missing[] = [];
  if (roles.includes("mentor") && profile.helpWith.length === 0) missing.push("help-with");
  if (roles.includes("mentor") && profile.why.trim() === "") missing.push("why");
  if (roles.includes("mentee") && profile.wishes.length === 0) missing.push("wishes");
  if (profile.languages.length === 0) missing.push("languages");
  if (readTimeZone(profile.timeZone) === undefined) missing.push("time-zone");
  return missing;
}

/** Whoever takes part keeps a profile that is complete; before that it may grow step by step. */
export function refuseSaving(
  profile: Profile,
  roles: Roles,
  state: "added" | "invited" | "enrolled" | "paused" | "aside" | "left",
): "incomplete" | undefined {
  return (state === "enrolled" || state === "paused" || state === "aside") && missingFrom(profile, roles).length > 0
    ? "incomplete"
    : undefined;
}

/** What of a place is typed and can be too long. */
interface Typed {
  readonly callName: string;
  readonly about: { readonly name: string; readonly team: string; readonly site: string };
  readonly profile: Pick<Profile, "helpWith" | "limits" | "decidesAbout" | "wishes" | "languages" | "why" | "setback">;
}

/** Fields whose words are longer than they are kept, each with the most signs that one line of it may have. */
export function overlong({
  callName,
  about,
  profile,
}: Typed): ReadonlyArray<{ readonly field: ProfileField; readonly most: number }> {
  const { helpWith, limits, decidesAbout, wishes, languages, why, setback } = profile;
  const lines: ReadonlyArray<readonly [ProfileField, ReadonlyArray<string>, number]> = [
    ["callName", [callName], limitsOf.callName],
    ["name", [about.name], limitsOf.fact],
    ["team", [about.team], limitsOf.fact],
    ["site", [about.site], limitsOf.fact],
    ["helpWith", helpWith.map(({ topic }) => topic), limitsOf.topic],
    ["helpWith", helpWith.map(({ learned }) => learned), limitsOf.learned],
    ["limits", limits, limitsOf.topic],
    ["decidesAbout", decidesAbout, limitsOf.topic],
    ["wishes", wishes, limitsOf.topic],
    ["languages", languages, limitsOf.language],
    ["why", [why], limitsOf.why],
    ["setback", [setback], limitsOf.setback],
  ];
  return lines.flatMap(([field, words, most]) =>
    words.some((line) => Array.from(line).length > most) ? [{ field, most }] : [],
  );
}

/** So long a pair counts as one that has just come about. */
const justMs = 24 * 60 * 60_000;

/** True for a pair that came about so lately that whoever steps back may not have meant it: nobody has met yet. */
export function isJustPaired(
  pair: { readonly state: string; readonly startedAt: number; readonly firstMeetingHeld: boolean },
  now: number,
): boolean {
  return pair.state !== "ended" && !pair.firstMeetingHeld && now - pair.startedAt < justMs;
}

/** Lengths, in signs and in entries. */
export const limitsOf = {
  callName: 60,
  /** A name, a team, a site. */
  fact: 120,
  language: 60,
  topic: 120,
  learned: 200,
  topics: 20,
  why: 300,
  setback: 2000,
  places: 20,
} as const;

/** True for weekly hours that can be read; empty ones are hours too. */
export function isAvailability(text: string): boolean {
  return readAvailability(text) !== undefined;
}

/** The name by which somebody wants to be called; the programme's where nothing was said. */
export function calledName(person: { readonly name: string; readonly callName: string | null }): string {
  return person.callName?.trim() || person.name;
}
