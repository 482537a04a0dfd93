import type { Cohort, Mentee, Mentor } from "../people.ts";

/** Amara, who looks for a mentor, with whatever a story changes about her. */
export function amara(change: Partial<Mentee> = {}): Mentee {
  return {
    id: "amara",
    available: true,
    team: "Support",
    site: "Lisboa",
    level: 5,
    timeZone: "Europe/Lisbon",
    languages: ["pt", "en"],
    availability: "Mon-Thu 12:00-14:00",
    topics: ["leading for the first time", "saying no"],
    ...change,
  };
}

/** Ravi, who offers two places, with whatever a story changes about him. */
export function ravi(change: Partial<Mentor> = {}): Mentor {
  return {
    id: "ravi",
    available: true,
    team: "Platform",
    site: "Praha",
    level: 4,
    timeZone: "Europe/Prague",
    languages: ["EN", "cs"],
    availability: "Mon-Fri 09:00-14:00",
    offers: ["first-time leads", "budgeting"],
    limits: [],
    capacity: 2,
    ...change,
  };
}

/** A cohort of whoever the story needs. */
export function cohortOf(change: Partial<Cohort> = {}): Cohort {
  return {
    mentees: [amara()],
    mentors: [ravi()],
    reporting: [],
    referenceWeek: "2026-10-05",
    seed: "autumn",
    ...change,
  };
}
