import { commonLanguages, isSameTeam, isSameWord, languagesKey } from "./eligibility.ts";
import { keptApart, stepTable, type ByteRow, type Kernel, type PointRow } from "./kernel/kernel.ts";
import type { Mentee, Mentor, Person } from "./people.ts";
import type { Terms } from "./terms.ts";

/** The points of every pair of a cohort, a row of mentors at a time: so the whole table of pairs never exists at once. */
export interface PointRows {
  /** Writes what each mentor brings a mentee, wishes left out; below nothing where a hard rule keeps the two apart. */
  readonly fill: (mentee: number, into: PointRow) => void;
}

/** One part of the points: adds its own to a mentee's row. */
type Layer = (mentee: number, into: PointRow) => void;

/** Those who take part, in the order of rows and columns. */
export interface People {
  readonly mentees: ReadonlyArray<Mentee>;
  readonly mentors: ReadonlyArray<Mentor>;
}

/**
 * Lays people out in rows that add up to what `brokenRules` and `score` say of each pair, forbidden pairs left out too.
 * The rows come in the order of the mentees; everyone in them is taken to be here.
 */
export function pointRowsOf(people: People, terms: Terms, kernel: Kernel): PointRows {
  const layers = [
    placesLayer(people, kernel),
    ...comparedLayers(people, terms, kernel),
    topicsLayer(people, terms, kernel),
    hoursLayer(people, terms, kernel),
    apartLayer(people, terms),
  ];
  return {
    fill: (mentee, into) => {
      into.values.fill(0);
      for (const layer of layers) layer(mentee, into);
    },
  };
}

/** Who offers a place at all, and is here. */
function placesLayer({ mentors }: People, kernel: Kernel): Layer {
  const row = kernel.points();
  mentors.forEach(({ available, capacity }, at) => (row.values[at] = available && capacity > 0 ? 0 : keptApart));
  return (_, into) => kernel.add(into, row);
}

/** Team, languages, level and site: few different answers, so each pair of answers is compared once. */
function comparedLayers(people: People, { rules, table }: Terms, kernel: Kernel): ReadonlyArray<Layer> {
  const at = (steps: ReadonlyArray<number>, count: number) => steps[Math.min(count, steps.length - 1)] ?? 0;
  const languages = (mentee: Mentee, mentor: Mentor) => {
    const common = commonLanguages(mentee, mentor).length;
    const isKept = rules.commonLanguage && common === 0 && mentee.languages.length > 0 && mentor.languages.length > 0;
    return isKept ? keptApart : at(table.languages, common);
  };
  const levels = (mentee: Mentee, mentor: Mentor) =>
    mentee.level === undefined || mentor.level === undefined
      ? 0
      : at(table.levelDistance, Math.round(Math.abs(mentee.level - mentor.level)));
  return [
    compared(people, kernel, languagesKey, languages),
    compared(people, kernel, ({ level }) => String(level), levels),
    compared(
      people,
      kernel,
      ({ site }) => site ?? "",
      (a, b) => (isSameWord(a.site, b.site) ? table.sameSite : 0),
    ),
    compared(
      people,
      kernel,
      ({ team }) => team ?? "",
      (a, b) => (rules.differentTeam && isSameTeam(a, b) ? keptApart : 0),
    ),
  ];
}

/** Compares each answer of a mentee with each answer of a mentor once, and keeps a row an answer. */
function compared(
  { mentees, mentors }: People,
  kernel: Kernel,
  answerOf: (person: Person) => string,
  worth: (mentee: Mentee, mentor: Mentor) => number,
): Layer {
  const groups = new Map<string, { readonly mentor: Mentor; readonly at: number[] }>();
  mentors.forEach((mentor, at) => {
    const group = groups.get(answerOf(mentor));
    if (group) group.at.push(at);
    else groups.set(answerOf(mentor), { mentor, at: [at] });
  });
  const rows = new Map<string, PointRow>();
  const rowOf = (mentee: Mentee) => {
    const known = rows.get(answerOf(mentee));
    if (known) return known;
    const row = kernel.points();
    for (const group of groups.values()) {
      const points = worth(mentee, group.mentor);
      for (const at of group.at) row.values[at] = points;
    }
    rows.set(answerOf(mentee), row);
    return row;
  };
  const rowsOfMentees = mentees.map(rowOf);
  return (at, into) => {
    const row = rowsOfMentees[at];
    if (row) kernel.add(into, row);
  };
}

