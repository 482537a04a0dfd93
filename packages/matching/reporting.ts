import type { ReportsTo } from "./people.ts";

/** Answers whether one of two people reports to the other, at any depth. */
export interface ReportingLines {
  readonly isInLine: (one: string, other: string) => boolean;
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
  const above = new Map<string, ReadonlySet<string>>();
  const allAbove = (person: string): ReadonlySet<string> => {
    const known = above.get(person);
    if (known) return known;
    const found = new Set<string>();
    const climb = [...(managers.get(person) ?? [])];
    for (let next = climb.pop(); next !== undefined; next = climb.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      climb.push(...(managers.get(next) ?? []));
    }
    above.set(person, found);
    return found;
  };
  return { isInLine: (one, other) => allAbove(one).has(other) || allAbove(other).has(one) };
}
