/** Making a person's keys: everything on the device, before anything is sent. */
import {
  type SlotSecret,
  announceEpoch,
  epochPlan,
  hex,
  id,
  importIdentity,
  makeDeviceKeys,
  makeDoor,
  makeFirstBundle,
  makeRecoverySecret,
  makeRing,
  newAmk,
  newSecrets,
  nextPlace,
  recoveryGroups,
  saveLog,
  saveVerified,
  sealSlot,
  startLog,
  takeRecords,
  wipe,
} from "@oakroom/crypto";
import { type AccountId, DeviceId, LogId, uuidBytes } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { makeReadableKey } from "../log/keeping.ts";
import { newUuid, userOf } from "../ids.ts";
import type { UnlockingPasskey } from "../secrets.ts";
import { type AccountRecord, type Change, type UnlockedRecord, only } from "../store.ts";
import { writeEnrolment } from "../wire.ts";
import { passkeySecret, wipeSecret } from "./slot-secrets.ts";

/** Keys that were made and not sent yet. */
export interface Prepared {
  /** Nine groups of four signs: shown once, kept nowhere. */
  readonly recoveryGroups: ReadonlyArray<string>;
  readonly body: Uint8Array;
  readonly bundle: Uint8Array;
  readonly account: AccountRecord;
  readonly unlocked: UnlockedRecord;
  /** What to keep before the body is sent. */
  readonly changes: ReadonlyArray<Change>;
}

/** Makes all keys, records and slots of a new identity. */
export async function prepareEnrolment(
  host: VaultHost,
  me: AccountId,
  first: string | UnlockingPasskey,
): Promise<Prepared> {
  const code = makeRecoverySecret();
  const groups = recoveryGroups(code);
  const ways: ReadonlyArray<SlotToMake> = [
    typeof first === "string"
      ? { id: newUuid(host), secret: { type: "passphrase", passphrase: first } }
      : { id: first.id, secret: passkeySecret(first.passkey) },
    { id: newUuid(host), secret: { type: "recovery", code } },
  ];
  try {
    return { recoveryGroups: groups, ...(await makeIdentity(host, me, ways)) };
  } finally {
    for (const { secret } of ways) wipeSecret(secret);
  }
}

interface SlotToMake {
  readonly id: string;
  readonly secret: SlotSecret;
}

type Made = Omit<Prepared, "recoveryGroups">;

function makeIdentity(host: VaultHost, me: AccountId, ways: ReadonlyArray<SlotToMake>): Promise<Made> {
  const user = userOf(me);
  return newAmk((amk) =>
    newSecrets(async (secrets) => {
      const identity = await importIdentity(secrets);
      const device = await makeFirstDevice(host, me, identity);
      const { ownLog, epoch, bundle } = device;
      const doors = await Promise.all(ways.map((way) => makeDoor(user, id("slot", uuidBytes(way.id)), way.secret)));
      const slots = await Promise.all(doors.map((door) => sealSlot(amk, user, door)));
      const facts = {
        user,
        version: 1,
        bundleHash: bundle.hash,
        ownLog: id("log", uuidBytes(ownLog)),
        ownLogEpoch1Hash: epoch.hash,
        ownLogHeads: [epoch.hash],
      };
      const ring = await makeRing(amk, facts, { ...secrets, doors });
      wipe(...doors.map(({ key }) => key.psk));
      const unlocked = { iskPublic: identity.iskPublic, ieks: identity.ieks, readableKey: await makeReadableKey() };
      const account = {
        device: device.id,
        keys: device.keys,
        isListed: true,
        ringVersion: 1,
        generation: 0,
        ownLog,
        ring,
        slots,
      };
      const body = writeEnrolment({ bundle: bundle.bytes, slots, ring, epoch: epoch.bytes, wraps: device.wraps });
      return { body, bundle: bundle.bytes, account, unlocked, changes: changesOf(me, account, unlocked, body, device) };
    }),
  );
}

/** This device, the bundle that lists it, and the first epoch of one's own log. */
async function makeFirstDevice(host: VaultHost, me: AccountId, identity: Awaited<ReturnType<typeof importIdentity>>) {
  const user = userOf(me);
  const [iek] = identity.ieks;
  if (!iek) throw new Error("an identity without an encryption key");
  const keys = await makeDeviceKeys();
  const deviceId = DeviceId.parse(newUuid(host));
  const ownLog = LogId.parse(newUuid(host));
  const device = id("device", uuidBytes(deviceId));
  const bundle = await makeFirstBundle(identity.isk, {
    user,
    isk: identity.iskPublic,
    iekVersion: iek.version,
    iek: iek.iekPublic,
    devices: [{ device, dsk: keys.dskPublic, addedAt: host.clock(), retired: false }],
  });
  const log = startLog(id("log", uuidBytes(ownLog)), "own", [bundle]);
  const { epoch, key, wraps } = await announceEpoch(keys.dsk, user, nextPlace(log, user, device), epochPlan(log));
  const placed = (await takeRecords(log, [epoch.bytes])).flatMap((one) => ("verified" in one ? one.verified : []));
  const verified = [saveVerified(placed)];
  return { id: deviceId, keys, bundle, ownLog, epoch, key, wraps: wraps.map(({ bytes }) => bytes), log, verified };
}

function changesOf(
  me: AccountId,
  account: AccountRecord,
  unlocked: UnlockedRecord,
  body: Uint8Array,
  { ownLog, epoch, key, bundle, wraps, log, verified }: Awaited<ReturnType<typeof makeFirstDevice>>,
): ReadonlyArray<Change> {
  const isNew = {
    kind: "own",
    members: [me],
    isOpen: true,
    cursor: 0,
    tip: undefined,
    generation: 0,
    damaged: [],
  } as const;
  const entries = [{ hash: hex(epoch.hash), bytes: epoch.bytes }];
  return [
    // Its beginning lies here at once: whoever locks before they have heard of the server again unlocks without it.
    { put: "log", key: [ownLog, 0], value: { ...isNew, saved: saveLog(log) } },
    { put: "verified", key: [ownLog, 1], value: verified },
    { put: "sealed", key: [ownLog, 1], value: { entries } },
    ...wraps.map((wrap): Change => ({ put: "wrap", key: [ownLog, 1], value: wrap })),
    { put: "enrolment", key: only, value: { body, bundle: bundle.bytes } },
    { put: "account", key: only, value: account },
    { put: "unlocked", key: only, value: unlocked },
    { put: "bundle", key: [me, 1], value: bundle.bytes },
    { put: "epochKey", key: [ownLog, 1], value: key },
    { put: "place", key: [ownLog, 1], value: 1 },
  ];
}
