/**
 * Taking a device out: a new encryption key in a ring that is sealed anew with all slots, then the bundle that retires the device and names
 * that key, then where the device's chains end, and the keys of all epochs sealed to the new key alone. Wherever it breaks off it can be done
 * again: what is there already is left.
 */
import {
  type Bundle,
  type IdentitySecrets,
  type IskKey,
  cutPlan,
  equal,
  heads,
  id,
  importIdentity,
  makeCut,
  makeNextBundle,
  withNewIek,
} from "@oakroom/crypto";
import { PutBundle } from "../../features/room/log/keys/schema.ts";
import { AppendEntry } from "../../features/room/log/schema.ts";
import { type DeviceId, uuidBytes } from "../../values/id.ts";
import type { Keeper } from "../keeper.ts";
import { giveWraps } from "../log/readmitting.ts";
import type { RetireRefusal, Secret } from "../secrets.ts";
import { only } from "../store.ts";
import { type KeyRecords, type OpenRecords, type Owner, withOwnKeys } from "./key-records.ts";
import { renewKeys } from "./renewing.ts";

/** An unlocked account. */
export interface Retiring extends Owner {
  readonly keeper: Keeper | undefined;
  refresh(): Promise<void>;
}

/** Retires a device of one's own, so that nothing it writes counts from now on, and nothing new can be opened with what lies on it. */
export async function retireDevice(
  owner: Retiring,
  secret: Secret,
  device: DeviceId,
): Promise<RetireRefusal | undefined> {
  const { host, me, keeper } = owner;
  if (!keeper) return "locked";
  await owner.refresh();
  const opened = await withOwnKeys(owner, secret, (open, records) =>
    records.isFromServer
      ? retire({ host, me, keeper, refresh: () => owner.refresh() }, open, records, device)
      : Promise.resolve("offline" as const),
  );
  return typeof opened === "string" ? opened : opened.value;
}

async function retire(
  owner: Retiring & { readonly keeper: Keeper },
  open: OpenRecords,
  records: KeyRecords,
  device: DeviceId,
): Promise<RetireRefusal | undefined> {
  const { session } = owner.keeper;
  const newest = session.bundles.of(owner.me).at(-1);
  const { isk, iskPublic } = await importIdentity(open.secrets);
  const known = newest?.devices.find((one) => equal(one.device, uuidBytes(device)));
  if (!newest || !equal(iskPublic, session.iskPublic)) return "stopped";
  if (!known || device === session.device) return "no-such-device";
  const isDone = known.retired || (await sign(owner, open, records, newest, device));
  if (!isDone) return "offline";
  // Everybody's next record here comes under an epoch that names the new key.
  await owner.refresh();
  const done = await Promise.all([cutChains(owner, isk), sealWrapsAnew(owner.keeper)]);
  return done.every(Boolean) ? undefined : "offline";
}

/**
 * The new key lies in the ring before any bundle names it: there is no moment at which nobody holds it. The ring and every slot are sealed
 * anew, so that a master key which the device may have kept opens neither.
 */
function sign(
  owner: Retiring & { readonly keeper: Keeper },
  { amk, facts, secrets }: OpenRecords,
  records: KeyRecords,
  newest: Bundle,
  device: DeviceId,
): Promise<boolean> {
  const { host, me, keeper } = owner;
  const { session, own } = keeper;
  const version = newest.iekVersion + 1;
  return withKey(secrets, version, async (all) => {
    const identity = await importIdentity(all);
    const iek = identity.ieks.find((one) => one.version === version);
    const { verifier } = own.log;
    if (!iek || !verifier) return false;
    const next = { ...facts, bundleHash: newest.hash, ownLogHeads: heads(verifier) };
    const { iskPublic, readableKey } = session;
    const unlocked = { put: "unlocked", key: only, value: { iskPublic, ieks: identity.ieks, readableKey } } as const;
    const open = { amk, facts: next, secrets: { ...all, doors: secrets.doors } };
    if (!(await renewKeys(owner, records, open, [unlocked]))) return false;
    session.ieks = identity.ieks;
    const change = { retire: [id("device", uuidBytes(device))], iek: { iekVersion: version, iek: iek.iekPublic } };
    const bundle = await makeNextBundle(identity.isk, newest, change);
    await host.server.call(PutBundle, { body: bundle.bytes });
    // What counts is what the server shows, whatever it answered: the answer may have been lost, and the bundle not.
    await session.bundles.refresh(me, undefined, false);
    return isRetired(session.bundles.of(me).at(-1), uuidBytes(device));
  });
}

function isRetired(bundle: Bundle | undefined, device: Uint8Array): boolean {
  return bundle?.devices.some((one) => one.retired && equal(one.device, device)) === true;
}

/** The key of a try that broke off is taken up; no bundle has named it yet. */
function withKey<T>(secrets: IdentitySecrets, version: number, use: (all: IdentitySecrets) => Promise<T>): Promise<T> {
  return secrets.ieks.some((iek) => iek.version === version) ? use(secrets) : withNewIek(secrets, use);
}

/** Says in every log where the chains of retired devices end: at the newest record that is here. */
async function cutChains({ host, keeper }: Retiring & { readonly keeper: Keeper }, isk: IskKey): Promise<boolean> {
  const { session, own, rooms } = keeper;
  const logs = [own.log, ...[...rooms.values()].map(({ log }) => log)];
  const retired = (session.bundles.of(session.me).at(-1)?.devices ?? []).filter((one) => one.retired);
  const done = await Promise.all(
    logs.flatMap(({ id: logId, verifier }) =>
      retired.map(async ({ device }) => {
        const plan = verifier && cutPlan(verifier, session.user, device);
        if (!plan) return true;
        const { bytes } = await makeCut(isk, plan);
        const reply = await host.server.call(AppendEntry, { params: { logId }, query: { kind: "cut" }, body: bytes });
        // A room that has ended takes nothing more, from nobody.
        return reply.kind === "done" || (reply.kind === "refused" && reply.refused === "closed");
      }),
    ),
  );
  return done.every(Boolean);
}

/** Seals the epoch keys of one's own logs and rooms to the new key, in the place of what the device could open on the server. */
async function sealWrapsAnew({ own, rooms }: Keeper): Promise<boolean> {
  const logs = [own.log, ...[...rooms.values()].map(({ log }) => log)];
  const done = await Promise.all(logs.map((log) => giveWraps(log, log.session.me)));
  return done.every((one) => one === "done");
}
