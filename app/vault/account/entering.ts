/** From opened key records to an unlocked vault: everything is checked before this device is added and before anything is written. */
import {
  type Bundle,
  type Identity,
  type RecordHash,
  epochOf,
  equal,
  hasAll,
  heads,
  hex,
  importIdentity,
  iskHashOf,
  makeDeviceKeys,
  makeNextBundle,
  makeRing,
  signKeysChange,
} from "@oakroom/crypto";
import { PutBundle, PutRing } from "../../features/room/log/keys/schema.ts";
import { type AccountId, DeviceId, LogId, uuidText } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { newUuid } from "../ids.ts";
import { makeReadableKey } from "../log/keeping.ts";
import type { Keeper } from "../keeper.ts";
import type { Session } from "../session.ts";
import { type AccountRecord, type UnlockedRecord, only } from "../store.ts";
import type { Stop } from "../vault.ts";
import type { BundleBook } from "./bundles.ts";
import { givingBack } from "../log/giving-back-load.ts";
import { puttingBack } from "./putting-back-load.ts";
import { sessionOf } from "./resuming.ts";
import type { KeyRecords, OpenRecords, SecretRefusal } from "./key-records.ts";

/** A device that another one of the same person lets in. */
export interface Guest extends Pick<AccountRecord, "device" | "keys"> {
  /** The newest ring that the other one knows: no older one is taken. */
  readonly ringVersion: number;
}

/** Where an unlock begins. */
export interface Entrance {
  readonly host: VaultHost;
  readonly me: AccountId;
  readonly bundles: BundleBook;
  readonly kept: AccountRecord | undefined;
  readonly records: KeyRecords;
  /** What opened them. */
  readonly opens: OpensRecords;
  readonly guest: Guest | undefined;
  /** The server's generation; that of this device where there is no connection. */
  readonly generation: number;
  /** Makes the logs of a session. */
  readonly openKeeper: (session: Session, ownLog: LogId, generation: number) => Keeper;
}

/** What an unlock yields. */
export interface Entered {
  readonly keeper: Keeper;
  /** What this device remembers from now on. */
  readonly account: AccountRecord;
}

/** Opens key records for an unlock. */
export type OpensRecords = (
  records: KeyRecords,
  use: (open: OpenRecords) => Promise<Entered | Stop | "offline">,
) => Promise<{ readonly value: Entered | Stop | "offline" } | SecretRefusal>;

const tries = 3;

/** Checks the owner's records, adds this device where it is new, and rewrites the ring. */
export async function enter(entrance: Entrance, open: OpenRecords): Promise<Entered | Stop | "offline"> {
  const { beside } = entrance.records;
  if (!beside) return enterWith(entrance, open);
  const { withBothRings } = await puttingBack();
  return withBothRings(entrance.opens, beside, open, (whole) => enterWith(entrance, whole));
}

async function enterWith(entrance: Entrance, open: OpenRecords): Promise<Entered | Stop | "offline"> {
  const { kept, generation, guest } = entrance;
  const isRestored = kept !== undefined && generation > kept.generation;
  const known = Math.max(kept?.ringVersion ?? 0, guest?.ringVersion ?? 0);
  if (open.facts.version < known) return isRestored ? "restored" : "ring-older";
  const identity = await importIdentity(open.secrets);
  const refused = await checkBundles(entrance, identity, open, isRestored);
  if (refused) return refused;
  const { session, isListed } = await openSession(entrance, identity);
  const entered = await enterSession(entrance, open, identity, session, isListed);
  if (typeof entered === "string") session.ending.abort();
  return entered;
}

async function enterSession(
  entrance: Entrance,
  open: OpenRecords,
  identity: Identity,
  session: Session,
  isListed: boolean,
): Promise<Entered | Stop | "offline"> {
  const { generation, records, kept } = entrance;
  const ownLog = LogId.parse(uuidText(open.facts.ownLog));
  const keeper = entrance.openKeeper(session, ownLog, kept?.generation ?? generation);
  const { log } = keeper.own;
  await log.load();
  if (records.isFromServer && (await keeper.catchUp(log, generation)) === "offline") return "offline";
  const { verifier } = log;
  const first = verifier && epochOf(verifier, 1);
  const isWhole = first && equal(first.hash, open.facts.ownLogEpoch1Hash) && hasAll(verifier, open.facts.ownLogHeads);
  // Without a connection it is this device alone that lacks something: it has been locked before it had read its own log.
  if (!isWhole) return log.stopped ?? (records.isFromServer ? "own-log-short" : "offline");

  const account = accountOf(entrance, session, ownLog, open);
  const added = isListed ? undefined : await addDevice(entrance, identity, session, account);
  if (added) return added;
  const finished = await finish(entrance, identity, open, session, heads(verifier), account);
  return finished === "offline" ? finished : { keeper, account: finished };
}

