/** Reporting lines among people: which manager is unknown, and which lines run in a loop. */

/** What can be wrong with the manager of somebody. */
export type ReportingFault = "unknown-manager" | "manager-loop";

/** One thing that is wrong with a reporting line. */
export interface ReportingNote {
  /** The key of the address of whom it is about. */
  readonly person: string;
  readonly fault: ReportingFault;
  /** The loop, from the person's manager round to the person; empty for an unknown manager. */
  readonly through: ReadonlyArray<string>;
}

/**
 * Looks at the managers of `asked` among all lines. `lines` maps each person to their manager, both by the key of the address;
 * managers who are no key of it are unknown. Takes time in proportion to the number of lines.
 */
export function checkReporting(
  lines: ReadonlyMap<string, string | null>,
  asked: ReadonlySet<string>,
): ReadonlyArray<ReportingNote> {
  const loops = findLoops(lines);
  const notes: ReportingNote[] = [];
  for (const person of asked) {
    const manager = lines.get(person);
    if (!manager) continue;
    const loop = loops.get(person);
    if (!lines.has(manager)) notes.push({ person, fault: "unknown-manager", through: [] });
    else if (loop)
      notes.push({
        person,
        fault: "manager-loop",
        through: [...loop.slice(loop.indexOf(person) + 1), ...loop.slice(0, loop.indexOf(person) + 1)],
      });
  }
  return notes;
}

/** For everyone in a loop of two or more, the people of that loop in order. */
function findLoops(lines: ReadonlyMap<string, string | null>): ReadonlyMap<string, ReadonlyArray<string>> {
  const walkOf = new Map<string, number>();
  const loops = new Map<string, ReadonlyArray<string>>();
  let walk = 0;
  for (const start of lines.keys()) {
    walk += 1;
    const path: string[] = [];
    let at: string | null | undefined = start;
    while (at && lines.has(at) && !walkOf.has(at)) {
      walkOf.set(at, walk);
      path.push(at);
      at = lines.get(at);
    }
    if (!at || walkOf.get(at) !== walk) continue;
    const loop = path.slice(path.indexOf(at));
    if (loop.length > 1) for (const person of loop) loops.set(person, loop);
  }
  return loops;
}
