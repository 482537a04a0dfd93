import type { ReportsTo } from "./people.ts";

/** Answers who stands above whom, as far as manager links tell. */
export interface ReportingLines {
  /** Everyone above a person, at any depth. */
  readonly allAbove: (person: string) => Iterable<string>;
  /** Whether one of the two reports to the other, at any depth. */
  readonly isInLine: (one: string, other: string) => boolean;
  /**
   * How many steps `other` stands above `one`, counted from the nearest person whom both have above them; less than 0 below, and
   * `undefined` where nobody known stands above both.
   */
  readonly stepsAbove: (one: string, other: string) => number | undefined;
}

/** Reads manager links. A person may have several managers; loops and being one's own manager do no harm. */
export function reportingLines(links: Iterable<ReportsTo>): ReportingLines {
  const managers = new Map<string, string[]>();
  for (const { person, manager } of links) {
    if (person === manager) continue;
    const known = managers.get(person);
    if (known) known.push(manager);
    else managers.set(person, [manager]);
  }
  const above = new Map<string, ReadonlyMap<string, number>>();
  const allAbove = (person: string) => {
    const known = above.get(person) ?? climb(person, managers);
    above.set(person, known);
    return known;
  };
  return {
    allAbove: (person) => allAbove(person).keys(),
    isInLine: (one, other) => allAbove(one).has(other) || allAbove(other).has(one),
    stepsAbove: (one, other) => stepsBetween(allAbove(one), allAbove(other)),
  };
}

/** Everyone above a person, each with the fewest steps up to them. */
function climb(person: string, managers: ReadonlyMap<string, ReadonlyArray<string>>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let level = managers.get(person) ?? [];
  for (let steps = 1; level.length > 0; steps += 1) {
    const fresh = [...new Set(level)].filter((each) => !found.has(each));
    for (const each of fresh) found.set(each, steps);
    level = fresh.flatMap((each) => managers.get(each) ?? []);
  }
  return found;
}

function stepsBetween(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number | undefined {
  let nearest: { readonly sum: number; readonly steps: number } | undefined;
  for (const [person, up] of one) {
    const across = other.get(person);
    if (across === undefined) continue;
    if (nearest === undefined || up + across < nearest.sum) nearest = { sum: up + across, steps: up - across };
  }
  return nearest?.steps;
}
