/**
 * Commit, then reveal: cards that turn over together.
 *
 *   commitment = SHA-256("oakroom/card/v1" 0 [log16, cardId16, user16, opening32, text])
 *   reveal     = [cardId16, opening32, text]
 */
import type { Bytes, CardId, Commitment, LogId, Opening, UserId } from "./values.ts";

/** Whose card it is, and where. */
export interface CardPlace {
  readonly log: LogId;
  readonly card: CardId;
  readonly user: UserId;
}

/** What waits in one's own log until the other person has committed too. */
export interface Reveal {
  readonly card: CardId;
  readonly opening: Opening;
  readonly text: Bytes;
}

/** Commits to a text. The commitment goes to the room, the reveal waits. */
export function commitCard(
  place: CardPlace,
  text: Uint8Array,
): { readonly commitment: Commitment; readonly reveal: Reveal } {
  throw new Error(`unbuilt ${place.card.length} ${text.length}`);
}

/** Writes a reveal. */
export function encodeReveal(reveal: Reveal): Bytes {
  throw new Error(`unbuilt ${reveal.text.length}`);
}

/** Reads a reveal; `undefined` where it is none. */
export function decodeReveal(bytes: Uint8Array): Reveal | undefined {
  throw new Error(`unbuilt ${bytes.length}`);
}

/** True where the reveal opens exactly this commitment of this person for this card in this log. */
export function opensCard(place: CardPlace, commitment: Commitment, reveal: Reveal): boolean {
  throw new Error(`unbuilt ${place.card.length} ${commitment.length} ${reveal.text.length}`);
}
