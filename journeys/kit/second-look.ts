/**
 * A second look at a screen that moved too much once: a machine that does other things may stall between two halves of any
 * screen. What is wrong with a screen itself moves it each time, and what moved most of it needs no second look.
 */
import type { Page } from "playwright-core";
import { slowness } from "./slow.ts";
import type { Moved, Stillness } from "./stillness.ts";

/** A quarter of what can be seen, moved by all of its height, is beyond what a stall does. */
const beyondDoubt = 0.25;
const looks = 2;
const patienceMs = 10_000;

/** What became of the screens of a person that moved too much. */
export interface Verdict {
  /** Those that do not stand still. */
  readonly faults: ReadonlyArray<string>;
  /** Those that stood still when they were opened again. */
  readonly once: ReadonlyArray<string>;
}

/** Opens a screen anew, as whoever follows a link to it would, and waits until it has come up. */
async function opensAgain(page: Page, href: string): Promise<void> {
  // An address that differs in its fragment alone would not be loaded.
  await page.goto("about:blank");
  await page.goto(href);
  const isUp = () => {
    const ask: unknown = Reflect.get(globalThis, "screenIsUp");
    return typeof ask === "function" && Reflect.apply(ask, undefined, []) === true;
  };
  // What never comes to rest is looked at as far as it came.
  await page.waitForFunction(isUp, undefined, { timeout: patienceMs * slowness }).catch(() => undefined);
}

/** Whether it moves too much each time it is opened, or cannot be opened any more. */
async function movesAgain(stillness: Stillness, page: Page, { href }: Moved): Promise<boolean> {
  for (let look = 0; look < looks; look += 1) {
    const since = stillness.shifts.length;
    try {
      await opensAgain(page, href);
    } catch {
      return true;
    }
    if (stillness.moved(since).length === 0) return false;
  }
  return true;
}

/** Looks again at each screen that moved too much. */
export async function secondLook(stillness: Stillness, page: Page): Promise<Verdict> {
  const [faults, once]: [string[], string[]] = [[], []];
  for (const moved of stillness.moved()) {
    const isFault = moved.sum > beyondDoubt || (await movesAgain(stillness, page, moved));
    (isFault ? faults : once).push(moved.words);
  }
  return { faults, once };
}