/** The server's list of one's own bundles has to be this identity's, and not shorter than the ring says. */
async function checkBundles(
  { host, me, bundles, records }: Entrance,
  identity: Identity,
  { facts }: OpenRecords,
  isRestored: boolean,
): Promise<Stop | "offline" | undefined> {
  const isk = iskHashOf(identity.iskPublic);
  if (records.isFromServer) {
    const ask = () => bundles.refresh(me, { identity: hex(isk), version: 0, bundle: "" }, isRestored);
    const first = await ask();
    const ownLog = LogId.parse(uuidText(facts.ownLog));
    const isGiven =
      first === "restored" && (await (await givingBack()).giveOwnBundlesBack(host, ownLog, bundles.of(me)));
    const refreshed = isGiven ? await ask() : first;
    if (refreshed === "keys-changed" || refreshed === "none") return "own-keys-exchanged";
    if (refreshed !== "same" && refreshed !== "newer") return refreshed;
  }
  const list = bundles.of(me);
  if (list.length === 0) return "offline";
  if (list.some((bundle) => !equal(bundle.iskHash, isk))) return "own-keys-exchanged";
  return list.some((bundle) => equal(bundle.hash, facts.bundleHash)) ? undefined : "bundle-older";
}

function lists(bundle: Bundle | undefined, kept: AccountRecord): boolean {
  const device = bundle?.devices.find((one) => uuidText(one.device) === kept.device);
  return device !== undefined && !device.retired && equal(device.dsk, kept.keys.dskPublic);
}

/** A device that was never the person's, or is no longer, gets keys of its own. */
async function openSession(
  { host, me, bundles, kept, guest }: Entrance,
  identity: Identity,
): Promise<{ session: Session; isListed: boolean }> {
  const newest = bundles.of(me).at(-1);
  const isListed = kept !== undefined && lists(newest, kept);
  const isUsable =
    kept !== undefined && (isListed || !newest?.devices.some((one) => uuidText(one.device) === kept.device));
  const known = isUsable ? kept : guest?.device === kept?.device ? undefined : guest;
  const device = known?.device ?? DeviceId.parse(newUuid(host));
  const keys = known?.keys ?? (await makeDeviceKeys());
  const readableKey = (await host.store.get("unlocked", only))?.readableKey ?? (await makeReadableKey());
  const { iskPublic, ieks } = identity;
  const session = sessionOf(host, me, { device, keys }, { iskPublic, ieks, readableKey }, bundles);
  return { session, isListed };
}

function accountOf(
  { records, generation }: Entrance,
  session: Session,
  ownLog: LogId,
  { facts }: OpenRecords,
): AccountRecord {
  const { device, keys } = session;
  return {
    device,
    keys,
    isListed: false,
    ringVersion: facts.version,
    ringGeneration: generation,
    generation,
    ownLog,
    ring: records.ring,
    slots: records.slots,
  };
}

/** Signs the next bundle with this device in it. The keys are kept before the bundle is sent. */
async function addDevice(
  { host, me, bundles, records, kept }: Entrance,
  identity: Identity,
  session: Session,
  account: AccountRecord,
): Promise<Stop | "offline" | undefined> {
  if (!records.isFromServer) return "offline";
  // A device that was taken out begins a chain of its own here: the places of its former one say nothing about it.
  const isAnother = kept !== undefined && kept.device !== account.device;
  const places = isAnother ? [{ clear: "place" } as const] : [];
  await host.store.commit([...places, { put: "account", key: only, value: account }]);
  for (let tried = 0; tried < tries; tried += 1) {
    const list = bundles.of(me);
    const newest = list.at(-1);
    if (!newest) return "offline";
    const added = { device: session.deviceBytes, dsk: session.keys.dskPublic, addedAt: host.clock() };
    // Another device of the same person may have been first: then on top of theirs.
    const next = await makeNextBundle(identity.isk, newest, { add: [added] });
    const reply = await host.server.call(PutBundle, { body: next.bytes });
    const refreshed = await bundles.refresh(me, undefined, false);
    if (refreshed !== "same" && refreshed !== "newer") return refreshed === "none" ? "own-keys-exchanged" : refreshed;
    if (
      bundles
        .of(me)
        .at(-1)
        ?.devices.some((one) => equal(one.device, session.deviceBytes))
    )
      return undefined;
    if (reply.kind !== "refused") return "offline";
  }
  return "offline";
}

/** Writes the ring anew, so that the next unlock knows how far the own log had come, and keeps what a daily visit needs. */
async function finish(
  { host, me, bundles, records }: Entrance,
  identity: Identity,
  { amk, facts, secrets }: OpenRecords,
  session: Session,
  ownLogHeads: ReadonlyArray<RecordHash>,
  account: AccountRecord,
): Promise<AccountRecord | "offline"> {
  const newest = bundles.of(me).at(-1);
  let { ring } = records;
  let { version } = facts;
  if (records.isFromServer && newest) {
    const next = { ...facts, version: version + 1, bundleHash: newest.hash, ownLogHeads };
    if (records.older) {
      const { putBack } = await puttingBack();
      if (!(await putBack(host, identity.isk, records, { amk, facts: next, secrets }))) return "offline";
    }
    const written = await makeRing(amk, next, secrets);
    // Where another device has just written one, theirs stays.
    const reply = await host.server.call(PutRing, { body: await signKeysChange(identity.isk, written) });
    if (reply.kind === "done") [ring, version] = [written, next.version];
  }
  const done: AccountRecord = { ...account, isListed: true, ring, ringVersion: version };
  const unlocked: UnlockedRecord = {
    iskPublic: session.iskPublic,
    ieks: session.ieks,
    readableKey: session.readableKey,
  };
  await host.store.commit([
    { put: "account", key: only, value: done },
    { put: "unlocked", key: only, value: unlocked },
  ]);
  return done;
}
