/** What one cell says. Nothing is guessed: a reading is a value, a refusal, or a refusal with a proposal. */
import { type Roles } from "../../../../../values/role.ts";
import { oneLine, refuseText } from "../../../../../values/text.ts";
import { readAvailability, writeAvailability } from "../../../profile/availability/rules.ts";
import { mostLanguages, readLanguage } from "../../../profile/languages/rules.ts";
import { nearest, readTimeZone, suggestTimeZone } from "../../../profile/time-zone/rules.ts";

/** What can be wrong with a cell. */
export type CellFault =
  | "formula"
  | "broken-character"
  | "too-long"
  | "no-name"
  | "no-address"
  | "bad-address"
  | "no-role"
  | "unknown-role"
  | "unknown-time-zone"
  | "bad-capacity"
  | "bad-availability"
  | "too-many"
  | "bad-level"
  | "invisible-characters"
  | "line-break"
  | "bad-manager"
  | "bad-mentor";

/** A cell that was read: its value, or what is wrong and, where one is near, what may be meant. */
export type Reading<T> =
  | { readonly value: T }
  | { readonly fault: CellFault; readonly suggestion?: string | undefined };

/** The largest number of places that one mentor can offer. */
export const mostPlaces = 20;
/** The largest number of topics in one cell, and of signs in one topic. */
export const mostTopics = { count: 20, signs: 120 };
/** The longest name, team or site, in signs. */
export const longestLine = 120;

const address = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?$/u;
// Joiners (U+200C, U+200D) belong to the spelling of many names and stay.
const invisible = /[\u200B\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]/u;
const nothing = /^(?:[-–—.]|n\/?a|none|null)$/i;

/** A cell as one clean line, and what had to be cleaned away. A lone dash or "n/a" means nothing. */
export function cleanCell(
  raw: string,
  mayCalculate: boolean,
): { readonly text: string; readonly notes: ReadonlyArray<CellFault>; readonly refused?: CellFault } {
  const refusal = raw.includes("\uFFFD") ? "holds-half-a-character" : refuseText(raw, 10_000);
  if (refusal) return { text: "", notes: [], refused: refusal === "too-long" ? "too-long" : "broken-character" };
  const notes: CellFault[] = [];
  if (invisible.test(raw)) notes.push("invisible-characters");
  if (/[\r\n]/.test(raw.trim())) notes.push("line-break");
  const text = oneLine(raw);
  if (nothing.test(text)) return { text: "", notes };
  if (!mayCalculate && /^[=+@-]/.test(text)) return { text, notes, refused: "formula" };
  return { text, notes };
}

/** A name, a team, a site: one line. */
export function readLine(text: string): Reading<string | null> {
  if (refuseText(text, longestLine)) return { fault: "too-long" };
  return { value: text === "" ? null : text };
}

/** An address for mail, as written. */
export function readAddress(text: string): Reading<string> {
  const bare = /<([^<>]+)>$/.exec(text)?.[1] ?? text.replace(/^mailto:/i, "");
  if (bare === "") return { fault: "no-address" };
  return bare.length <= 254 && address.test(bare) ? { value: bare } : { fault: "bad-address" };
}

const roleWords: Readonly<Record<string, Roles>> = {
  mentor: ["mentor"],
  mentors: ["mentor"],
  mentorin: ["mentor"],
  mentoren: ["mentor"],
  mentee: ["mentee"],
  mentees: ["mentee"],
  protege: ["mentee"],
  mentoree: ["mentee"],
  both: ["mentor", "mentee"],
  beide: ["mentor", "mentee"],
  beides: ["mentor", "mentee"],
};
/** Between and behind role words, also as in "Mentor:in". */
const fillers: ReadonlySet<string> = new Set(["", "and", "und", "in", "innen"]);

/** Roles as a set: "mentor", "mentee", "both", or both words in any order. */
export function readRoles(text: string): Reading<Roles> {
  const words = text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => !fillers.has(word));
  if (words.length === 0) return text === "" ? { fault: "no-role" } : { fault: "unknown-role" };
  const roles = new Set<"mentor" | "mentee">();
  for (const word of words) {
    const known = Object.hasOwn(roleWords, word) ? roleWords[word] : undefined;
    if (!known) return { fault: "unknown-role", suggestion: nearest(word, ["mentor", "mentee", "both"]) };
    for (const role of known) roles.add(role);
  }
  return { value: [...roles].toSorted().toReversed() };
}

/** A time zone by its IANA name. `site` helps to find a proposal. */
export function readZone(text: string, site: string): Reading<string | null> {
  if (text === "") return { value: null };
  const zone = readTimeZone(text);
  return zone ? { value: zone } : { fault: "unknown-time-zone", suggestion: suggestTimeZone(text, site) };
}

/** A number of places from 0 to 20. */
export function readCapacity(text: string): Reading<number | null> {
  if (text === "") return { value: null };
  const places = /^\d{1,9}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : -1;
  return places >= 0 && places <= mostPlaces ? { value: places } : { fault: "bad-capacity" };
}

/** The organisation's own grade, a whole number. */
export function readLevel(text: string): Reading<number | null> {
  if (text === "") return { value: null };
  const level = /^-?\d{1,4}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined;
  return level === undefined ? { fault: "bad-level" } : { value: level };
}

/** Weekly hours, in the form that is stored. */
export function readHours(text: string): Reading<string | null> {
  const windows = readAvailability(text);
  if (!windows) return { fault: "bad-availability" };
  return { value: windows.length === 0 ? null : writeAvailability(windows) };
}

/** Topics, separated by semicolons, bars or commas; each once. */
export function readTopics(text: string): Reading<ReadonlyArray<string>> {
  const topics = separate(text);
  if (topics.length > mostTopics.count) return { fault: "too-many" };
  return topics.some((topic) => refuseText(topic, mostTopics.signs)) ? { fault: "too-long" } : { value: topics };
}

/** Languages as codes where they have one. */
export function readLanguages(text: string): Reading<ReadonlyArray<string>> {
  const languages = [...new Set(separate(text.replaceAll("/", ";")).map(readLanguage))];
  if (languages.length > mostLanguages) return { fault: "too-many" };
  return languages.some((language) => refuseText(language, 60)) ? { fault: "too-long" } : { value: languages };
}

/** Commas separate only where nothing stronger does: "negotiating, with suppliers; hiring" holds two topics. */
function separate(text: string): ReadonlyArray<string> {
  const parts = /[;|]/.test(text) ? text.split(/[;|]/) : text.split(",");
  const seen = new Set<string>();
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "" && !seen.has(part.toLowerCase()) && seen.add(part.toLowerCase()));
}
