/**
 * Whether screens stand still: what moves on them by itself while they come up is added up and fails the journey.
 * A screen has come up once nothing on it changed for a second; what moves later is somebody's doing. So is what a message to
 * the reader moves (a status, as screen readers hear it), and what comes into a screen that stands because the other wrote it: a
 * row of a long list (`data-row`), and whatever is marked as news (`data-news`).
 */
import type { BrowserContext } from "playwright-core";

/** What a browser tells of something that moved without having been asked to (Layout Instability API). */
export interface Shift {
  /** The address of the screen. */
  readonly href: string;
  /** Counts the screens of a document, so that the same address met again begins anew. */
  readonly screen: string;
  readonly value: number;
  readonly what: string;
}

/** A screen that moved too much while it was shown once. */
export interface Moved {
  readonly href: string;
  readonly sum: number;
  /** The screen, how much it moved, and by what. */
  readonly words: string;
}

/** In sum, for each time a screen is shown. A good page of the web stays below 0.1. */
const atMost = 0.05;

/** Runs in the browser: tells of every shift that no press or key began, until the screen has come up. */
function tellShifts(): void {
  const birth = String(performance.timeOrigin);
  const [quietMs, frameMs] = [1000, 100];
  let [path, href, screens] = [location.pathname, location.href, 0];
  let upAt = Number.POSITIVE_INFINITY;
  let newsAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turnTo = (next: string) => {
    if (next === path) return;
    [path, href, screens] = [next, location.href, screens + 1];
    upAt = Number.POSITIVE_INFINITY;
  };
  const isNews = (node: Node) =>
    node instanceof Element &&
    node.matches("output:not(.skeleton), [role=status], [role=alert], [data-row], [data-news]");
  Object.assign(globalThis, { screenIsUp: () => upAt < Number.POSITIVE_INFINITY });
  const waitForQuiet = (changes: ReadonlyArray<MutationRecord>) => {
    turnTo(location.pathname);
    if (changes.some(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(isNews)))
      newsAt = performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (document.querySelector(".skeleton, [aria-busy=true]")) return;
      upAt = Math.min(upAt, performance.now());
    }, quietMs);
  };
  new MutationObserver(waitForQuiet).observe(document, { subtree: true, childList: true, characterData: true });
  const topOf = (rect: unknown) => (rect instanceof DOMRectReadOnly ? Math.round(rect.top) : 0);
  const nameOf = (source: unknown) => {
    if (typeof source !== "object" || source === null) return "something";
    const node: unknown = Reflect.get(source, "node");
    const name = node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className || "-"}` : "something";
    return `${name} from ${topOf(Reflect.get(source, "previousRect"))} to ${topOf(Reflect.get(source, "currentRect"))}`;
  };
  const sourcesOf = (entry: PerformanceEntry): ReadonlyArray<unknown> => {
    const sources: unknown = Reflect.get(entry, "sources");
    return Array.isArray(sources) ? sources : [];
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      turnTo(location.pathname);
      if (Reflect.get(entry, "hadRecentInput") === true || entry.startTime > upAt) continue;
      if (entry.startTime >= newsAt && entry.startTime < newsAt + frameMs) continue;
      const nodes = sourcesOf(entry).map(nameOf);
      const shift = { href, screen: `${birth} ${screens}`, value: Number(Reflect.get(entry, "value")) };
      const tell: unknown = Reflect.get(globalThis, "somethingMoved");
      if (typeof tell === "function") Reflect.apply(tell, undefined, [{ ...shift, what: nodes.join(", ") }]);
    }
  });
  observer.observe({ type: "layout-shift", buffered: true });
}

const withoutIds = (href: string) => new URL(href).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…");

/** Keeps what moved in a context's pages. */
export class Stillness {
  readonly shifts: Shift[] = [];

  /** Follows all pages to come. */
  async follow(context: BrowserContext): Promise<void> {
    await context.exposeFunction("somethingMoved", (shift: Shift) => void this.shifts.push(shift));
    await context.addInitScript(tellShifts);
  }

  /** The screens that moved too much, or by more than `most`; those alone that came up after the first `since` shifts. */
  moved(since = 0, most = atMost): ReadonlyArray<Moved> {
    const screens = Map.groupBy(this.shifts.slice(since), ({ href, screen }) => `${screen} ${new URL(href).pathname}`);
    return [...screens.values()].flatMap((shifts) => {
      const [first] = shifts;
      const sum = shifts.reduce((all, { value }) => all + value, 0);
      if (!first || sum <= most) return [];
      const what = shifts.map(({ value, what: nodes }) => `${value.toFixed(3)} by ${nodes}`).join("; ");
      return [{ href: first.href, sum, words: `${withoutIds(first.href)} moved by ${sum.toFixed(3)}: ${what}` }];
    });
  }
}
