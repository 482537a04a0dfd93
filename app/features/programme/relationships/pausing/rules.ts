/** A pause of a pair: each of the two can hold one (docs/decisions/0025). */

/** Who of the two holds a pause. */
export interface Pauses {
  readonly mentee: boolean;
  readonly mentor: boolean;
}

/**
 * Whether one of the two can take a pause back: whoever paused, and nobody else (P112). A pause that nobody holds was made before it was
 * known by whom; either ends it.
 */
export function mayGoOn(pauses: Pauses, role: keyof Pauses): boolean {
  return pauses[role] || !(pauses.mentee || pauses.mentor);
}
