/** Where contacts for concerns stand, and to whom they are offered. */
import type { Instant } from "../../../values/instant.ts";
import { leastContacts } from "../programmes/rules.ts";

/** named: in the settings. asked: by mail. ready: has keys and said yes. left: stepped down, and still named. */
export const contactStates = ["named", "asked", "ready", "left"] as const;
/** Where a contact stands. */
export type ContactState = (typeof contactStates)[number];

/** What is known of somebody who was asked. */
export interface AskedContact {
  readonly acceptedAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly hasKeys: boolean;
}

/** Where somebody stands whom the settings name; `undefined` where nobody asked them yet. */
export function stateOf(asked: AskedContact | undefined): ContactState {
  if (!asked) return "named";
  if (asked.leftAt !== null) return "left";
  return asked.acceptedAt !== null && asked.hasKeys ? "ready" : "asked";
}

/** True for whoever is here as a contact alone: no room waits for them. */
export function isContactAlone(
  me:
    | { readonly participations: ReadonlyArray<unknown>; readonly contactIn?: ReadonlyArray<unknown> | undefined }
    | undefined,
): boolean {
  return me !== undefined && me.participations.length === 0 && (me.contactIn ?? []).length > 0;
}

/** True where matching has to wait: somebody stepped down, and nobody stands in their place yet. */
export function waitForAnother(states: ReadonlyArray<ContactState>): boolean {
  return states.includes("left");
}

/**
 * True where a programme may open: two contacts at least have keys and said yes, nobody stepped down without another in their place, and
 * everybody has one who can be offered to them. Source: P88.
 */
export function areContactsReady(
  contacts: ReadonlyArray<{ readonly state: ContactState }>,
  withoutContact: number,
): boolean {
  const states = contacts.map(({ state }) => state);
  const ready = states.filter((state) => state === "ready").length;
  return ready >= leastContacts && withoutContact === 0 && !waitForAnother(states);
}

/** Answers whether one of two reports to the other, at any depth; people stand under their address keys. */
export type InLine = (one: string, other: string) => boolean;

/**
 * Whether a contact may be offered to people: neither one of them, nor above or below any of them. A contact may stand under
 * several address keys. Source: P112.
 */
export function isOffered(contact: ReadonlyArray<string>, people: ReadonlyArray<string>, isInLine: InLine): boolean {
  return contact.every((key) => people.every((person) => key !== person && !isInLine(key, person)));
}
