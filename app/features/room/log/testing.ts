/**
 * Sealed records as a server sees them, for tests and benchmarks: their form is right, and there is nothing in them. Signed
 * is what the server verifies: bundles, and changes of one's own keys. Imported by tests, benchmarks and the kill test alone.
 */
import { createHash, randomBytes } from "node:crypto";
import { decode, encode } from "@oakroom/crypto";
import * as z from "zod/mini";
import { AccountId, LogId, makeUuid, uuidBytes } from "../../../values/id.ts";
import type { TestServer } from "../../../server/testing.ts";
import { EnrolKeys } from "./keys/schema.ts";
import { firstDeviceOf, iskHashOf, listedDevice, signedByDevice, signedFor, signerOf } from "./keys/testing.ts";
import { openRoomLog } from "./store.ts";

const Bytes = z.instanceof(Uint8Array);
const Page = z.tuple([z.number(), z.number(), z.array(z.tuple([z.number(), z.number(), Bytes]))]);
const Keys = z.tuple([Bytes, Bytes, z.array(Bytes)]);
const EnrolmentParts = z.tuple([Bytes, z.array(Bytes), Bytes, Bytes, z.array(Bytes)]);

/** The parts of a page that a server answered. */
export function readPage(page: Uint8Array) {
  const [generation, lastNumber, entries] = Page.parse(decode(page, 16_000_000));
  return { generation, lastNumber, entries, numbers: entries.map(([number]) => number) };
}

/** The records of a list that a server answered, as hex. */
export function readRecords(list: Uint8Array): ReadonlyArray<string> {
  return z.array(Bytes).parse(decode(list)).map(hexOf);
}

/** Somebody's own records as the server answered them, as hex; `undefined` where there are none. */
export function readKeys(keys: Uint8Array) {
  const parts = z.array(z.unknown()).parse(decode(keys));
  if (parts.length === 0) return undefined;
  const [bundle, ring, slots] = Keys.parse(parts);
  return { bundle: hexOf(bundle), ring: hexOf(ring), slots: slots.map(hexOf) };
}

/** The parts of an enrolment. */
export function readEnrolmentParts(body: Uint8Array) {
  const [bundle, slots, ring, epoch, wraps] = EnrolmentParts.parse(decode(body));
  return { bundle, slots, ring, epoch, wraps };
}

/** Bytes as hex, for comparing. */
export function hexOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString("hex");
}

const zeros = new Uint8Array(32);

/** A new id of any kind, as text. */
export function newId(): string {
  return makeUuid(Date.now(), randomBytes(10));
}

/** One device of somebody, with its place in each log's chain. */
export class Writer {
  readonly accountId: AccountId;
  readonly device = newId();
  readonly #next = new Map<string, number>();

  constructor(accountId: AccountId) {
    this.accountId = accountId;
  }

