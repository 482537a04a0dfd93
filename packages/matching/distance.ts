import type { Mentee, Mentor, Person, ReportsTo } from "./people.ts";
import type { ReportingLines } from "./reporting.ts";

/** How far apart two people stand in their organisation. */
export interface Distance {
  readonly levels: number;
  /** Who stands above; left out for the same level, and where nothing tells. */
  readonly above?: "mentor" | "mentee";
}

/** Which way an organisation's grades run: 1 where managers have the greater ones, -1 where the smaller, 0 where nothing tells. */
export type GradesRun = 1 | -1 | 0;

/** Reads from managers and the people who report to them which way grades run. */
export function gradesRun(people: Iterable<Person>, links: Iterable<ReportsTo>): GradesRun {
  const grades = new Map<string, number>();
  for (const { id, level } of people) if (level !== undefined) grades.set(id, level);
  let sum = 0;
  for (const { person, manager } of links) {
    const [below, above] = [grades.get(person), grades.get(manager)];
    if (below !== undefined && above !== undefined) sum += Math.sign(above - below);
  }
  return sum > 0 ? 1 : sum < 0 ? -1 : 0;
}

/** The distance by grades, else by manager links; `undefined` where neither is known. */
export function distanceOf(
  mentee: Mentee,
  mentor: Mentor,
  { lines, grades }: { readonly lines: ReportingLines; readonly grades: GradesRun },
): Distance | undefined {
  const steps = lines.stepsAbove(mentee.id, mentor.id);
  if (mentee.level === undefined || mentor.level === undefined)
    return steps === undefined ? undefined : between(Math.abs(steps), steps);
  const apart = mentor.level - mentee.level;
  return between(Math.abs(apart), grades === 0 ? (steps ?? 0) : apart * grades);
}

function between(levels: number, mentorAbove: number): Distance {
  if (levels === 0 || mentorAbove === 0) return { levels };
  return { levels, above: mentorAbove > 0 ? "mentor" : "mentee" };
}
