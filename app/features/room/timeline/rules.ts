/** What is new on a timeline to whoever looks at it. It is worked out on their own device, and told to nobody. */

/** An entry, as far as telling new ones goes. */
export interface Placed {
  readonly place: string;
  /** Who wrote it. */
  readonly by: string | undefined;
  /** True for what is not sent yet: its place is still to come. */
  readonly isWaiting: boolean;
}

/**
 * The place of the first entry that `other` wrote after the place that was shown last; of their first where nothing was
 * shown here before, or that place lies further back. `undefined` where nothing is new: also once the reader wrote something
 * after it, since they were there.
 */
export function firstUnseen(
  entries: ReadonlyArray<Placed>,
  seen: string | undefined,
  other: string,
): string | undefined {
  const [first] = unseen(entries, seen, other);
  const after = entries.slice(entries.findIndex(({ place }) => place === first) + 1);
  const hasAnswered = after.some(({ by }) => by !== undefined && by !== other);
  return hasAnswered && entries.some(({ place }) => place === seen) ? undefined : first;
}

/** The places of all entries that `other` wrote after the place that was shown last. */
export function unseen(entries: ReadonlyArray<Placed>, seen: string | undefined, other: string): ReadonlyArray<string> {
  const after = entries.findIndex(({ place }) => place === seen) + 1;
  return entries.slice(after).flatMap(({ by, isWaiting, place }) => (by === other && !isWaiting ? [place] : []));
}

/** The last place that stands for good: not that of an entry which waits to be sent. */
export function lastPlace(entries: ReadonlyArray<Placed>): string | undefined {
  return entries.findLast(({ isWaiting }) => !isWaiting)?.place;
}
