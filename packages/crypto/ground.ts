/**
 * Common ground: which of their picks two people share, and nothing else (private set intersection).
 * RFC 9497, VOPRF mode, ristretto255-SHA512. Loaded only when the exercise runs: `index.ts` exports a way to load it.
 *
 *   input  = "oakroom/ground/v1" 0 [log16, round, owner16, card]     owner: whose key evaluates it
 *   tag    = VOPRF(owner's key, input)                               64 bytes
 *   offer  = [publicKey32, [tag64 * 8], [blinded32 * 8]]             tags in the order of their bytes
 *   answer = [[evaluated32 * 8], proof64]                            the eight of the other's offer, in their order
 *   secret = [secretKey32, [[card, blind32] * 8]]                    for one's own log; a card of no bytes is padding
 *
 * Fewer than eight picks are filled up: tags with random bytes, blinded elements with those of random inputs.
 * One key serves one round, and its owner answers one offer of a round: the other learns eight evaluations at most.
 * The owner stands in the input, so that an answer that was got by handing one's own elements back opens nothing.
 */
import { ristretto255, ristretto255_oprf } from "@noble/curves/ed25519.js";
import { bytes, decode, encode, list, tuple } from "./cbor.ts";
import { tagged } from "./domain.ts";
import { type Bytes, type LogId, type UserId, compare, equal, own, random, textOf, utf8 } from "./values.ts";

/** So many cards may be picked; every offer holds exactly as many of everything. */
export const mostPicks = 8;

const voprf = ristretto255_oprf.voprf;
const identity = new Uint8Array(32);

/** Where and between whom a round takes place. */
export interface GroundPlace {
  readonly log: LogId;
  /** From 1. */
  readonly round: number;
  readonly me: UserId;
  readonly other: UserId;
}

/** What an offer holds. */
export interface GroundOffer {
  readonly publicKey: Bytes;
  readonly tags: ReadonlyArray<Bytes>;
  readonly blinded: ReadonlyArray<Bytes>;
}

/** Why a round does not go on: no record of ours, made of one's own bytes, or not evaluated with the key of its offer. */
export type GroundRefusal = "malformed" | "copied" | "not-proven";

/** Random bytes; a parameter for frozen vectors alone. */
export type Chance = (length: number) => Bytes;

interface Secret {
  readonly key: Bytes;
  readonly picks: ReadonlyArray<readonly [card: Bytes, blind: Bytes]>;
}

const eight = <T>(read: ReadonlyArray<T> | undefined): ReadonlyArray<T> | undefined =>
  read?.length === mostPicks ? read : undefined;
const offerShape = tuple<[Bytes, ReadonlyArray<Bytes>, ReadonlyArray<Bytes>]>(
  bytes(32),
  list(bytes<Bytes>(64), mostPicks),
  list(bytes<Bytes>(32), mostPicks),
);
const answerShape = tuple<[ReadonlyArray<Bytes>, Bytes]>(list(bytes<Bytes>(32), mostPicks), bytes(64));
const pick = tuple<[Bytes, Bytes]>(bytes(), bytes(32));
const secretShape = tuple<[Bytes, ReadonlyArray<[Bytes, Bytes]>]>(bytes(32), list(pick, mostPicks));

function inputOf({ log, round }: GroundPlace, owner: UserId, card: Uint8Array): Bytes {
  return tagged("ground", encode([log, round, owner, card]));
}

/** noble asks for its random bytes with a length or without one. */
function noble(chance: Chance): (length?: number) => Bytes {
  return (length = 32) => chance(length);
}

/** True for the canonical bytes of an element that is not the identity (RFC 9497, 3.3). */
function isElement(encoded: Bytes): boolean {
  if (equal(encoded, identity)) return false;
  try {
    ristretto255.Point.fromBytes(encoded);
    return true;
  } catch {
    return false;
  }
}

function areDistinct(all: ReadonlyArray<Bytes>): boolean {
  return all.every((one, at) => all.findIndex((other) => equal(one, other)) === at);
}

/** The tags of one's own cards, by way of the protocol itself: nobody else's elements are evaluated. */
function tagsOf(
  place: GroundPlace,
  key: Bytes,
  publicKey: Bytes,
  cards: ReadonlyArray<Bytes>,
  chance: Chance,
): Bytes[] {
  if (cards.length === 0) return [];
  const inputs = cards.map((card) => inputOf(place, place.me, card));
  const blinds = inputs.map((input) => voprf.blind(input, noble(chance)));
  const { evaluated, proof } = voprf.blindEvaluateBatch(
    key,
    publicKey,
    blinds.map(({ blinded }) => blinded),
    noble(chance),
  );
  const items = blinds.map((blind, at) => ({
    ...blind,
    input: inputs[at] ?? identity,
    evaluated: evaluated[at] ?? identity,
  }));
  return voprf.finalizeBatch(items, publicKey, proof).map(own);
}

