import { readFileSync } from "node:fs";
import { ristretto255, ristretto255_hasher, ristretto255_oprf } from "@noble/curves/ed25519.js";
import { describe, expect, it } from "vitest";
import { type Value, decode, encode } from "./cbor.ts";
import { sha256Chain } from "./testing/chance.ts";
import { answerGround, finishGround, type GroundPlace, mostPicks, offerGround, readGroundOffer } from "./ground.ts";
import { type Bytes, fromHex, hex, id, join, own, utf8 } from "./values.ts";

const file = (name: string): unknown => JSON.parse(readFileSync(new URL(`./vectors/${name}`, import.meta.url), "utf8"));
const of = <Kind extends "log" | "user">(kind: Kind, byte: number) => id(kind, new Uint8Array(16).fill(byte));
const leila: GroundPlace = { log: of("log", 9), round: 1, me: of("user", 1), other: of("user", 2) };
const ingrid: GroundPlace = { ...leila, me: leila.other, other: leila.me };

interface Side {
  readonly place: GroundPlace;
  readonly offer: Bytes;
  readonly secret: Bytes;
}
const side = (place: GroundPlace, picks: ReadonlyArray<string>): Side => ({ place, ...offerGround(place, picks) });
const bytesOf = (answer: Bytes | string): Bytes => {
  if (typeof answer === "string") throw new Error(answer);
  return answer;
};
const answers = (from: Side, to: Side) => bytesOf(answerGround(from.secret, from.offer, to.offer));
const finds = (who: Side, other: Side, answer: Bytes) =>
  finishGround(who.place, who.secret, who.offer, other.offer, answer);

/** An offer with one of its three fields changed. */
function changed(offer: Bytes, at: 0 | 1 | 2, change: (field: Value) => Value): Bytes {
  const fields = decode(offer) as ReadonlyArray<Value>;
  return encode(fields.map((field, index) => (index === at ? change(field) : field)));
}
const items = (field: Value) => field as ReadonlyArray<Bytes>;

const hers = side(leila, ["moved", "late", "garden"]);
const theirs = side(ingrid, ["late", "garden", "choir", "boats", "maps", "bread", "night", "letters"]);

describe("P93: RFC 9497, VOPRF over ristretto255", () => {
  const { seed, keyInfo, secretKey, publicKey, cases } = file("rfc9497-voprf.json") as {
    readonly [name in "seed" | "keyInfo" | "secretKey" | "publicKey"]: string;
  } & { readonly cases: ReadonlyArray<Readonly<Record<string, ReadonlyArray<string>>> & { readonly proof: string }> };
  const context = join(utf8("HashToGroup-OPRFV1-"), Uint8Array.of(1), utf8("-ristretto255-SHA512"));

  it("derives the published keys", () => {
    const keys = ristretto255_oprf.voprf.deriveKeyPair(fromHex(seed), fromHex(keyInfo));
    expect([hex(own(keys.secretKey)), hex(own(keys.publicKey))]).toEqual([secretKey, publicKey]);
  });
  it.each(cases.map((one, at) => [at + 1, one] as const))(
    "case %i: blinds, evaluates, proves and finalises",
    (_, one) => {
      const all = (name: string) => (one[name] ?? []).map(fromHex);
      const [inputs, blinds, blinded, evaluated, outputs] = [
        all("inputs"),
        all("blinds"),
        all("blinded"),
        all("evaluated"),
        all("outputs"),
      ];
      for (const [at, input] of inputs.entries()) {
        const element = ristretto255_hasher.hashToCurve(input, { DST: context });
        const scalar = ristretto255.Point.Fn.fromBytes(blinds[at] ?? input);
        expect(hex(own(element.multiply(scalar).toBytes()))).toBe(hex(blinded[at] ?? input));
      }
      const ours = ristretto255_oprf.voprf.blindEvaluateBatch(fromHex(secretKey), fromHex(publicKey), [...blinded]);
      expect(ours.evaluated.map((each) => hex(own(each)))).toEqual(evaluated.map(hex));
      const asked = inputs.map((input, at) => ({
        input,
        blind: blinds[at] ?? input,
        blinded: blinded[at] ?? input,
        evaluated: evaluated[at] ?? input,
      }));
      for (const proof of [fromHex(one.proof), ours.proof])
        expect(
          ristretto255_oprf.voprf.finalizeBatch(asked, fromHex(publicKey), proof).map((each) => hex(own(each))),
        ).toEqual(outputs.map(hex));
    },
  );
});

