/** What devices are called where two have the same name. Sealed: their owner alone. */

/** A device as the list of one's own shows it. */
export interface Named {
  readonly id: string;
  readonly name?: string | undefined;
  readonly addedAt: number;
}

/**
 * What each device is called, by its id: where several have one name, the second that was added is "Firefox on Linux (2)", and so on.
 * Whoever takes out a lost one must not take out its twin.
 */
export function namesApart(devices: ReadonlyArray<Named>, unnamed: string): ReadonlyMap<string, string> {
  const many = new Map<string, number>();
  const names = devices
    .toSorted((one, next) => one.addedAt - next.addedAt)
    .map(({ id, name = unnamed }): readonly [string, string] => {
      const count = (many.get(name) ?? 0) + 1;
      many.set(name, count);
      return [id, count === 1 ? name : `${name} (${count})`];
    });
  return new Map(names);
}
