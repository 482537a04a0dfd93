/** The pages of a room: which there are, and who wrote on them last (P60). What stands on them is a document of its own. */
import type { AccountId, ItemId, SessionId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest page, in signs. */
export const longestPage = 100_000;
/** The longest title, in signs. */
export const longestTitle = 120;
/** How many devices a snapshot can cover. */
export const mostHeads = 64;

interface OfPage {
  readonly page: ItemId;
}

/** Somebody began a page. */
export type PageMade = Opened<
  "pages.made",
  OfPage & { readonly title?: string | undefined; readonly sessionId?: SessionId | undefined }
>;
/** It has another title. */
export type PageRenamed = Opened<"pages.renamed", OfPage & { readonly title: string }>;
/** It leaves the list, or comes back. */
export type PageMoved = Opened<"pages.put-away" | "pages.taken-out", OfPage>;
/** The two versions that a snapshot showed were kept. */
export type PageSettled = Opened<"pages.settled", OfPage & { readonly kept: ItemId }>;
/** Somebody wrote on it. */
export type PageChanged = Opened<"pages.changed", OfPage & { readonly update: string }>;
/** How it stood. */
export type PageKept = Opened<
  "pages.kept",
  OfPage & {
    readonly heads: ReadonlyArray<string>;
    readonly hash: string;
    readonly state: string;
    readonly text: string;
  }
>;
/** What a page is made of. */
export type PageEvent = PageChanged | PageKept;

/** One page, as the list shows it. Either of the two may rename it or put it away: it is a joint page. */
export interface JointPage {
  readonly id: ItemId;
  /** Missing for the notes of a session. */
  readonly title: string | undefined;
  readonly sessionId: SessionId | undefined;
  readonly madeBy: AccountId;
  /** Who wrote last, and when by their clock. */
  readonly changedBy: AccountId;
  readonly changedAt: Instant;
  readonly isPutAway: boolean;
  /** Snapshots that differed, and were settled by keeping both versions. */
  readonly settled: ReadonlyArray<ItemId>;
}

/** The pages of a room, in the order in which they were begun. */
export interface PagesState {
  readonly all: ReadonlyArray<JointPage>;
}

type PagesEvent = PageMade | PageRenamed | PageMoved | PageSettled | PageEvent;

/** Folds pages. */
export const pages: Slice<PagesState, PagesEvent> = {
  name: "pages",
  initial: { all: [] },
  reduce(state, opened) {
    const { page } = opened.payload;
    const known = state.all.find(({ id }) => id === page);
    if (opened.type === "pages.made") return known ? state : { all: [...state.all, made(opened)] };
    if (!known) return state;
    const after = changed(known, opened);
    return after === known ? state : { all: state.all.map((one) => (one === known ? after : one)) };
  },
};

function made({ author, at, payload }: PageMade): JointPage {
  return {
    id: payload.page,
    title: payload.title,
    sessionId: payload.sessionId,
    madeBy: author,
    changedBy: author,
    changedAt: at,
    isPutAway: false,
    settled: [],
  };
}

function changed(page: JointPage, { type, author, at, payload }: Exclude<PagesEvent, PageMade>): JointPage {
  switch (type) {
    case "pages.renamed":
      return "title" in payload ? { ...page, title: payload.title } : page;
    case "pages.put-away":
      return { ...page, isPutAway: true };
    case "pages.taken-out":
      return { ...page, isPutAway: false };
    case "pages.settled":
      return "kept" in payload ? { ...page, settled: [...page.settled, payload.kept] } : page;
    case "pages.changed":
      // Whoever writes on a page wants it in view again.
      return { ...page, changedBy: author, changedAt: at, isPutAway: false };
    default:
      return page;
  }
}

/** A title as it is kept: trimmed, and no longer than a title may be; empty where there is none. */
export function asTitle(written: string): string {
  return Array.from(written.trim()).slice(0, longestTitle).join("");
}

/** A page by its id. */
export function pageOf({ all }: PagesState, id: string): JointPage | undefined {
  return all.find((page) => page.id === id);
}

/** The pages with a title or a session that are in view, the last written first. */
export function pagesInView({ all }: PagesState): ReadonlyArray<JointPage> {
  return all.filter(({ isPutAway }) => !isPutAway).toSorted((a, b) => b.changedAt - a.changedAt);
}

/** The pages that were put away. */
export function pagesPutAway({ all }: PagesState): ReadonlyArray<JointPage> {
  return all.filter(({ isPutAway }) => isPutAway);
}