describe("P93: our frozen vectors", () => {
  it("the bytes of a round are those of the file", () => {
    const frozen = file("ground-v1.json") as Readonly<Record<string, string>>;
    const a = offerGround(leila, ["moved", "late"], sha256Chain("leila"));
    const b = offerGround(ingrid, ["late", "garden"], sha256Chain("ingrid"));
    expect([a.offer, a.secret, b.offer, b.secret].map(hex)).toEqual(
      ["offerA", "secretA", "offerB", "secretB"].map((name) => frozen[name]),
    );
    const answer = bytesOf(answerGround(b.secret, b.offer, a.offer, sha256Chain("answer")));
    expect(hex(answer)).toBe(frozen["answerB"]);
    expect(finishGround(leila, a.secret, a.offer, b.offer, answer)).toEqual(["late"]);
  });
});

describe("P93: common ground", () => {
  it("both find the cards that both picked, and no other", () => {
    expect(finds(hers, theirs, answers(theirs, hers))).toEqual(["late", "garden"]);
    expect(finds(theirs, hers, answers(hers, theirs))).toEqual(["late", "garden"]);
  });
  it("whoever picked nothing finds nothing, and looks like everybody else", () => {
    const none = side(leila, []);
    expect(finds(none, theirs, answers(theirs, none))).toEqual([]);
    expect(finds(theirs, none, answers(none, theirs))).toEqual([]);
    expect(none.offer).toHaveLength(theirs.offer.length);
    expect(readGroundOffer(none.offer)?.tags).toHaveLength(mostPicks);
  });
  it("more than eight picks, one twice or an empty one cannot be offered", () => {
    const nine = Array.from({ length: 9 }, (_, at) => `card${at}`);
    for (const picks of [nine, ["late", "late"], [""]])
      expect(() => offerGround(leila, picks)).toThrow("up to eight different cards");
  });
});