  /** The next item for a log. `bucket` is the padded size of its content. */
  item(logId: LogId, { logKind = 1, bucket = 256 }: { readonly logKind?: 1 | 2; readonly bucket?: number } = {}) {
    return shapedItem({ logId, logKind, author: this.accountId, device: this.device, seq: this.#take(logId), bucket });
  }

  /** The next epoch of a log, with a wrap for each member. */
  epoch(logId: LogId, n: number, members: ReadonlyArray<Named>): ShapedEpoch {
    return shapedEpoch({ logId, n, author: this.accountId, device: this.device, seq: this.#take(logId), members });
  }

  #take(logId: string): number {
    const seq = (this.#next.get(logId) ?? 0) + 1;
    this.#next.set(logId, seq);
    return seq;
  }
}

/** What stands in an item's header. */
export interface ItemFields {
  readonly logId: string;
  readonly logKind: 1 | 2;
  readonly author: string;
  readonly device: string;
  readonly seq: number;
  readonly bucket: number;
}

/** The bytes of an item; `randomBytes` stands for whatever only members could tell from it. */
export function shapedItem({ logId, logKind, author, device, seq, bucket }: ItemFields): Uint8Array {
  const place = [uuidBytes(device), seq, seq === 1 ? zeros : randomBytes(32)];
  const header = encode([1, uuidBytes(logId), logKind, 1, uuidBytes(author), ...place, 1, uuidBytes(newId()), []]);
  return encode([header, randomBytes(32), randomBytes(bucket + 28), randomBytes(64)]);
}

/** A member as an epoch names them. */
export interface Named {
  readonly accountId: string;
  readonly bundleVersion?: number;
  readonly iekVersion?: number;
}

/** An epoch record with its wraps. */
export interface ShapedEpoch {
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
  readonly wraps: ReadonlyArray<Uint8Array>;
  /** The request's body. */
  readonly body: Uint8Array;
}

/** What stands in an epoch record. */
export interface EpochFields {
  readonly logId: string;
  readonly n: number;
  readonly author: string;
  readonly device: string;
  readonly seq: number;
  readonly members: ReadonlyArray<Named>;
}

/** The bytes of an epoch and of its wraps. */
export function shapedEpoch({ logId, n, author, device, seq, members }: EpochFields): ShapedEpoch {
  const named = members
    .toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1))
    .map((one) => [uuidBytes(one.accountId), randomBytes(32), one.bundleVersion ?? 1, one.iekVersion ?? 1]);
  const before = n === 1 ? zeros : randomBytes(32);
  const place = [uuidBytes(author), uuidBytes(device), seq, seq === 1 ? zeros : randomBytes(32), []];
  const body = encode([1, uuidBytes(logId), n, before, randomBytes(32), named, zeros, ...place]);
  const bytes = encode([body, randomBytes(64)]);
  const epochHash = createHash("sha256").update("oakroom/epoch-hash/v1\0").update(body).digest();
  const wraps = members.map((one) =>
    shapedWrap({ logId, n, epochHash, user: one.accountId, iekVersion: one.iekVersion ?? 1 }),
  );
  return { bytes, hash: epochHash, wraps, body: encode([bytes, wraps]) };
}

/** What stands in a wrap. */
export interface WrapFields {
  readonly logId: string;
  readonly n: number;
  readonly epochHash: Uint8Array;
  readonly user: string;
  readonly iekVersion: number;
}

/** The bytes of a wrap. */
export function shapedWrap({ logId, n, epochHash, user, iekVersion }: WrapFields): Uint8Array {
  const place = [uuidBytes(logId), n, epochHash, uuidBytes(user), iekVersion];
  return encode([1, ...place, randomBytes(32), randomBytes(48)]);
}

/** The bytes of a cut. */
export function shapedCut(logId: string, user: string, device: string, lastSeq: number): Uint8Array {
  const last = lastSeq === 0 ? zeros : randomBytes(32);
  return encode([encode([1, uuidBytes(logId), uuidBytes(user), uuidBytes(device), lastSeq, last]), randomBytes(64)]);
}

/** The bytes of a readmit of `user`, written on somebody else's device. */
export function shapedReadmit(logId: string, user: string, device: string, seq: number): Uint8Array {
  const hashes = [randomBytes(32), randomBytes(32), randomBytes(32), randomBytes(32)];
  const place = [uuidBytes(device), seq, seq === 1 ? zeros : randomBytes(32), []];
  return encode([encode([1, uuidBytes(logId), uuidBytes(user), ...hashes, [], 1, ...place]), randomBytes(64)]);
}

/** The bytes of a readmit of `user` with the identity that they have now, signed by the first device of `by`. */
export function signedReadmit(logId: string, user: string, by: string, seq = 1): Uint8Array {
  const hashes = [randomBytes(32), iskHashOf(user), randomBytes(32), randomBytes(32)];
  const place = [firstDeviceOf(by), seq, seq === 1 ? zeros : randomBytes(32), []];
  return signedByDevice(by, "readmit", encode([1, uuidBytes(logId), uuidBytes(user), ...hashes, [], 1, ...place]));
}

/** Any 255 bits are a public key for X25519. */
function encryptionKey(): Uint8Array {
  return Uint8Array.from(randomBytes(32), (byte, at) => (at === 31 ? byte & 127 : byte));
}

/** The bytes of a bundle: a version follows the first that was made of the version before, and adds a device or takes the first out. */
export function shapedBundle(user: string, version: number, iekVersion = 1, change: "adds" | "retires" = "adds") {
  const { isk, ieks, made } = signerOf(user);
  const before = made.get(version - 1);
  const iek = ieks.get(iekVersion) ?? encryptionKey();
  ieks.set(iekVersion, iek);
  const [first, ...others] = before?.devices ?? [];
  const retired = first && ([first[0], first[1], first[2], 1] as const);
  const devices =
    change === "retires" && retired ? [retired, ...others] : [...(before?.devices ?? []), listedDevice(user, newId())];
  const previous = version === 1 ? zeros : (before?.hash ?? new Uint8Array(randomBytes(32)));
  const body = encode([1, uuidBytes(user), version, previous, isk, iekVersion, iek, devices]);
  const hash = createHash("sha256").update("oakroom/bundle-hash/v1\0").update(body).digest();
  if (!made.has(version)) made.set(version, { hash: new Uint8Array(hash), devices });
  return signedFor(user, "bundle", body);
}

/** A change of somebody's own key records, signed as their devices would. */
export function shapedChange(user: string, record: Uint8Array): Uint8Array {
  return signedFor(user, "keys-change", record);
}

/** The record by which a slot goes. */
export function shapedRemoval(user: string, slotId: string): Uint8Array {
  return encode([1, uuidBytes(user), uuidBytes(slotId)]);
}

/** The record by which a passkey may sign in. */
export function shapedPasskey(user: string, slotId: string, credential: Uint8Array): Uint8Array {
  return encode([1, uuidBytes(user), uuidBytes(slotId), credential]);
}

/** What somebody says about erasing a room. */
export function shapedErasure(logId: string, user: string, version: number, yes: boolean): Uint8Array {
  const said = [version, yes ? 1 : 0, 1_760_000_000_000];
  return signedFor(user, "erasure", encode([1, uuidBytes(logId), uuidBytes(user), ...said]));
}

/** By it somebody begins a room anew, with the identities that both sign with now. */
export function shapedFounding(logId: string, user: string, other: string, at = 1_760_000_000_000): Uint8Array {
  const identities = [iskHashOf(user), iskHashOf(other)];
  return signedFor(user, "founding", encode([1, uuidBytes(logId), uuidBytes(user), ...identities, at]));
}

/** The record by which somebody wants an address: 1 of the account, 2 a private one, 3 none. */
export function shapedAddress(user: string, change: string, use: 1 | 2 | 3 | 4, address: string): Uint8Array {
  return encode([1, uuidBytes(user), uuidBytes(change), use, new TextEncoder().encode(address)]);
}

/** The bytes of a ring. */
export function shapedRing(user: string, version: number, ownLogId: string): Uint8Array {
  const hashes = [randomBytes(32), uuidBytes(ownLogId), randomBytes(32), []];
  return encode([1, uuidBytes(user), version, ...hashes, randomBytes(12), randomBytes(120)]);
}

/** The bytes of an unlock slot. */
export function shapedSlot(
  user: string,
  kind: "passphrase" | "recovery" | "passkey",
  slotId = newId(),
  memoryKiB = 65_536,
) {
  const how = { passphrase: [1, [memoryKiB, 3, 1]], recovery: [2, []], passkey: [3, []] }[kind];
  return encode([1, uuidBytes(user), uuidBytes(slotId), ...how, randomBytes(16), randomBytes(60)]);
}

/** Somebody signed in, with keys, an own log and a device. */
export interface Member {
  readonly accountId: AccountId;
  readonly cookie: string;
  readonly writer: Writer;
  readonly ownLog: LogId;
  /** The body with which the keys were enrolled. */
  readonly enrolment: Uint8Array;
}

/** Signs somebody in and enrols their keys. */
export async function aMember(server: TestServer, name: string): Promise<Member> {
  const { accountId, cookie } = await server.signIn(name, `${name.toLowerCase()}.${newId()}@northwind.example`);
  const writer = new Writer(accountId);
  const ownLog = LogId.parse(newId());
  const enrolment = shapedEnrolment(writer, ownLog);
  const enrolled = await server.call(EnrolKeys, { body: enrolment }, cookie);
  if (enrolled.status !== 200) throw new Error(`enrolment answered ${enrolled.status} ${enrolled.refused ?? ""}`);
  return { accountId, cookie, writer, ownLog, enrolment };
}

/** The body of a first enrolment. */
export function shapedEnrolment(writer: Writer, ownLog: LogId): Uint8Array {
  const user = writer.accountId;
  const { bytes, wraps } = writer.epoch(ownLog, 1, [{ accountId: user }]);
  const slots = [shapedSlot(user, "passphrase"), shapedSlot(user, "recovery")];
  return encode([shapedBundle(user, 1), slots, shapedRing(user, 1, ownLog), bytes, wraps]);
}

/** Opens a room for two, as the second yes does. */
export async function aRoom(server: TestServer, one: Pick<Member, "accountId">, other: Pick<Member, "accountId">) {
  const { app } = server;
  const logId = LogId.parse(newId());
  const members = [one.accountId, other.accountId] as const;
  await app.db.write((writer) => openRoomLog(writer, logId, members, app.clock()));
  app.live.logChanged(logId, members);
  return logId;
}
