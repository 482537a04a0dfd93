/** Long work in pieces. The event loop serves everybody: who has much to do lets the others in between. */

/** How long one piece takes at most before others are served, in ms. Several pieces of different works may follow each other. */
const pieceMs = 8;

/** Waits until the event loop has served whoever was there. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Does something with each item, in order; others are served whenever it has taken a while. */
export async function eachInTurns<Item>(
  items: ReadonlyArray<Item>,
  work: (item: Item, at: number) => void,
): Promise<void> {
  let began = performance.now();
  for (const [at, item] of items.entries()) {
    work(item, at);
    if (performance.now() - began < pieceMs) continue;
    // oxlint-disable-next-line no-await-in-loop -- the pause is the purpose
    await nextTurn();
    began = performance.now();
  }
}

/** Hands out a list in parts of at most `size`, one after the other; others are served between two parts, also within a transaction. */
export async function inParts<Item>(
  items: ReadonlyArray<Item>,
  size: number,
  work: (part: ReadonlyArray<Item>) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < items.length; from += size) {
    // oxlint-disable-next-line no-await-in-loop -- one part after the other
    await work(items.slice(from, from + size));
    // oxlint-disable-next-line no-await-in-loop -- the pause is the purpose
    if (from + size < items.length) await nextTurn();
  }
}
