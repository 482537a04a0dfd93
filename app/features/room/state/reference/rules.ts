/**
 * Naming an item of the other's by what it says. An id alone is its author's choice, and an author with two devices can give one id to
 * two items: whatever answers an item of the other's carries its hash too, and counts for nothing where another item has taken the id.
 */
import type { AccountId, ItemId } from "../../../../values/id.ts";

/** The longest words in one field of a note that has a form, in signs. */
export const longestWords = 5000;

/** An item as an answer names it. */
export interface Reference {
  readonly id: ItemId;
  /** In hex; empty for an item of one's own that is not sent yet. */
  readonly hash: string;
}

/** An item that can be answered: who wrote it stands beside. */
export interface Answerable extends Reference {
  readonly by: AccountId;
}

/** How an answer names an item. */
export function referTo({ id, hash }: Reference): Reference {
  return { id, hash };
}

/** True where an answer names this very item. One's own goes by its id: it has no hash before it is sent. */
export function isNamed(named: Reference, item: Answerable, answeredBy: AccountId): boolean {
  return named.id === item.id && (named.hash === item.hash || answeredBy === item.by);
}

/** The items, changed where an answer names one. */
export function changeNamed<Item extends Answerable>(
  items: ReadonlyArray<Item>,
  named: Reference,
  answeredBy: AccountId,
  changed: (item: Item) => Item,
): ReadonlyArray<Item> {
  return items.map((item) => (isNamed(named, item, answeredBy) ? changed(item) : item));
}
