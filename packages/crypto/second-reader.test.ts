/**
 * A second reader of the formats, written from docs/protocol.md alone: Node's own crypto, a decoder of thirty lines, and nothing
 * of this package. It reads the frozen vectors, so that a mistake shared by our writer and our reader would show here.
 */
import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  verify,
} from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { OwnFile } from "./own-vectors.ts";

const file = JSON.parse(readFileSync(new URL("./vectors/own-v1.json", import.meta.url), "utf8")) as OwnFile;
type Value = number | Buffer | Value[];
const bin = (text: string): Buffer => Buffer.from(text, "hex");

function decode(bytes: Buffer): Value {
  let at = 0;
  const item = (): Value => {
    const first = bytes.readUInt8(at);
    const [major, minor] = [first >> 5, first & 31];
    at += 1;
    const size = minor < 24 ? 0 : 2 ** (minor - 24);
    let length = minor;
    if (size > 0) length = size > 6 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, size);
    at += size;
    if (major === 0) return length;
    if (major === 4) return Array.from({ length }, item);
    at += length;
    return bytes.subarray(at - length, at);
  };
  return item();
}

function encode(value: Value): Buffer {
  const head = (major: number, length: number): Buffer => {
    if (length < 24) return Buffer.of((major << 5) | length);
    if (length < 256) return Buffer.of((major << 5) | 24, length);
    if (length < 65_536) return Buffer.of((major << 5) | 25, length >> 8, length & 255);
    throw new Error("longer than this reader needs");
  };
  if (typeof value === "number") return head(0, value);
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(encode)]);
  return Buffer.concat([head(2, value.length), value]);
}

const fields = (value: Value): Value[] => (Array.isArray(value) ? value : []);
const bytes = (value: Value | undefined): Buffer => (Buffer.isBuffer(value) ? value : Buffer.alloc(0));
const tagged = (domain: string, ...parts: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(`oakroom/${domain}/v1\0`), ...parts]);
const sha256 = (data: Buffer): Buffer => createHash("sha256").update(data).digest();

function signedBy(key: Buffer, message: Buffer, signature: Buffer): boolean {
  const jwk = { kty: "OKP", crv: "Ed25519", x: key.toString("base64url") };
  return verify(null, message, createPublicKey({ key: jwk, format: "jwk" }), signature);
}

function open(key: Buffer, sealed: Buffer, additional: Buffer): Buffer {
  const cipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  cipher.setAAD(additional);
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
}

const hkdf = (secret: Buffer, salt: Buffer, info: Buffer): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, 32));
const none = Buffer.alloc(0);

/** RFC 9180, base mode, one message: written out, since Node has none. */
function hpkeOpen(secret: Buffer, publicKey: Buffer, enc: Buffer, info: Buffer, sealed: Buffer): Buffer {
  const hmac = (key: Buffer, data: Buffer): Buffer => createHmacSha256(key, data);
  const label = (suite: Buffer, name: string, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from("HPKE-v1"), suite, Buffer.from(name), data]);
  const extract = (suite: Buffer, salt: Buffer, name: string, ikm: Buffer): Buffer =>
    hmac(salt, label(suite, name, ikm));
  const expand = (suite: Buffer, prk: Buffer, name: string, data: Buffer, length: number): Buffer => {
    const labelled = Buffer.concat([Buffer.of(0, length), label(suite, name, data)]);
    return hmac(prk, Buffer.concat([labelled, Buffer.of(1)])).subarray(0, length);
  };
  const jwk = { kty: "OKP", crv: "X25519", x: publicKey.toString("base64url"), d: secret.toString("base64url") };
  const peer = { kty: "OKP", crv: "X25519", x: enc.toString("base64url") };
  const dh = diffieHellman({
    privateKey: createPrivateKey({ key: jwk, format: "jwk" }),
    publicKey: createPublicKey({ key: peer, format: "jwk" }),
  });
  const kem = Buffer.concat([Buffer.from("KEM"), Buffer.of(0, 0x20)]);
  const suite = Buffer.concat([Buffer.from("HPKE"), Buffer.of(0, 0x20, 0, 1, 0, 2)]);
  const zero = Buffer.alloc(32);
  const shared = expand(kem, extract(kem, zero, "eae_prk", dh), "shared_secret", Buffer.concat([enc, publicKey]), 32);
  const hashes = [extract(suite, zero, "psk_id_hash", none), extract(suite, zero, "info_hash", info)];
  const context = Buffer.concat([Buffer.of(0), ...hashes]);
  const schedule = extract(suite, shared, "secret", none);
  const nonce = expand(suite, schedule, "base_nonce", context, 12);
  return open(expand(suite, schedule, "key", context, 32), Buffer.concat([nonce, sealed]), none);
}