/** Begins a round with one's own picks. Throws for more than eight, for one twice, and for an empty one. */
export function offerGround(
  place: GroundPlace,
  picks: ReadonlyArray<string>,
  chance: Chance = random,
): { readonly offer: Bytes; readonly secret: Bytes } {
  const cards = picks.map((card) => utf8(card));
  if (cards.length > mostPicks || !areDistinct(cards) || cards.some(({ length }) => length === 0))
    throw new Error("up to eight different cards are picked");
  const { secretKey, publicKey } = voprf.deriveKeyPair(chance(32), tagged("ground"));
  const padding = Array.from({ length: mostPicks - cards.length }, () => new Uint8Array());
  const asked = [...cards, ...padding].map((card) => {
    const input = card.length === 0 ? chance(32) : inputOf(place, place.other, card);
    return { card, ...voprf.blind(input, noble(chance)) };
  });
  const tags = [
    ...tagsOf(place, own(secretKey), own(publicKey), cards, chance),
    ...padding.map(() => chance(64)),
  ].toSorted(compare);
  return {
    offer: encode([publicKey, tags, asked.map(({ blinded }) => blinded)]),
    secret: encode([secretKey, asked.map(({ card, blind }) => [card, blind])]),
  };
}

/** Reads an offer: exactly eight different tags, and eight different elements that are valid. */
export function readGroundOffer(record: Uint8Array): GroundOffer | undefined {
  const fields = offerShape(decode(record));
  const tags = eight(fields?.[1]);
  const blinded = eight(fields?.[2]);
  if (!fields || !tags || !blinded || !areDistinct(tags) || !areDistinct(blinded)) return undefined;
  const [publicKey] = fields;
  return [publicKey, ...blinded].every(isElement) ? { publicKey, tags, blinded } : undefined;
}

/** The other's offer beside one's own; a word where it is none, or made of one's own bytes. */
function readPair(
  mine: Uint8Array,
  theirs: Uint8Array,
): { readonly mine: GroundOffer; readonly theirs: GroundOffer } | GroundRefusal {
  const [one, two] = [readGroundOffer(mine), readGroundOffer(theirs)];
  if (!one || !two) return "malformed";
  const ours = [one.publicKey, ...one.tags, ...one.blinded];
  const isCopied = [two.publicKey, ...two.tags, ...two.blinded].some((each) => ours.some((our) => equal(each, our)));
  return isCopied ? "copied" : { mine: one, theirs: two };
}

function readSecret(record: Uint8Array): Secret | undefined {
  const fields = secretShape(decode(record));
  const picks = eight(fields?.[1]);
  return fields && picks ? { key: fields[0], picks } : undefined;
}

/** Evaluates the eight elements of the other's offer, with the proof that it was done with the key of one's own. Once a round. */
export function answerGround(
  secret: Uint8Array,
  mine: Uint8Array,
  theirs: Uint8Array,
  chance: Chance = random,
): Bytes | GroundRefusal {
  const read = readSecret(secret);
  const pair = readPair(mine, theirs);
  if (typeof pair === "string") return pair;
  if (!read) return "malformed";
  const { evaluated, proof } = voprf.blindEvaluateBatch(
    read.key,
    pair.mine.publicKey,
    [...pair.theirs.blinded],
    noble(chance),
  );
  return encode([evaluated, proof]);
}

/** The cards that both picked, from the other's answer to one's own offer. */
export function finishGround(
  place: GroundPlace,
  secret: Uint8Array,
  mine: Uint8Array,
  theirs: Uint8Array,
  answer: Uint8Array,
): ReadonlyArray<string> | GroundRefusal {
  const read = readSecret(secret);
  const pair = readPair(mine, theirs);
  if (typeof pair === "string") return pair;
  const fields = answerShape(decode(answer));
  const evaluated = eight(fields?.[0]);
  if (!read || !fields || !evaluated) return "malformed";
  const items = read.picks.map(([card, blind], at) => ({
    input: inputOf(place, place.other, card),
    blind,
    blinded: pair.mine.blinded[at] ?? identity,
    evaluated: evaluated[at] ?? identity,
  }));
  try {
    const outputs = voprf.finalizeBatch(items, pair.theirs.publicKey, fields[1]).map(own);
    return read.picks.flatMap(([card], at) => {
      const isShared = card.length > 0 && pair.theirs.tags.some((tag) => equal(tag, outputs[at] ?? identity));
      return isShared ? (textOf(card) ?? []) : [];
    });
  } catch {
    return "not-proven";
  }
}
