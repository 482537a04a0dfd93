import {
  brokenRules,
  hasNoCommonLanguage,
  isSameTeam,
  languagesKey,
  type HardRule,
  type ToldRule,
} from "./eligibility.ts";
import type { Cohort, Mentee, Mentor, Person } from "./people.ts";
import { keptApartOneByOne } from "./point-rows.ts";
import type { Terms } from "./terms.ts";

/** A rule, and how many more mentors there would be for someone without it. */
export interface WithoutRule {
  readonly rule: ToldRule;
  readonly mentors: number;
}

/** Rules a programme can change. What two people said to each other is not among them. */
const changeable: ReadonlySet<HardRule> = new Set<HardRule>([
  "no-place-offered",
  "reporting-line",
  "no-common-language",
  "same-team",
  "too-few-common-hours",
  "forbidden",
]);

/** A rule that few different answers decide. */
interface Compared {
  readonly rule: HardRule;
  readonly isBroken: (mentee: Mentee, mentor: number) => boolean;
}

/**
 * Counts, for each rule, how many mentors that rule alone keeps away from a mentee, the most first. Almost all pairs are judged by
 * comparing each answer with each other answer once; those of whom something was decided one by one, by all rules.
 */
export function ruleCounts(cohort: Cohort, terms: Terms): (mentee: string) => ReadonlyArray<WithoutRule> {
  const { mentees, mentors } = cohort;
  const at = new Map(mentees.map(({ id }, index) => [id, index]));
  const alone = keptApartOneByOne({ mentees, mentors }, terms);
  const rules = comparedRules(mentors, terms);
  return (id) => {
    const index = at.get(id) ?? -1;
    const mentee = mentees[index];
    if (!mentee) return [];
    const apart = new Set(alone[index]);
    const counts = new Map<ToldRule, number>();
    mentors.forEach((mentor, other) => {
      const rule = apart.has(other) ? onlyRule(mentee, mentor, terms) : onlyOne(rules, mentee, other);
      if (rule === undefined || rule === "not-again" || !changeable.has(rule)) return;
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    });
    const list = [...counts].map(([rule, count]) => ({ rule, mentors: count }));
    return list.toSorted((a, b) => b.mentors - a.mentors || (a.rule < b.rule ? -1 : 1));
  };
}

function onlyRule(mentee: Mentee, mentor: Mentor, terms: Terms): HardRule | undefined {
  const [rule, second] = brokenRules(mentee, mentor, terms);
  return second === undefined ? rule : undefined;
}

function onlyOne(rules: ReadonlyArray<Compared>, mentee: Mentee, mentor: number): HardRule | undefined {
  let found: HardRule | undefined;
  for (const { rule, isBroken } of rules) {
    if (!isBroken(mentee, mentor)) continue;
    if (found !== undefined) return undefined;
    found = rule;
  }
  return found;
}

function comparedRules(mentors: ReadonlyArray<Mentor>, { rules, week }: Terms): ReadonlyArray<Compared> {
  const least = rules.commonHours * 60;
  const compared = (rule: HardRule, answerOf: (person: Person) => string, isBroken: Compare): Compared => ({
    rule,
    isBroken: byAnswer(mentors, answerOf, isBroken),
  });
  const found: Compared[] = [
    { rule: "not-available", isBroken: (mentee, at) => !mentee.available || mentors[at]?.available !== true },
    { rule: "no-place-offered", isBroken: (_, at) => (mentors[at]?.capacity ?? 0) < 1 },
  ];
  if (rules.commonLanguage) found.push(compared("no-common-language", languagesKey, hasNoCommonLanguage));
  if (rules.differentTeam) found.push(compared("same-team", ({ team }) => team ?? "", isSameTeam));
  if (least > 0) {
    const hours = ({ timeZone, availability }: Person) => JSON.stringify([timeZone, availability]);
    found.push(
      compared("too-few-common-hours", hours, (one, other) => (week.commonMinutes(one, other) ?? Infinity) < least),
    );
  }
  return found;
}

type Compare = (mentee: Mentee, mentor: Mentor) => boolean;

/** Compares each answer of a mentee with each answer of a mentor once. */
function byAnswer(
  mentors: ReadonlyArray<Mentor>,
  answerOf: (person: Person) => string,
  compare: Compare,
): Compared["isBroken"] {
  const groups = new Map<string, { readonly mentor: Mentor; readonly at: number[] }>();
  mentors.forEach((mentor, at) => {
    const group = groups.get(answerOf(mentor));
    if (group) group.at.push(at);
    else groups.set(answerOf(mentor), { mentor, at: [at] });
  });
  const rows = new Map<string, Uint8Array>();
  const rowOf = (mentee: Mentee) => {
    const row = new Uint8Array(mentors.length);
    for (const group of groups.values()) if (compare(mentee, group.mentor)) for (const at of group.at) row[at] = 1;
    return row;
  };
  let last: { readonly mentee: Mentee; readonly row: Uint8Array } | undefined;
  return (mentee, mentor) => {
    if (last?.mentee !== mentee) {
      const row = rows.get(answerOf(mentee)) ?? rowOf(mentee);
      rows.set(answerOf(mentee), row);
      last = { mentee, row };
    }
    return last.row[mentor] === 1;
  };
}
