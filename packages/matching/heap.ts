/** A binary heap of mentors by distance; a mentor may stand in it more than once. Equal distances come by number. */
export interface Heap {
  readonly distances: number[];
  readonly mentors: number[];
}

/** A heap with nobody in it. */
export function emptyHeap(): Heap {
  return { distances: [], mentors: [] };
}

/** Adds a mentor at a distance. */
export function pushNear({ distances, mentors }: Heap, distance: number, mentor: number): void {
  let at = distances.length;
  distances.push(distance);
  mentors.push(mentor);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const aboveDistance = distances[above] ?? 0;
    const aboveMentor = mentors[above] ?? 0;
    if (aboveDistance < distance || (aboveDistance === distance && aboveMentor <= mentor)) break;
    distances[at] = aboveDistance;
    mentors[at] = aboveMentor;
    at = above;
  }
  distances[at] = distance;
  mentors[at] = mentor;
}

/** Takes out the nearest mentor; -1 when nobody is left. */
export function popNearest({ distances, mentors }: Heap): number {
  const nearest = mentors[0];
  const distance = distances.pop();
  const mentor = mentors.pop();
  if (nearest === undefined || distance === undefined || mentor === undefined) return -1;
  const size = distances.length;
  if (size === 0) return nearest;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    if (below + 1 < size && isNearer(distances, mentors, below + 1, below)) below += 1;
    const belowDistance = distances[below] ?? 0;
    const belowMentor = mentors[below] ?? 0;
    if (distance < belowDistance || (distance === belowDistance && mentor <= belowMentor)) break;
    distances[at] = belowDistance;
    mentors[at] = belowMentor;
    at = below;
  }
  distances[at] = distance;
  mentors[at] = mentor;
  return nearest;
}

function isNearer(distances: ReadonlyArray<number>, mentors: ReadonlyArray<number>, a: number, b: number): boolean {
  const first = distances[a] ?? 0;
  const second = distances[b] ?? 0;
  return first < second || (first === second && (mentors[a] ?? 0) < (mentors[b] ?? 0));
}
