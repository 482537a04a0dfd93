import type { Cohort, Mentee, Mentor, Person } from "../people.ts";
import type { Pair } from "../problem.ts";
import { chance, type Chance } from "./chance.ts";

/** How large a made-up cohort is, and how much of it is written or decided. */
export interface CohortShape {
  readonly mentees: number;
  readonly mentors: number;
  /** Most places of a mentor; 2 unless told. */
  readonly places?: number;
  /** The share of people who name others they wish for; none unless told. */
  readonly naming?: number;
  /** The share of answers that somebody left out; none unless told. */
  readonly gaps?: number;
  readonly fairLine?: number;
}

const sites = ["Lisboa", "Praha", "Wien", "Kraków", "Dublin", "Helsinki", "Porto", "Oslo", "Graz", "Cork"];
const zones = [
  "Europe/Lisbon",
  "Europe/Prague",
  "Europe/Helsinki",
  "Asia/Kolkata",
  "America/New_York",
  "Asia/Kathmandu",
];
const languages = ["en", "pt", "cs", "de", "pl", "fi", "hi", "fr"];
const topics = [
  "leading for the first time",
  "saying no",
  "public speaking",
  "career change",
  "handling conflict",
  "budgeting",
  "remote teams",
  "reading a balance sheet",
  "negotiating",
  "returning to work",
  "hiring",
  "giving feedback",
  "time management",
  "working across cultures",
  "writing well",
  "data science",
  "product strategy",
  "networking",
  "moving to another country",
  "mentoring others",
  "research",
  "setting goals",
  "delegating",
  "difficult meetings",
  "technical depth",
  "growing confidence",
  "job interviews",
  "work and family",
  "first-time leads",
  "sales",
];
const days = ["Mon-Thu", "Tue,Thu", "Wed", "Mon-Fri", "Fri", "Mon,Wed"];

/** A made-up cohort: the same shape and seed give the same people. */
export function madeUpCohort(seed: number, shape: CohortShape): Cohort {
  const roll = chance(seed);
  const one = <T>(list: ReadonlyArray<T>): T => list[roll.upTo(list.length)] as T;
  const few = (list: ReadonlyArray<string>, most: number) => [
    ...new Set(Array.from({ length: 1 + roll.upTo(most) }, () => one(list))),
  ];
  const maybe = <T>(value: T): T | undefined => (roll.happens(shape.gaps ?? 0) ? undefined : value);
  const person = (id: string): Person => {
    const from = 7 + roll.upTo(8);
    return {
      id,
      available: !roll.happens((shape.gaps ?? 0) / 4),
      team: maybe(`team ${roll.upTo(30)}`),
      site: maybe(one(sites)),
      level: maybe(1 + roll.upTo(8)),
      timeZone: maybe(one(zones)),
      languages: maybe(few(languages, 3)) ?? [],
      availability: maybe(`${one(days)} ${from}:${one(["00", "15", "10"])}-${from + 1 + roll.upTo(6)}:30`),
    };
  };
  const mentees = Array.from({ length: shape.mentees }, (_, at): Mentee => ({
    ...person(`mentee ${at}`),
    topics: few(topics, 3),
  }));
  const mentors = Array.from({ length: shape.mentors }, (_, at): Mentor => ({
    ...person(`mentor ${at}`),
    offers: few(topics, 5),
    limits: roll.happens(0.2) ? few(topics, 2) : [],
    capacity: roll.upTo((shape.places ?? 2) + 1) || roll.upTo(2),
  }));
  const everyone = [...mentees, ...mentors].map(({ id }) => id);
  const reporting = everyone.map((id, at) => ({ person: id, manager: everyone[roll.upTo(at + 1)] ?? id }));
  const pairs = (share: number): Pair[] =>
    Array.from({ length: Math.floor(shape.mentees * share) }, () => ({
      mentee: one(mentees).id,
      mentor: one(mentors).id,
    }));
  const isEmpty = mentees.length === 0 || mentors.length === 0;
  return {
    mentees,
    mentors,
    reporting,
    referenceWeek: "2026-10-05",
    seed: `seed ${seed}`,
    ...(!isEmpty && shape.naming ? { named: names(roll, shape.naming, mentees, mentors) } : {}),
    ...(!isEmpty && shape.gaps ? { notAgain: pairs(0.1), forbidden: unique(pairs(0.05)), deciding: pairs(0.05) } : {}),
    ...(shape.fairLine === undefined ? {} : { fairLine: shape.fairLine }),
  };
}

function names(roll: Chance, share: number, mentees: ReadonlyArray<Mentee>, mentors: ReadonlyArray<Mentor>) {
  const named = new Map<string, { by: string; who: string; rank: number }>();
  const add = (by: string, who: string) => named.set(`${by}\n${who}`, { by, who, rank: 1 + roll.upTo(3) });
  for (const { id } of mentees) {
    if (!roll.happens(share)) continue;
    for (let wish = 0; wish < 3; wish += 1) {
      const who = mentors[roll.upTo(mentors.length)]?.id ?? "";
      add(id, who);
      if (roll.happens(0.4)) add(who, id);
    }
  }
  return [...named.values()];
}

function unique(pairs: ReadonlyArray<Pair>): Pair[] {
  return [...new Map(pairs.map((pair) => [`${pair.mentee}\n${pair.mentor}`, pair])).values()];
}
