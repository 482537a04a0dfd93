/** "My context": what helps a mentor to understand the mentee's situation (P18). All of it optional, and of no use outside the room. */
import type { AccountId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest answer, in signs. */
export const longestContext = 800;

/** What can be said, in its order. Free text alone: nothing asks for a category of any kind. */
export const contextFields = ["days", "people", "hard", "care"] as const;
/** One field. */
export type ContextField = (typeof contextFields)[number];
/** The whole card; empty texts are left out of what is shown. */
export type ContextWords = Readonly<Record<ContextField, string>>;

/** A card as it stands from now on; with nothing on it, it is gone. */
export type ContextWritten = Opened<"context.written", ContextWords>;

/** The newest card of each, with the day of its last change. Sealed: the two. */
export interface ContextState {
  readonly cards: Readonly<Record<AccountId, { readonly words: ContextWords; readonly at: Instant }>>;
}

/** Folds the cards. Each is its author's alone. */
export const context: Slice<ContextState, ContextWritten> = {
  name: "context",
  initial: { cards: {} },
  reduce: ({ cards }, { author, at, payload }) => ({ cards: { ...cards, [author]: { words: payload, at } } }),
};

/** Somebody's card; `undefined` where there is none, or nothing is left on it. */
export function contextOf(state: ContextState, who: AccountId): ContextState["cards"][AccountId] | undefined {
  const card = state.cards[who];
  return card && contextFields.some((field) => card.words[field] !== "") ? card : undefined;
}
