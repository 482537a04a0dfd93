/**
 * Whether screens stand still: what moves on them by itself while they come up is added up and fails the journey.
 * A screen has come up once nothing on it changed for a second; what moves later is somebody's doing. So is what a message to
 * the reader moves (a status, as screen readers hear it), and a row that comes into a list that stands: the other wrote it.
 */
import type { BrowserContext } from "playwright-core";

/** What a browser tells of something that moved without having been asked to (Layout Instability API). */
export interface Shift {
  readonly path: string;
  /** Counts the screens of a document, so that the same address met again begins anew. */
  readonly screen: string;
  readonly value: number;
  readonly what: string;
}

/** In sum, for each time a screen is shown. A good page of the web stays below 0.1. */
const atMost = 0.05;

/** Runs in the browser: tells of every shift that no press or key began, until the screen has come up. */
function tellShifts(): void {
  const birth = String(performance.timeOrigin);
  const [quietMs, frameMs] = [1000, 100];
  let [path, screens] = [location.pathname, 0];
  let upAt = Number.POSITIVE_INFINITY;
  let newsAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turnTo = (next: string) => {
    if (next === path) return;
    [path, screens] = [next, screens + 1];
    upAt = Number.POSITIVE_INFINITY;
  };
  const isNews = (node: Node) =>
    node instanceof Element && node.matches("output:not(.skeleton), [role=status], [role=alert], [data-row]");
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
      const shift = { path, screen: `${birth} ${screens}`, value: Number(Reflect.get(entry, "value")) };
      const tell: unknown = Reflect.get(globalThis, "somethingMoved");
      if (typeof tell === "function") Reflect.apply(tell, undefined, [{ ...shift, what: nodes.join(", ") }]);
    }
  });
  observer.observe({ type: "layout-shift", buffered: true });
}

const withoutIds = (path: string) => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…");

/** Keeps what moved in a context's pages. */
export class Stillness {
  readonly shifts: Shift[] = [];

  /** Follows all pages to come. */
  async follow(context: BrowserContext): Promise<void> {
    await context.exposeFunction("somethingMoved", (shift: Shift) => void this.shifts.push(shift));
    await context.addInitScript(tellShifts);
  }

  /** The screens that moved too much, with what moved on them. */
  complaints(): ReadonlyArray<string> {
    const screens = Map.groupBy(this.shifts, ({ path, screen }) => `${screen} ${path}`);
    return [...screens.values()].flatMap((shifts) => {
      const sum = shifts.reduce((all, { value }) => all + value, 0);
      const what = shifts.map(({ value, what: nodes }) => `${value.toFixed(3)} by ${nodes}`).join("; ");
      return sum > atMost ? [`${withoutIds(shifts[0]?.path ?? "")} moved by ${sum.toFixed(3)}: ${what}`] : [];
    });
  }
}