describe("P93: Ingrid's client does not keep to it", () => {
  const refuses = (offer: Bytes) => answerGround(hers.secret, hers.offer, offer);

  it("publishes other tags than it asks for: each still learns about eight cards at most", () => {
    const asking = side(ingrid, ["moved", "boats"]);
    const mixed = changed(asking.offer, 1, () => items((decode(theirs.offer) as ReadonlyArray<Value>)[1] ?? []));
    const answer = bytesOf(refuses(mixed));
    expect(finishGround(ingrid, asking.secret, asking.offer, hers.offer, answer)).toEqual(["moved"]);
    expect((decode(answer) as ReadonlyArray<ReadonlyArray<Value>>)[0]).toHaveLength(mostPicks);
  });
  it.each([
    ["nine elements", 2, (field: Value) => [...items(field), ...items(field).slice(0, 1)]],
    ["seven elements", 2, (field: Value) => items(field).slice(1)],
    ["a repeated element", 2, (field: Value) => [...items(field).slice(1), items(field)[1] ?? 0]],
    ["the identity", 2, (field: Value) => [...items(field).slice(1), new Uint8Array(32)]],
    ["no point of the group", 2, (field: Value) => [...items(field).slice(1), new Uint8Array(32).fill(255)]],
    ["a number for an element", 2, (field: Value) => [...items(field).slice(1), 5]],
    ["sixty tags", 1, (field: Value) => Array.from({ length: 60 }, () => items(field)[0] ?? 0)],
    ["a repeated tag", 1, (field: Value) => [...items(field).slice(1), items(field)[1] ?? 0]],
    ["the identity as its key", 0, () => new Uint8Array(32)],
  ] as const)("sends %s: refused, and nothing is evaluated", (_, at, change) => {
    expect(refuses(changed(theirs.offer, at, change))).toBe("malformed");
  });
  it("sends something else: refused", () => {
    for (const bad of [new Uint8Array(), utf8("offer"), theirs.offer.subarray(1), join(theirs.offer, Uint8Array.of(0))])
      expect(refuses(own(bad))).toBe("malformed");
  });
  it("sends what chance makes of an offer: refused or read, and never a crash", () => {
    const chance = sha256Chain("fuzz");
    let refused = 0;
    for (let at = 0; at < 400; at += 1) {
      const [one = 0, two = 0, bit = 0, cut = 0] = chance(4);
      const bytes = own(theirs.offer.slice(0, cut < 32 ? cut : theirs.offer.length));
      const place = (one * 256 + two) % Math.max(1, bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit % 8));
      const read = readGroundOffer(bytes);
      if (!read) refused += 1;
      expect(hex(read ? encode([read.publicKey, read.tags, read.blinded]) : bytes)).toBe(hex(bytes));
      expect(typeof finishGround(leila, hers.secret, hers.offer, theirs.offer, bytes)).toBe("string");
    }
    expect(refused).toBeGreaterThan(100);
  });
  it("hands Leila's own key, tags or elements back: refused", () => {
    const mine = decode(hers.offer) as ReadonlyArray<Value>;
    expect(refuses(hers.offer)).toBe("copied");
    for (const at of [0, 1, 2] as const) expect(refuses(changed(theirs.offer, at, () => mine[at] ?? 0))).toBe("copied");
  });
  it("mirrors Leila's tags and elements without equal bytes: her own answer, handed back, opens nothing", () => {
    // Leila evaluates her own elements, doubled; no proof for another key can be made of hers.
    const doubled = changed(theirs.offer, 2, () =>
      items((decode(hers.offer) as ReadonlyArray<Value>)[2] ?? []).map((each) =>
        own(ristretto255.Point.fromBytes(each).double().toBytes()),
      ),
    );
    const answer = bytesOf(refuses(doubled));
    expect(finishGround(leila, hers.secret, hers.offer, doubled, answer)).toBe("not-proven");
  });
  it("answers with another key, for other elements, or with a changed proof: not proven", () => {
    const other = side(ingrid, ["late"]);
    const again = side(leila, ["late"]);
    const good = answers(theirs, hers);
    const flipped = own(good.slice());
    flipped[flipped.length - 5] = (flipped.at(-5) ?? 0) ^ 1;
    for (const answer of [
      bytesOf(answerGround(other.secret, other.offer, hers.offer)),
      answers(theirs, again),
      flipped,
    ])
      expect(finds(hers, theirs, answer)).toBe("not-proven");
    expect(finds(hers, theirs, own(good.subarray(1)))).toBe("malformed");
    expect(finds(hers, theirs, changed(good, 1, (proof) => proof as Bytes).slice(0, -1))).toBe("malformed");
  });
  it("replays an offer or an answer of an earlier round: nothing is found by it", () => {
    const second = side({ ...leila, round: 2 }, ["late", "garden"]);
    expect(finds(second, theirs, answers(theirs, second))).toEqual([]);
    expect(finds(second, theirs, answers(theirs, hers))).toBe("not-proven");
  });
  it("brings an offer from another room: nothing is found by it", () => {
    const elsewhere = side({ ...ingrid, log: of("log", 8) }, ["late", "garden"]);
    expect(finds(hers, elsewhere, answers(elsewhere, hers))).toEqual([]);
  });
  it("keeps an answer and guesses: without Leila's key no tag of hers can be told from random bytes", () => {
    const tags = readGroundOffer(hers.offer)?.tags ?? [];
    const guesses = ["moved", "late", "garden"].flatMap(
      (card) => readGroundOffer(side(leila, [card]).offer)?.tags ?? [],
    );
    expect(tags.filter((tag) => guesses.some((guess) => hex(guess) === hex(tag)))).toEqual([]);
  });
});
