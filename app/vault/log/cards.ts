/** Cards that turn over together: what a person commits to, and what an event turns over (docs/protocol.md, section 12). */
import {
  type CardPlace,
  cardCommitment,
  commitCard,
  decodeReveal,
  encodeReveal,
  id,
  textOf,
  utf8,
} from "@oakroom/crypto";
import type { TurnedCard } from "../../features/room/state/rules.ts";
import { fromBase64url, toBase64url } from "../../values/bytes.ts";
import { type AccountId, ItemId, type LogId, uuidBytes, uuidText } from "../../values/id.ts";
import { userOf } from "../ids.ts";
import type { CommittedCard } from "../exchange.ts";

function placeOf(room: LogId, author: AccountId, card: Uint8Array): CardPlace {
  return { log: id("log", uuidBytes(room)), card: id("card", card), user: userOf(author) };
}

/** Commits to a text for a card of one's own in a room. */
export function commitTo(room: LogId, author: AccountId, card: ItemId, text: string): CommittedCard {
  const { commitment, reveal } = commitCard(placeOf(room, author, uuidBytes(card)), utf8(text));
  return { commitment: toBase64url(commitment), reveal: toBase64url(encodeReveal(reveal)) };
}

/**
 * Reads a reveal that `author` wrote, and works out which commitment it opens in this room; `undefined` where it is none.
 * Whether that is the one they had committed to is for the slice to compare.
 */
export function turnCard(room: LogId, author: AccountId, reveal: string): TurnedCard | undefined {
  const bytes = fromBase64url(reveal);
  const read = bytes && decodeReveal(bytes);
  const text = read && textOf(read.text);
  if (!read || text === undefined) return undefined;
  const card = ItemId.safeParse(uuidText(read.card));
  if (!card.success) return undefined;
  const commitment = cardCommitment(placeOf(room, author, read.card), read);
  return { card: card.data, commitment: toBase64url(commitment), text };
}
