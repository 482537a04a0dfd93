import { commonLanguages, isSameWord } from "./eligibility.ts";
import type { Mentee, Mentor, Steps } from "./people.ts";
import type { Terms } from "./terms.ts";

/** A criterion of the published table that two people's profiles can meet. */
export type Criterion = "topics" | "common-hours" | "languages" | "level-distance" | "same-site";

/** Points of one criterion, and the count they were given for. */
export interface ScorePart {
  readonly criterion: Criterion;
  readonly count: number;
  readonly points: number;
}

/** The fit of two profiles by the published table. Wishes are not in it: nobody may read from points who named whom. */
export interface Score {
  readonly points: number;
  /** One part a criterion, those that give nothing left out. */
  readonly parts: ReadonlyArray<ScorePart>;
}

/** A topic of the mentee and the mentor's offer that answers it, each in its writer's words. */
export interface SharedTopic {
  readonly mentee: string;
  readonly mentor: string;
}

/** Adds up the points that two people's profiles have by the published table. */
export function score(mentee: Mentee, mentor: Mentor, terms: Terms): Score {
  const { table } = terms;
  const parts: ScorePart[] = [];
  const add = (criterion: Criterion, count: number, points: number) => {
    if (points !== 0) parts.push({ criterion, count, points });
  };
  const topics = sharedTopics(mentee, mentor, terms).length;
  add("topics", topics, at(table.topics, topics));
  const hours = commonHours(mentee, mentor, terms);
  if (hours !== undefined) add("common-hours", hours, at(table.commonHours, Math.floor(hours)));
  const languages = commonLanguages(mentee, mentor).length;
  add("languages", languages, at(table.languages, languages));
  const distance = levelDistance(mentee, mentor);
  if (distance !== undefined) add("level-distance", distance, at(table.levelDistance, Math.round(distance)));
  if (isSameWord(mentee.site, mentor.site)) add("same-site", 1, table.sameSite);
  return { points: parts.reduce((sum, { points }) => sum + points, 0), parts };
}

/** The mentee's topics that the mentor offers. What the mentor would rather leave to someone else is not offered. */
export function sharedTopics(mentee: Mentee, mentor: Mentor, { topics }: Terms): ReadonlyArray<SharedTopic> {
  const shared: SharedTopic[] = [];
  for (const topic of mentee.topics) {
    const isOffered = (offer: string) =>
      topics.isSame(topic, offer) && !mentor.limits.some((limit) => topics.isSame(limit, offer));
    const offer = mentor.offers.find((text) => text === topic && isOffered(text)) ?? mentor.offers.find(isOffered);
    if (offer !== undefined) shared.push({ mentee: topic, mentor: offer });
  }
  return shared;
}

/** Hours a week that both gave, in half hours; `undefined` when not known. */
export function commonHours(mentee: Mentee, mentor: Mentor, { week }: Terms): number | undefined {
  const minutes = week.commonMinutes(mentee, mentor);
  return minutes === undefined ? undefined : Math.floor(minutes / 30) / 2;
}

/** How far apart the two levels are; `undefined` when not known. */
export function levelDistance(mentee: Mentee, mentor: Mentor): number | undefined {
  if (mentee.level === undefined || mentor.level === undefined) return undefined;
  return Math.abs(mentee.level - mentor.level);
}

function at(steps: Steps, count: number): number {
  return steps[Math.min(count, steps.length - 1)] ?? 0;
}
