import { useSignal, type Signal } from "@preact/signals";
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { RowHeights, windowRange, type WindowRange } from "./window-range.ts";

/** What `useWindow` gives to whoever draws the rows. */
export interface WindowView {
  readonly range: WindowRange;
  /** Brings a row into view; "start" puts it at the top. */
  readonly show: (row: number, where?: "start" | "end" | "near") => void;
}

const spare = 600;

/**
 * Follows the page's scrolling and tells which rows of a long list to draw.
 * Rows are the elements with `data-row` inside `list`; each is measured as it appears.
 */
export function useWindow(list: RefObject<HTMLElement | null>, count: number, guess: number): WindowView {
  const heights = useRef<RowHeights>(new RowHeights(count, guess));
  heights.current.resize(count);
  const range = useSignal<WindowRange>(windowRange(heights.current, 0, 900, 0));

  function look() {
    const element = list.current;
    if (!element) return;
    const next = windowRange(heights.current, -element.getBoundingClientRect().top, window.innerHeight, spare);
    const now = range.peek();
    if (next.from !== now.from || next.to !== now.to || next.before !== now.before || next.after !== now.after)
      range.value = next;
  }

  useEffect(() => {
    let asked = 0;
    function ask() {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        look();
      });
    }
    look();
    addEventListener("scroll", ask, { passive: true, capture: true });
    addEventListener("resize", ask, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      removeEventListener("scroll", ask, { capture: true });
      removeEventListener("resize", ask);
    };
  }, [count]);

  useLayoutEffect(() => {
    let changed = false;
    for (const row of list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? []) {
      const at = Number(row.dataset["row"]);
      if (row.offsetHeight > 0 && heights.current.measure(at, row.getBoundingClientRect().height)) changed = true;
    }
    if (changed) look();
  });

  function show(row: number, where: "start" | "end" | "near" = "near") {
    const element = list.current;
    if (!element) return;
    const origin = element.getBoundingClientRect().top + window.scrollY;
    const top = origin + heights.current.top(row);
    const bottom = origin + heights.current.top(row + 1);
    const inView = top >= window.scrollY && bottom <= window.scrollY + window.innerHeight;
    if (where === "near" && inView) return;
    window.scrollTo({ top: where === "end" ? bottom - window.innerHeight : top - 96, behavior: "instant" });
    look();
  }

  // The list may have shrunk since the last look.
  const { from, to, before, after } = range.value;
  return { range: { from: Math.min(from, count), to: Math.min(Math.max(to, from), count), before, after }, show };
}

/** Props of `Windowed`. */
export interface WindowedProps<Item> {
  readonly items: ReadonlyArray<Item>;
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item, at: number) => ComponentChildren;
  /** Names the list for screen readers. */
  readonly label: string;
  /** Usual height of a row in px. */
  readonly guess: number;
  /** Set to a row to bring it into view; set back to undefined once done. */
  readonly show?: Signal<number | undefined>;
  /** Where to begin: the top, or the newest at the end. */
  readonly startAt?: "start" | "end";
}

/** A list of any length that draws what is in view: 10,000 rows scroll like 20. Rows may differ in height. */
export function Windowed<Item>({ items, keyOf, render, label, guess, show, startAt = "start" }: WindowedProps<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const view = useWindow(list, items.length, guess);
  const { from, to, before, after } = view.range;
  const wanted = show?.value;

  useLayoutEffect(() => {
    if (startAt === "end" && items.length > 0) view.show(items.length - 1, "end");
  }, []);

  useLayoutEffect(() => {
    if (wanted === undefined || !show) return;
    view.show(wanted, "start");
    show.value = undefined;
  }, [wanted]);

  return (
    <ul
      role="list"
      ref={list}
      class="windowed"
      aria-label={label}
      style={{ paddingTop: `${before}px`, paddingBottom: `${after}px` }}
    >
      {items.slice(from, to).map((item, at) => (
        <li key={keyOf(item)} data-row={from + at} aria-setsize={items.length} aria-posinset={from + at + 1}>
          {render(item, from + at)}
        </li>
      ))}
    </ul>
  );
}
