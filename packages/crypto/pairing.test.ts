import { describe, expect, test } from "vitest";
import { domains } from "./domain.ts";
import { type DeviceId, type UserId, decode, encode, hex, id, newAmk } from "./index.ts";
import {
  answerPairing,
  askToPair,
  derivePairing,
  makePairingSecret,
  openPairingAnswer,
  pairingCheck,
  pairingWords,
  type PairingAsked,
  readPairingRequest,
  readPairingWords,
} from "./pairing.ts";
import { random } from "./values.ts";

const leila = id("user", random(16));
const ingrid = id("user", random(16));
const laptop = id("device", random(16));
const phone = id("device", random(16));

/** Leila's laptop shows a secret, and her phone asks. */
async function asked(secret = makePairingSecret(), user: UserId = leila, device: DeviceId = phone) {
  const pairing = await derivePairing(secret, user);
  return { secret, pairing, asked: await askToPair(pairing, device, "Chrome on Android") };
}

async function answered({ pairing, asked: { request } }: Awaited<ReturnType<typeof asked>>, from = laptop) {
  const read = await readPairingRequest(pairing, request);
  if (!read) throw new Error("unreadable");
  return newAmk(async (amk) => ({
    key: hex(amk),
    answer: await answerPairing(pairing, request, read, from, { amk, ringVersion: 7 }),
  }));
}

const opens = (pairing: Awaited<ReturnType<typeof derivePairing>>, waits: PairingAsked, answer: Uint8Array) =>
  openPairingAnswer(pairing, waits, answer, async ({ amk, ringVersion }) => ({ key: hex(amk), ringVersion }));

describe("the twelve words", () => {
  test("hold the whole secret, and forgive case, commas and line breaks", async () => {
    const secret = makePairingSecret();
    const words = await pairingWords(secret);
    expect(words).toHaveLength(12);
    expect(await readPairingWords(words.join(" ").toUpperCase())).toEqual(secret);
    expect(await readPairingWords(`\n ${words.join(",\r\n ")} `)).toEqual(secret);
  });

  test("are those of BIP-39 for sixteen bytes", async () => {
    const zeros = await readPairingWords(`${"abandon ".repeat(11)}about`);
    expect(typeof zeros === "object" && hex(zeros)).toBe("00".repeat(16));
    const ones = await readPairingWords(`${"zoo ".repeat(11)}wrong`);
    expect(typeof ones === "object" && hex(ones)).toBe("ff".repeat(16));
  });

  test("say what is wrong: too few, no such word, a typing error", async () => {
    expect(await readPairingWords("abandon about")).toBe("wrong-length");
    expect(await readPairingWords("")).toBe("wrong-length");
    expect(await readPairingWords(`${"abandon ".repeat(11)}abuot`)).toBe("unknown-word");
    expect(await readPairingWords(`${"abandon ".repeat(11)}zoo`)).toBe("mistyped");
  });
});

describe("C07: passing the keys to a new device", () => {
  test("opens there, with the newest ring, and both screens show the same two words", async () => {
    const one = await asked();
    const read = await readPairingRequest(one.pairing, one.asked.request);
    expect(read).toMatchObject({ device: phone, name: "Chrome on Android" });
    const { key, answer } = await answered(one);
    expect(await opens(one.pairing, one.asked, answer)).toEqual({ value: { key, ringVersion: 7 } });
    expect(await pairingCheck(one.asked.request)).toHaveLength(2);
  });

  test("is zeroed when the lender is done", async () => {
    const one = await asked();
    const { answer } = await answered(one);
    let kept: Uint8Array | undefined;
    await openPairingAnswer(one.pairing, one.asked, answer, async ({ amk }) => void (kept = amk));
    expect(kept?.every((byte) => byte === 0)).toBe(true);
  });

  test("a request is read by whoever knows the secret, of this person, and by nobody else", async () => {
    const one = await asked();
    const others = [await derivePairing(makePairingSecret(), leila), await derivePairing(one.secret, ingrid)];
    for (const other of others) {
      expect(hex(other.mailbox)).not.toBe(hex(one.pairing.mailbox));
      expect(await readPairingRequest(other, one.asked.request)).toBeUndefined();
    }
    const bent = one.asked.request.slice();
    bent[20] = (bent[20] ?? 0) ^ 1;
    expect(await readPairingRequest(one.pairing, bent)).toBeUndefined();
  });

  test("a secret of the right mailbox and another person's place opens nothing: both are bound", async () => {
    const one = await asked();
    const moved = { ...one.pairing, user: ingrid };
    expect(await readPairingRequest(moved, one.asked.request)).toBeUndefined();
    const { answer } = await answered(one);
    expect(await opens(moved, one.asked, answer)).toBe("wrong-answer");
    expect(await opens({ ...one.pairing, mailbox: random(16) }, one.asked, answer)).toBe("wrong-answer");
  });

  test("an answer opens for its own request alone: not for a second one, another device or another sender", async () => {
    const one = await asked();
    const again = { ...one, asked: await askToPair(one.pairing, phone, "Chrome on Android") };
    const { answer } = await answered(one);
    expect(await opens(one.pairing, again.asked, answer)).toBe("wrong-answer");
    expect(await opens(one.pairing, { ...one.asked, request: again.asked.request }, answer)).toBe("wrong-answer");
    expect(await opens(one.pairing, { ...one.asked, device: laptop }, answer)).toBe("wrong-answer");
    const fields = decode(answer);
    if (!Array.isArray(fields)) throw new Error("no answer");
    const [suite = 1, , enc = 0, sealed = 0] = fields;
    expect(await opens(one.pairing, one.asked, encode([suite, phone, enc, sealed]))).toBe("wrong-answer");
    expect(await opens(one.pairing, one.asked, encode([2, laptop, enc, sealed]))).toBe("unknown-suite");
    expect(await opens(one.pairing, one.asked, new Uint8Array([1]))).toBe("malformed");
  });

  test("a server that knows the new device's public key, and not the secret, seals nothing that opens", async () => {
    const one = await asked();
    const read = await readPairingRequest(one.pairing, one.asked.request);
    if (!read) throw new Error("unreadable");
    const guessed = { ...one.pairing, psk: random(32) };
    const forged = await newAmk((amk) =>
      answerPairing(guessed, one.asked.request, read, laptop, { amk, ringVersion: 1 }),
    );
    expect(await opens(one.pairing, one.asked, forged)).toBe("wrong-answer");
  });

  test("whoever finds the words later, and kept what passed, opens nothing: the key of the request is gone", async () => {
    const one = await asked();
    const { answer } = await answered(one);
    const later = await derivePairing(one.secret, leila);
    const own = await askToPair(later, phone, "Chrome on Android");
    expect(await opens(later, { ...own, request: one.asked.request }, answer)).toBe("wrong-answer");
  });

  test("a point of low order is no key of a device", async () => {
    const { pairing } = await asked();
    const { aesSeal } = await import("./aead.ts");
    const said = encode([phone, new Uint8Array(32), new Uint8Array()]);
    const request = await aesSeal(pairing.requestKey, said, encode([1, leila, pairing.mailbox]));
    expect(await readPairingRequest(pairing, request)).toBeUndefined();
  });

  test("every key of it has a domain of its own", () => {
    const names = Object.values(domains).filter((name) => name.startsWith("oakroom/pairing"));
    expect(new Set(names).size).toBe(5);
  });
});
