/** Small settings of this browser. Everything works without storage; it is then forgotten with the page. */

/** Reads a setting; undefined where there is none, or no storage. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(`oakroom.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a setting; `undefined` takes it away. */
export function store(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`oakroom.${key}`);
    else localStorage.setItem(`oakroom.${key}`, value);
  } catch {
    // Without storage there is nothing to keep it in.
  }
}
