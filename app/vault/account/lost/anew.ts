/** Beginning anew after every key was lost, and cancelling it with the keys of before. */
import {
  type Bundle,
  type IdentitySecrets,
  decode,
  equal,
  importIdentity,
  iskHashOf,
  makeDisowning,
  signKeysChange,
  verifyBundle,
} from "@oakroom/crypto";
import { BeginAnew, CancelAnew, ReadFormerKeys, ReadLoss } from "../../../features/room/log/keys/anew/schema.ts";
import { ListLogs } from "../../../features/room/log/schema.ts";
import { ReadMyKeys } from "../../../features/room/log/keys/schema.ts";
import type { AccountId } from "../../../values/id.ts";
import { uuidText } from "../../../values/id.ts";
import type { VaultHost } from "../../host.ts";
import { userOf } from "../../ids.ts";
import type { AnewRefusal, CancelRefusal, Loss, Secret, UnlockingPasskey } from "../../secrets.ts";
import { type Change, only, tableNames } from "../../store.ts";
import { readMyKeys } from "../../wire.ts";
import { prepareEnrolment } from "../enrolling.ts";
import type { Owner } from "../fresh.ts";
import { type KeyRecords, withSecret } from "../key-records.ts";
import { refuseWeak } from "../weak.ts";

const largest = 2 ** 24;

/** Everything that lies on this device goes. */
export const forgetAll: ReadonlyArray<Change> = tableNames.map((clear) => ({ clear }));

/**
 * Makes new keys in the place of those that are lost. What lies on this device goes only once the server has the new ones, and they
 * are kept in the same step: where the answer is lost, they are nobody's, and the next try makes others.
 */
export async function beginAnew(
  host: VaultHost,
  me: AccountId,
  first: string | UnlockingPasskey,
): Promise<ReadonlyArray<string> | AnewRefusal> {
  const refused = typeof first === "string" ? await refuseWeak(first) : undefined;
  if (refused) return refused;
  const { body, changes, recoveryGroups } = await prepareEnrolment(host, me, first);
  const reply = await host.server.call(BeginAnew, { body });
  if (reply.kind === "refused" && reply.refused === "too-soon") return reply.refused;
  if (reply.kind !== "done") return "offline";
  await host.store.commit([...forgetAll, ...changes, { remove: "enrolment", key: only }]);
  return recoveryGroups;
}

/** Whether somebody began anew in the person's name, whether that can still be cancelled, and whether this device is of before. */
export async function readLoss({ server, store }: VaultHost): Promise<Loss | undefined> {
  const reply = await server.call(ReadLoss, {});
  const { begunAt = null, mayCancel = false } = reply.kind === "done" ? reply.value : {};
  if (begunAt === null) return undefined;
  const [kept, logs] = await Promise.all([store.get("account", only), server.call(ListLogs, {})]);
  // Whoever begins anew has another log of their own from then on.
  const isNow = logs.kind === "done" && logs.value.logs.some(({ logId }) => logId === kept?.ownLog);
  return { begunAt, mayCancel, isHere: kept !== undefined && !isNow };
}

function isList(value: unknown): value is ReadonlyArray<unknown> {
  return Array.isArray(value);
}

/** What opens the identities of before, the newest first. */
async function formerRecords({ server }: VaultHost): Promise<ReadonlyArray<KeyRecords>> {
  const reply = await server.call(ReadFormerKeys, {});
  const list: unknown = reply.kind === "done" ? decode(reply.value, largest) : [];
  return (isList(list) ? list : []).flatMap((one) => {
    const [ring, slots] = isList(one) ? one : [];
    if (!(ring instanceof Uint8Array) || !isList(slots)) return [];
    return { ring, slots: slots.filter((slot) => slot instanceof Uint8Array), isFromServer: true };
  });
}

/** True where what was tried opens keys of before: somebody began anew since. */
export async function opensFormer(host: VaultHost, opens: (records: KeyRecords) => Promise<unknown>): Promise<boolean> {
  for (const records of await formerRecords(host)) if (typeof (await opens(records)) === "object") return true;
  return false;
}

/** Takes the keys of before back. The answer names the log of their own, by which a device knows whether it is one of theirs. */
export async function cancelAnew(
  { host, me }: Owner,
  secret: Secret,
): Promise<{ readonly ownLog: string } | CancelRefusal> {
  const current = await newestOwn(host);
  if (!current) return "offline";
  for (const records of await formerRecords(host)) {
    const opened = await withSecret(me, records, secret, async ({ secrets, facts }) => {
      const ownLog = uuidText(facts.ownLog);
      return { ownLog, reply: await disown(host, me, secrets, current) };
    });
    if (opened === "mistyped") return opened;
    if (opened === "wrong-secret") continue;
    const { ownLog, reply } = opened.value;
    // The keys that count, shown as others: whoever is brought to disown those has none.
    if (reply === "own-keys") continue;
    if (reply.kind === "done") return { ownLog };
    return reply.kind === "refused" && reply.refused === "readmitted" ? reply.refused : "offline";
  }
  return "wrong-secret";
}

async function newestOwn({ server }: VaultHost): Promise<Bundle | undefined> {
  const reply = await server.call(ReadMyKeys, {});
  const keys = reply.kind === "done" ? readMyKeys(reply.value) : undefined;
  const bundle = typeof keys === "object" ? await verifyBundle(keys.bundle) : undefined;
  return typeof bundle === "object" ? bundle : undefined;
}

async function disown({ server }: VaultHost, me: AccountId, secrets: IdentitySecrets, { iskHash }: Bundle) {
  const { isk, iskPublic } = await importIdentity(secrets);
  if (equal(iskHashOf(iskPublic), iskHash)) return "own-keys" as const;
  const record = makeDisowning({ user: userOf(me), iskHash });
  return server.call(CancelAnew, { body: await signKeysChange(isk, record) });
}
