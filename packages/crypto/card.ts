/**
 * Commit, then reveal: cards that turn over together.
 *
 *   commitment = SHA-256("oakroom/card/v1" 0 [log16, cardId16, user16, opening32, text])
 *   reveal     = [cardId16, opening32, text]
 */
import { bytes, decode, encode, tuple } from "./cbor.ts";
import { digest } from "./domain.ts";
import {
  type Bytes,
  type CardId,
  type Commitment,
  type LogId,
  type Opening,
  type UserId,
  equal,
  own,
  random,
} from "./values.ts";

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

/** The commitment that a reveal opens, if this person made it for this card in this log. */
export function cardCommitment({ log, card, user }: CardPlace, { opening, text }: Reveal): Commitment {
  return digest("card", encode([log, card, user, opening, text]));
}

/** Commits to a text. The commitment goes to the room, the reveal waits. */
export function commitCard(
  place: CardPlace,
  text: Uint8Array,
): { readonly commitment: Commitment; readonly reveal: Reveal } {
  const reveal = { card: place.card, opening: random(32) as Opening, text: own(text) };
  return { commitment: cardCommitment(place, reveal), reveal };
}

/** Writes a reveal. */
export function encodeReveal({ card, opening, text }: Reveal): Bytes {
  return encode([card, opening, text]);
}

const shape = tuple<[CardId, Opening, Bytes]>(bytes(16), bytes(32), bytes());

/** Reads a reveal; `undefined` where it is none. */
export function decodeReveal(record: Uint8Array): Reveal | undefined {
  const fields = shape(decode(record));
  return fields && { card: fields[0], opening: fields[1], text: fields[2] };
}

/** True where the reveal opens exactly this commitment of this person for this card in this log. */
export function opensCard(place: CardPlace, commitment: Commitment, reveal: Reveal): boolean {
  return equal(place.card, reveal.card) && equal(cardCommitment(place, reveal), commitment);
}
