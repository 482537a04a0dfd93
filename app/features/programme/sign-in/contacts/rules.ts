/** Whom somebody can turn to with a concern. */

/** Somebody to whom people turn with a concern. */
export interface ContactOf {
  readonly name: string;
  readonly email: string;
  /** Six words of their key; missing until they have one. */
  readonly fingerprint?: string | undefined;
}

interface Place {
  readonly state: "invited" | "enrolled" | "paused" | "aside" | "left";
  readonly contacts: ReadonlyArray<ContactOf>;
}

/** The one contact who can be asked, where all programmes of somebody together offer them one alone. */
export function onlyContact(places: ReadonlyArray<Place>): ContactOf | undefined {
  const offered = new Map(
    places.filter(({ state }) => state !== "left").flatMap(({ contacts }) => contacts.map((one) => [one.email, one])),
  );
  return offered.size === 1 ? offered.values().next().value : undefined;
}

/** True where somebody takes part and no programme of theirs has a contact who can be offered to them. */
export function hasNoContact(places: ReadonlyArray<Place>): boolean {
  const living = places.filter(({ state }) => state !== "left");
  return living.length > 0 && living.every(({ contacts }) => contacts.length === 0);
}

/**
 * The first two contacts for concerns of somebody whose programmes all have the same ones; `undefined` where they differ or there are
 * none: then each programme names its own. Programmes that they have left count only where there is no other.
 */
export function sharedContacts(places: ReadonlyArray<Place>): readonly [ContactOf, ContactOf] | undefined {
  const living = places.filter(({ state }) => state !== "left");
  const asked = living.length > 0 ? living : places;
  const [one, two] = asked[0]?.contacts ?? [];
  if (!one || !two) return undefined;
  const addressesOf = ({ contacts }: Place) => contacts.map(({ email }) => email).join(" ");
  return new Set(asked.map(addressesOf)).size === 1 ? [one, two] : undefined;
}
