import { expect, test } from "vitest";
import { verifyBundle } from "./bundle.ts";
import { decodeReveal } from "./card.ts";
import { decode, encode } from "./cbor.ts";
import { readCut } from "./cut.ts";
import { readEpoch } from "./epoch.ts";
import { makeErasure, readErasure } from "./erasure.ts";
import { decodeContent } from "./event.ts";
import { makeFounding, readFounding } from "./founding.ts";
import { readItem } from "./item.ts";
import { readRecord } from "./log-take.ts";
import { verifyProof } from "./proof.ts";
import { readReadmit } from "./readmit.ts";
import { readSlot } from "./slot.ts";
import { aRoom } from "./testing/people.ts";
import { goodRecords } from "./testing/records.ts";
import { equal } from "./values.ts";
import { readWrap } from "./wrap.ts";

const inputs = Number(process.env["OAKROOM_FUZZ"] ?? 100_000);

/** Small, quick and seeded, so that a failure can be played again. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function mutate(good: Uint8Array, other: Uint8Array, chance: (below: number) => number): Uint8Array {
  const bytes = good.slice();
  const at = chance(bytes.length);
  const changes = [
    () => bytes.fill(chance(256), at, at + 1),
    () => bytes.fill((bytes[at] ?? 0) ^ (1 << chance(8)), at, at + 1),
    () => bytes.subarray(0, at),
    () => Uint8Array.of(...bytes, chance(256)),
    () => Uint8Array.of(...bytes.subarray(0, at), chance(256), ...bytes.subarray(at)),
    () => Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1)),
    () => Uint8Array.of(...bytes.subarray(0, at), ...other.subarray(chance(other.length))),
    // A number or a length in a longer form than needed: the classic second form.
    () =>
      Uint8Array.of(
        ...bytes.subarray(0, at),
        ((bytes[at] ?? 0) & 0xe0) | 24,
        (bytes[at] ?? 0) & 0x1f,
        ...bytes.subarray(at + 1),
      ),
  ];
  return changes[chance(changes.length)]?.() ?? bytes;
}

const readers = [
  readItem,
  readEpoch,
  readCut,
  readReadmit,
  readErasure,
  readFounding,
  readWrap,
  readSlot,
  readRecord,
  decodeReveal,
  decodeContent,
];

/** What members say of a room outside its chains. */
async function words(): Promise<ReadonlyArray<Uint8Array>> {
  const { ana, ben, room } = await aRoom();
  const { isk, user, bundle } = ana.person;
  const said = { log: room, user, at: 1_796_000_000_000 };
  const erasure = await makeErasure(isk, { ...said, version: 1, yes: true });
  const both = { iskHash: bundle.iskHash, otherIskHash: ben.person.bundle.iskHash };
  return [erasure.bytes, (await makeFounding(isk, { ...said, ...both })).bytes];
}

test(`C23 ${inputs.toLocaleString("en")} fuzzed inputs: no crash, and no second accepted form`, async () => {
  const records = [...Object.values(await goodRecords()), ...(await words())];
  const seed = 20_261_122;
  process.stdout.write(`tried: fuzz: ${inputs} (seed ${seed})\n`);
  const chance = chanceFrom(seed);
  const pick = () => records[chance(records.length)] ?? new Uint8Array(1);
  let accepted = 0;
  for (let at = 0; at < inputs; at += 1) {
    const isRandom = chance(8) === 0;
    const input = isRandom
      ? Uint8Array.from({ length: chance(80) }, () => chance(256))
      : mutate(pick(), pick(), chance);
    const value = decode(input);
    if (value !== undefined) {
      accepted += 1;
      if (!equal(encode(value), input)) throw new Error(`a second form: ${Buffer.from(input).toString("hex")}`);
    }
    for (const read of readers) read(input);
  }
  // Most changed bytes lie inside byte strings, where any byte is allowed: both sides of the decoder were exercised.
  expect(accepted).toBeGreaterThan(inputs / 20);
  expect(accepted).toBeLessThan(inputs * 0.95);
});

test("C23 what changes inside a signed record is refused by its signature", async () => {
  const { bundle, proof } = await goodRecords();
  const chance = chanceFrom(7);
  for (let at = 0; at < 300; at += 1) {
    const changed = bundle.slice();
    const where = chance(bundle.length);
    changed[where] = (changed[where] ?? 0) ^ (1 << chance(8));
    expect(typeof (await verifyBundle(changed))).toBe("string");
    const shown = proof.slice();
    const there = chance(proof.length);
    shown[there] = (shown[there] ?? 0) ^ (1 << chance(8));
    expect(typeof (await verifyProof(shown, { iskHash: undefined, log: undefined }))).toBe("string");
  }
});
