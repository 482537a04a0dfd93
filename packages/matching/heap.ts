/**
 * A heap of mentors by distance, each a number of two words. A mentor may stand in it more than once;
 * equal distances come by number.
 */
export interface Heap {
  readonly upper: number[];
  readonly lower: number[];
  readonly mentors: number[];
}

/** Each entry has this many below it: fewer steps down than with two, and what is compared lies side by side. */
const below = 4;

/** A heap with nobody in it. */
export function emptyHeap(): Heap {
  return { upper: [], lower: [], mentors: [] };
}

/** Takes everyone out. */
export function clearHeap({ upper, lower, mentors }: Heap): void {
  upper.length = 0;
  lower.length = 0;
  mentors.length = 0;
}

/** Adds a mentor at a distance. */
export function pushNear(heap: Heap, upper: number, lower: number, mentor: number): void {
  let at = heap.mentors.length;
  heap.upper.push(upper);
  heap.lower.push(lower);
  heap.mentors.push(mentor);
  while (at > 0) {
    const above = ((at - 1) / below) | 0;
    if (!isBefore(upper, lower, mentor, heap, above)) break;
    place(heap, at, heap.upper[above] ?? 0, heap.lower[above] ?? 0, heap.mentors[above] ?? 0);
    at = above;
  }
  place(heap, at, upper, lower, mentor);
}

/** Takes out the nearest mentor; -1 when nobody is left. */
export function popNearest(heap: Heap): number {
  const nearest = heap.mentors[0];
  const upper = heap.upper.pop();
  const lower = heap.lower.pop();
  const mentor = heap.mentors.pop();
  if (nearest === undefined || upper === undefined || lower === undefined || mentor === undefined) return -1;
  const size = heap.mentors.length;
  if (size > 0) sinkFromTop(heap, size, upper, lower, mentor);
  return nearest;
}

function sinkFromTop(heap: Heap, size: number, upper: number, lower: number, mentor: number): void {
  let at = 0;
  for (;;) {
    const first = below * at + 1;
    if (first >= size) break;
    let least = first;
    const end = Math.min(first + below, size);
    for (let next = first + 1; next < end; next += 1) {
      if (isBefore(heap.upper[next] ?? 0, heap.lower[next] ?? 0, heap.mentors[next] ?? 0, heap, least)) least = next;
    }
    if (isBefore(upper, lower, mentor, heap, least)) break;
    place(heap, at, heap.upper[least] ?? 0, heap.lower[least] ?? 0, heap.mentors[least] ?? 0);
    at = least;
  }
  place(heap, at, upper, lower, mentor);
}

function isBefore(upper: number, lower: number, mentor: number, heap: Heap, at: number): boolean {
  const order = upper - (heap.upper[at] ?? 0) || lower - (heap.lower[at] ?? 0);
  return order === 0 ? mentor < (heap.mentors[at] ?? 0) : order < 0;
}

function place(heap: Heap, at: number, upper: number, lower: number, mentor: number): void {
  heap.upper[at] = upper;
  heap.lower[at] = lower;
  heap.mentors[at] = mentor;
}
