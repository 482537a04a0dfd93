import { signal, type Signal } from "@preact/signals";
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { RowHeights, windowRange, type WindowRange } from "./window-range.ts";

/** Where a row lands when it is brought into view; "near" moves nothing when the row is in view already. */
export type RowPlace = "start" | "end" | "near";

/** How many px beyond the view are drawn on each side, so that scrolling meets no empty space. */
const spare = 600;

/** Room left above a row that is brought to the top, in px. */
const above = 96;

/** How often a row that is brought into view is followed when rows around it turn out higher or lower than thought. */
const aimCorrections = 4;

/** Whoever scrolls wants to be where they scroll to. */
const ownScrolling = ["wheel", "touchmove", "keydown"] as const;

/** Follows the page's scrolling for one long list. */
class Follower {
  readonly range: Signal<WindowRange>;
  readonly #heights: RowHeights;
  readonly #list: RefObject<HTMLElement | null>;
  /** A row that is being brought into view: rows on the way are measured as they appear, which may move it. */
  #aim: { readonly row: number; readonly place: RowPlace; readonly left: number } | undefined;

  constructor(list: RefObject<HTMLElement | null>, count: number, guess: number) {
    this.#list = list;
    this.#heights = new RowHeights(count, guess);
    this.range = signal(windowRange(this.#heights, 0, 900, 0));
  }

  resize(count: number): void {
    this.#heights.resize(count);
  }

  /** Chooses the rows again. */
  look(): void {
    const element = this.#list.current;
    if (!element) return;
    const next = windowRange(this.#heights, -element.getBoundingClientRect().top, window.innerHeight, spare);
    const now = this.range.peek();
    const same = next.from === now.from && next.to === now.to && next.before === now.before && next.after === now.after;
    if (!same) this.range.value = next;
  }

  /** Notes the heights of the rows that are drawn now. */
  measure(): void {
    let changed = false;
    for (const row of this.#list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? []) {
      const height = row.getBoundingClientRect().height;
      if (height > 0 && this.#heights.measure(Number(row.dataset["row"]), height)) changed = true;
    }
    if (!changed) return;
    this.look();
    if (this.#aim && this.#aim.left > 0) this.#scrollTo(this.#aim.row, this.#aim.place, this.#aim.left - 1);
  }

  /** Listens until the answer is called. */
  follow(): () => void {
    let asked = 0;
    const ask = () => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        this.look();
      });
    };
    this.look();
    const letGo = () => {
      this.#aim = undefined;
    };
    addEventListener("scroll", ask, { passive: true, capture: true });
    addEventListener("resize", ask, { passive: true });
    for (const own of ownScrolling) addEventListener(own, letGo, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      for (const own of ownScrolling) removeEventListener(own, letGo);
      removeEventListener("scroll", ask, { capture: true });
      removeEventListener("resize", ask);
    };
  }

  show(row: number, place: RowPlace): void {
    this.#scrollTo(row, place, aimCorrections);
  }

  #scrollTo(row: number, place: RowPlace, left: number): void {
    const element = this.#list.current;
    if (!element) return;
    this.#aim = { row, place, left };
    const origin = element.getBoundingClientRect().top + window.scrollY;
    const top = origin + this.#heights.top(row);
    const bottom = origin + this.#heights.top(row + 1);
    const inView = top >= window.scrollY && bottom <= window.scrollY + window.innerHeight;
    if (place === "near" && inView) return;
    window.scrollTo({ top: place === "end" ? bottom - window.innerHeight : top - above, behavior: "instant" });
    this.look();
  }
}

/** What `useWindow` gives to whoever draws the rows. */
export interface WindowView {
  readonly range: WindowRange;
  /** Brings a row into view. */
  readonly show: (row: number, place?: RowPlace) => void;
}

/**
 * Follows the page's scrolling and tells which rows of a long list to draw.
 * Rows are the elements with `data-row` inside `list`; each is measured as it appears. `guess` is a usual height in px.
 */
export function useWindow(list: RefObject<HTMLElement | null>, count: number, guess: number): WindowView {
  const [follower] = useState(() => new Follower(list, count, guess));
  follower.resize(count);

  useEffect(() => follower.follow(), [follower]);
  useEffect(() => follower.look(), [follower, count]);
  useLayoutEffect(() => follower.measure());

  // The list may have shrunk since the last look.
  const { from, to, before, after } = follower.range.value;
  const range = { from: Math.min(from, count), to: Math.min(Math.max(to, from), count), before, after };
  return { range, show: (row, place = "near") => follower.show(row, place) };
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
  /** Set to a row to bring it to the top; it is set back to undefined once done. */
  readonly show?: Signal<number | undefined>;
  /** Where to begin: the top, or the newest at the end. */
  readonly startAt?: "start" | "end";
}

/** A list of any length that draws what is in view: 10,000 rows scroll like 20. Rows may differ in height. */
export function Windowed<Item>(props: WindowedProps<Item>) {
  const { items, keyOf, render, label, guess, show, startAt = "start" } = props;
  const list = useRef<HTMLUListElement>(null);
  const begun = useRef(startAt === "start");
  const view = useWindow(list, items.length, guess);
  const { from, to, before, after } = view.range;
  const wanted = show?.value;

  useLayoutEffect(() => {
    if (!begun.current && items.length > 0) {
      begun.current = true;
      view.show(items.length - 1, "end");
    }
    if (!show || wanted === undefined) return;
    view.show(wanted, "start");
    show.value = undefined;
  });

  return (
    <ul
      ref={list}
      class="plain-list"
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
