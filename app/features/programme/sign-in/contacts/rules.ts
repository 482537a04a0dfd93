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

/**
 * The two contacts for concerns of somebody whose programmes all have the same ones; `undefined` where they differ or there are none:
 * then each programme names its own. Programmes that they have left count only where there is no other.
 */
export function sharedContacts(places: ReadonlyArray<Place>): readonly [ContactOf, ContactOf] | undefined {
  const living = places.filter(({ state }) => state !== "left");
  const asked = living.length > 0 ? living : places;
  const [one, two] = asked[0]?.contacts ?? [];
  if (!one || !two) return undefined;
  const same = (contacts: ReadonlyArray<ContactOf>) =>
    contacts.map(({ email }) => email).join(" ") === `${one.email} ${two.email}`;
  return asked.every(({ contacts }) => same(contacts)) ? [one, two] : undefined;
}