function createHmacSha256(key: Buffer, data: Buffer): Buffer {
  const block = Buffer.concat([key, Buffer.alloc(64)]).subarray(0, 64);
  const pad = (byte: number): Buffer => Buffer.from(block.map((each) => each ^ byte));
  return sha256(Buffer.concat([pad(0x5c), sha256(Buffer.concat([pad(0x36), data]))]));
}

const bundleOf = (text: string): Value[] => fields(decode(bytes(fields(decode(bin(text)))[0])));

test("the second reader verifies a bundle", () => {
  for (const person of file.people) {
    const [body, signature] = fields(decode(bin(person.bundle))).map(bytes);
    const isk = bytes(bundleOf(person.bundle)[4]);
    expect(signedBy(isk, tagged("bundle", bytes(body)), bytes(signature))).toBe(true);
    expect(sha256(tagged("isk-hash", isk)).toString("hex")).toBe(person.iskHash);
  }
});

test("the second reader opens a wrap and every item", () => {
  const { room, people } = file;
  const [epochBody, epochSignature] = fields(decode(bin(room.epoch))).map(bytes);
  const epoch = fields(decode(bytes(epochBody)));
  const epochHash = sha256(tagged("epoch-hash", bytes(epochBody)));
  const dsks = new Map(
    people.map(({ bundle }) => {
      const [, , , , , , , devices] = bundleOf(bundle);
      const [device, dsk] = fields(fields(devices ?? [])[0] ?? []).map(bytes);
      return [bytes(device).toString("hex"), bytes(dsk)];
    }),
  );
  const author = dsks.get(bytes(epoch[8]).toString("hex")) ?? none;
  expect(signedBy(author, tagged("epoch", bytes(epochBody)), bytes(epochSignature))).toBe(true);

  const [, log, n, hash, user, , enc, sealed] = fields(decode(bin(room.wraps[1])));
  expect(bytes(hash).equals(epochHash)).toBe(true);
  const info = encode([Buffer.from("oakroom/wrap/v1"), bytes(log), Number(n), epochHash, bytes(user)]);
  const iek = bytes(bundleOf(people[1].bundle)[6]);
  const key = hpkeOpen(bin(people[1].iekSecret), iek, bytes(enc), info, bytes(sealed));
  expect(sha256(tagged("epoch-key", key)).equals(bytes(epoch[4]))).toBe(true);

  for (const expected of room.items) {
    const [hdr, com, ct, signature] = fields(decode(bin(expected.bytes))).map(bytes);
    const core = encode([bytes(hdr), bytes(com), sha256(bytes(ct))]);
    expect(sha256(tagged("item-hash", core)).toString("hex")).toBe(expected.hash);
    const header = fields(decode(bytes(hdr)));
    const dsk = dsks.get(bytes(header[5]).toString("hex")) ?? none;
    expect(signedBy(dsk, tagged("item", core), bytes(signature))).toBe(true);
    const itemKey = hkdf(key, none, tagged("item-key", bytes(hdr)));
    const padded = open(itemKey, bytes(ct), Buffer.concat([bytes(hdr), bytes(com)]));
    const content = padded.subarray(0, padded.lastIndexOf(0x80));
    expect(padded.subarray(content.length + 1).every((byte) => byte === 0)).toBe(true);
    expect(content.subarray(32).toString("hex")).toBe(expected.plaintext);
    expect(sha256(tagged("com", content)).equals(bytes(com))).toBe(true);
  }
});

