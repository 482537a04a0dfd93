/** What asks for the passphrase or the recovery code again: new slots, and signatures with the identity key. */
import {
  type Amk,
  type SlotSecret,
  type SlotType,
  equal,
  id,
  importIdentity,
  makeRecoverySecret,
  makeSlot,
  readSlot,
  recoveryGroups,
  signAgreement,
  wipe,
} from "@oakroom/crypto";
import { PutSlot } from "../../features/room/log/keys/schema.ts";
import { toBase64url } from "../../values/bytes.ts";
import { type AccountId, uuidBytes } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { bytesToSign } from "../log/signed.ts";
import type { Room } from "../room.ts";
import { userOf } from "../ids.ts";
import { type AccountRecord, only } from "../store.ts";
import type { Secret, TextToSign, UnlockRefusal } from "../vault.ts";
import { newUuid } from "./enrolling.ts";
import { type KeyRecords, fetchKeyRecords, withSecret } from "./key-records.ts";

/** Whose records are opened. */
export interface Owner {
  readonly host: VaultHost;
  readonly me: AccountId;
}

/** Replaces the slot of a kind by one with a new secret. */
async function replaceSlot({ host, me }: Owner, secret: Secret, made: SlotSecret): Promise<UnlockRefusal | undefined> {
  const kept = await host.store.get("account", only);
  const records = await fetchKeyRecords(host, kept);
  if (typeof records === "string") return records;
  if (!records.isFromServer) return "offline";
  const opened = await withSecret(me, records, secret, ({ amk }) => sendSlot(host, me, records, amk, made));
  if (typeof opened === "string") return opened;
  const { value: slot } = opened;
  if (!slot) return "offline";
  if (kept) await keepSlot(host, kept, records, slot);
  return undefined;
}

async function sendSlot(
  host: VaultHost,
  me: AccountId,
  { slots }: KeyRecords,
  amk: Amk,
  made: SlotSecret,
): Promise<Uint8Array | undefined> {
  const before = slots
    .map((slot) => readSlot(slot))
    .find((facts) => typeof facts === "object" && facts.type === made.type);
  const slotId = typeof before === "object" ? before.slot : id("slot", uuidBytes(newUuid(host)));
  const slot = await makeSlot(amk, userOf(me), slotId, made);
  const reply = await host.server.call(PutSlot, { body: slot });
  return reply.kind === "done" ? slot : undefined;
}

async function keepSlot(
  host: VaultHost,
  kept: AccountRecord,
  { ring, slots }: KeyRecords,
  slot: Uint8Array,
): Promise<void> {
  const type = typeOf(slot);
  const others = slots.filter((one) => typeOf(one) !== type);
  await host.store.commit([{ put: "account", key: only, value: { ...kept, ring, slots: [...others, slot] } }]);
}

function typeOf(slot: Uint8Array): SlotType | undefined {
  const facts = readSlot(slot);
  return typeof facts === "object" ? facts.type : undefined;
}

/** Sets a new passphrase. */
export function replacePassphrase(
  owner: Owner,
  secret: Secret,
  passphrase: string,
): Promise<UnlockRefusal | undefined> {
  return replaceSlot(owner, secret, { type: "passphrase", passphrase });
}

/** Sets a new recovery code. */
export async function replaceRecoveryCode(
  owner: Owner,
  secret: Secret,
): Promise<ReadonlyArray<string> | UnlockRefusal> {
  const code = makeRecoverySecret();
  try {
    return (await replaceSlot(owner, secret, { type: "recovery", code })) ?? recoveryGroups(code);
  } finally {
    wipe(code);
  }
}

/** Signs texts of a room with the identity key, which is there only while the secret is at hand. */
export async function signTexts(
  { host, me }: Owner,
  room: Room,
  texts: ReadonlyArray<TextToSign>,
  secret: Secret,
): Promise<ReadonlyArray<string> | UnlockRefusal> {
  const records = await fetchKeyRecords(host, await host.store.get("account", only));
  if (typeof records === "string") return records;
  const opened = await withSecret(me, records, secret, async ({ secrets }) => {
    const identity = await importIdentity(secrets);
    if (!equal(identity.iskPublic, room.log.session.iskPublic)) return "stopped" as const;
    const messages = texts.map((text) => bytesToSign(room.log.id, room.parties, text));
    const signatures = await Promise.all(messages.map((message) => signAgreement(identity.isk, message)));
    return signatures.map(toBase64url);
  });
  return typeof opened === "string" ? opened : opened.value;
}
