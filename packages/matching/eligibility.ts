import type { Mentee, Mentor, Person } from "./people.ts";
import type { Terms } from "./terms.ts";

/** A hard rule that keeps two people from being a pair. */
export type HardRule =
  | "oneself"
  | "not-available"
  | "no-place-offered"
  | "reporting-line"
  | "takes-part-in-decisions"
  | "no-common-language"
  | "same-team"
  | "too-few-common-hours"
  | "not-again"
  | "forbidden";

/** What a manager may be told: a "not again" is known to the engine alone and reads as "not available". */
export type ToldRule = Exclude<HardRule, "not-again">;

/**
 * Lists every rule that a pair would break; an empty list means that they may be matched.
 * What is unknown breaks no rule: someone whose languages or team are not known is not shut out for it.
 */
export function brokenRules(mentee: Mentee, mentor: Mentor, terms: Terms): ReadonlyArray<HardRule> {
  const { rules } = terms;
  const broken: HardRule[] = [];
  if (mentee.id === mentor.id) broken.push("oneself");
  if (!mentee.available || !mentor.available) broken.push("not-available");
  if (mentor.capacity < 1) broken.push("no-place-offered");
  if (rules.noReportingLine && terms.lines.isInLine(mentee.id, mentor.id)) broken.push("reporting-line");
  if (terms.isDeciding(mentee.id, mentor.id)) broken.push("takes-part-in-decisions");
  if (rules.commonLanguage && hasNoCommonLanguage(mentee, mentor)) broken.push("no-common-language");
  if (rules.differentTeam && isSameTeam(mentee, mentor)) broken.push("same-team");
  if (rules.commonHours > 0 && (terms.week.commonMinutes(mentee, mentor) ?? Infinity) < rules.commonHours * 60) {
    broken.push("too-few-common-hours");
  }
  if (terms.isNotAgain(mentee.id, mentor.id)) broken.push("not-again");
  if (terms.isForbidden(mentee.id, mentor.id)) broken.push("forbidden");
  return broken;
}

/** The first rule that a pair would break, as a manager may be told it; `undefined` means that they may be matched. */
export function refusePair(mentee: Mentee, mentor: Mentor, terms: Terms): ToldRule | undefined {
  const [first] = brokenRules(mentee, mentor, terms);
  return first === "not-again" ? "not-available" : first;
}

/** The languages both speak, in the mentee's spelling. */
export function commonLanguages(mentee: Mentee, mentor: Mentor): ReadonlyArray<string> {
  const spoken = new Set(mentor.languages.map(plain));
  return mentee.languages.filter((language) => spoken.has(plain(language)));
}

/** The same for languages in another order or spelling: whoever is alike in it has the same languages in common with anyone. */
export function languagesKey({ languages }: Person): string {
  return languages.map(plain).toSorted().join("\n");
}

/** Whether both have a team and it is the same. */
export function isSameTeam(mentee: Mentee, mentor: Mentor): boolean {
  return isSameWord(mentee.team, mentor.team);
}

/** Whether both gave a word and it is the same but for case and space around it. */
export function isSameWord(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plain(one) !== "" && plain(one) === plain(other);
}

/** Whether both told their languages and share none. */
export function hasNoCommonLanguage(mentee: Mentee, mentor: Mentor): boolean {
  if (mentee.languages.length === 0 || mentor.languages.length === 0) return false;
  return commonLanguages(mentee, mentor).length === 0;
}

const plain = (text: string) => text.trim().normalize("NFC").toLowerCase();