test("the second reader unlocks with the recovery code", () => {
  const { unlock, people } = file;
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const signs = Array.from(unlock.recoveryCode.replaceAll("-", ""), (sign) => alphabet.indexOf(sign));
  // The remainder over GF(32), by long division with a table of nothing.
  const times = (a: number, b: number): number => {
    let product = 0;
    for (let bit = 0; bit < 5; bit += 1) if (b & (1 << bit)) product ^= a << bit;
    for (let bit = 8; bit >= 5; bit -= 1) if (product & (1 << bit)) product ^= 0b100101 << (bit - 5);
    return product;
  };
  const dividend = [1, ...signs.slice(0, 32), 0, 0, 0, 0];
  const divisor = [1, 1, 3, 1, 1];
  for (let at = 0; at + 4 < dividend.length; at += 1) {
    const factor = dividend[at] ?? 0;
    for (const [index, each] of divisor.entries())
      dividend[at + index] = (dividend[at + index] ?? 0) ^ times(factor, each);
  }
  expect(dividend.slice(-4)).toEqual(signs.slice(32));
  const bits = signs
    .slice(0, 32)
    .map((sign) => sign.toString(2).padStart(5, "0"))
    .join("");
  const secret = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
  expect(secret.toString("hex")).toBe(unlock.recoverySecret);

  const slot = fields(decode(bin(unlock.recoverySlot)));
  const aad = encode(slot.slice(0, 6));
  const amk = open(hkdf(secret, bytes(slot[5]), tagged("slot-key", aad)), bytes(slot[6]), aad);
  expect(amk.toString("hex")).toBe(unlock.amk);
  const ring = fields(decode(bin(unlock.ring)));
  const opened = fields(decode(open(amk, Buffer.concat([bytes(ring[7]), bytes(ring[8])]), encode(ring.slice(0, 7)))));
  expect(bytes(opened[0]).toString("hex")).toBe(people[0].iskSeed);
  expect(bytes(fields(fields(opened[1] ?? [])[0] ?? [])[1]).toString("hex")).toBe(people[0].iekSecret);
});

test("the second reader finds the matching words and the agreement's signatures", () => {
  const numbers = file.people.flatMap(({ user, bundle }) => {
    const digest = sha256(tagged("words", bin(user), bytes(bundleOf(bundle)[4])));
    const bits = [...digest].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    return Array.from({ length: 6 }, (_, at) => Number.parseInt(bits.slice(at * 11, at * 11 + 11), 2));
  });
  expect(numbers).toEqual(file.words.numbers);
  const { bytes: agreed, signatures, text, id } = file.agreement;
  const parties = file.people.map(({ iskHash }) => bin(iskHash));
  const hash = sha256(tagged("agree-text", Buffer.from(text)));
  const said = encode([Buffer.from("oakroom/agree/v1"), bin(file.room.log), bin(id), 1, hash, parties]);
  expect(said.toString("hex")).toBe(agreed);
  for (const [at, person] of file.people.entries()) {
    expect(signedBy(bytes(bundleOf(person.bundle)[4]), tagged("agree", said), bin(signatures[at] ?? ""))).toBe(true);
  }
  const [card, opening, cardText] = fields(decode(bin(file.card.reveal))).map(bytes);
  const committed = encode([
    bin(file.room.log),
    bytes(card),
    bin(file.people[0].user),
    bytes(opening),
    bytes(cardText),
  ]);
  expect(sha256(tagged("card", committed)).toString("hex")).toBe(file.card.commitment);
});

test("every domain stands in docs/protocol.md", async () => {
  const { domains } = await import("./domain.ts");
  const page = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");
  expect(Object.values(domains).filter((name) => !page.includes(name))).toEqual([]);
  expect(page).toContain("has not been audited");
});