/** How many of the mentee's topics each mentor offers: counted along the mentors of each topic. */
function topicsLayer({ mentees, mentors }: People, { topics, table }: Terms, kernel: Kernel): Layer {
  const offering = new Map<string, ReadonlyArray<number>>();
  const offersOf = new Map<string, number[]>();
  mentors.forEach(({ offers, limits }, at) => {
    for (const offer of new Set(offers)) {
      if (limits.some((limit) => topics.isSame(limit, offer))) continue;
      const who = offersOf.get(offer);
      if (who) who.push(at);
      else offersOf.set(offer, [at]);
    }
  });
  const mentorsFor = (topic: string) => {
    const known = offering.get(topic);
    if (known) return known;
    const found = new Set<number>();
    for (const [offer, who] of offersOf) if (topics.isSame(topic, offer)) for (const at of who) found.add(at);
    offering.set(topic, [...found]);
    return [...found];
  };
  const counts = kernel.bytes();
  const everyone = kernel.bytes();
  everyone.values.fill(255);
  const steps = stepTable(table.topics);
  return (at, into) => {
    const count = counts.values.fill(0);
    for (const topic of mentees[at]?.topics ?? [])
      for (const mentor of mentorsFor(topic)) count[mentor] = Math.min(255, (count[mentor] ?? 0) + 1);
    kernel.addSteps(into, counts, 0, steps, everyone);
  };
}

/** How many hours both gave: quarter hours of the week, eight in a byte, and only the bytes that the mentee gave. */
function hoursLayer({ mentees, mentors }: People, { rules, table, week }: Terms, kernel: Kernel): Layer {
  const known = kernel.bytes();
  const columns: ByteRow[] = [];
  mentors.forEach((mentor, at) => {
    const quarters = week.quartersOf(mentor);
    known.values[at] = quarters ? 255 : 0;
    quarters?.forEach((bits, byte) => {
      if (bits !== 0) (columns[byte] ??= kernel.bytes()).values[at] = bits;
    });
  });
  const hours = Array.from({ length: Math.max(table.commonHours.length, rules.commonHours + 1) }, (_, count) =>
    count < rules.commonHours ? keptApart : (table.commonHours[Math.min(count, table.commonHours.length - 1)] ?? 0),
  );
  const steps = stepTable(hours);
  const counts = kernel.bytes();
  const given = mentees.map(week.quartersOf);
  return (at, into) => {
    const quarters = given[at];
    if (!quarters) return;
    counts.values.fill(0);
    quarters.forEach((bits, byte) => {
      const column = columns[byte];
      if (bits !== 0 && column) kernel.countCommon(counts, column, bits);
    });
    kernel.addSteps(into, counts, 2, steps, known);
  };
}

function apartLayer(people: People, terms: Terms): Layer {
  const lists = keptApartOneByOne(people, terms);
  return (at, into) => {
    for (const mentor of lists[at] ?? []) into.values[mentor] = keptApart;
  };
}

/** Who is kept apart one by one, by mentee: oneself, the reporting line, and what was decided or said before. */
export function keptApartOneByOne(
  { mentees, mentors }: People,
  { apart, lines, rules }: Terms,
): ReadonlyArray<ReadonlyArray<number>> {
  const mentorAt = new Map(mentors.map(({ id }, at) => [id, at]));
  const menteeAt = new Map(mentees.map(({ id }, at) => [id, at]));
  const lists: number[][] = mentees.map(() => []);
  const add = (mentee: string, mentor: string) => {
    const [row, at] = [menteeAt.get(mentee), mentorAt.get(mentor)];
    if (row !== undefined && at !== undefined) lists[row]?.push(at);
  };
  for (const { id } of mentees) add(id, id);
  for (const { mentee, mentor } of apart) add(mentee, mentor);
  if (rules.noReportingLine) {
    for (const { id } of mentees) for (const above of lines.allAbove(id)) add(id, above);
    for (const { id } of mentors) for (const above of lines.allAbove(id)) add(above, id);
  }
  return lists;
}
