/** What asks for the passphrase or the recovery code again: new slots, and signatures with the identity key. */
import {
  type IskKey,
  type SlotSecret,
  type SlotType,
  equal,
  id,
  importIdentity,
  makeRecoverySecret,
  makeRing,
  makeSlot,
  makeSlotRemoval,
  newAmk,
  readSlot,
  recoveryGroups,
  signAgreement,
  signKeysChange,
  wipe,
} from "@oakroom/crypto";
import { PutRing, PutSlot, RemoveSlot } from "../../features/room/log/keys/schema.ts";
import { toBase64url } from "../../values/bytes.ts";
import { type AccountId, uuidBytes } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { bytesToSign } from "../log/signed.ts";
import type { Room } from "../room.ts";
import { newUuid, userOf } from "../ids.ts";
import { type AccountRecord, only } from "../store.ts";
import type { Secret, UnlockRefusal } from "../secrets.ts";
import type { TextToSign } from "../vault.ts";
import { type KeyRecords, type OpenRecords, fetchKeyRecords, withSecret } from "./key-records.ts";
import { readSecret, wipeSecret } from "./slot-secrets.ts";

/** Whose records are opened. */
export interface Owner {
  readonly host: VaultHost;
  readonly me: AccountId;
}

/** The key records as they are after a change. */
type Renewed = Pick<AccountRecord, "ring" | "slots" | "ringVersion">;

/**
 * Replaces the slots of a kind by one with a new secret. The secret that unlocks, where it is the code and not the passphrase or
 * the other way round, is at hand too: then everything is sealed under a new master key, so that a slot of before, kept
 * somewhere, opens nothing new.
 */
async function replaceSlot(owner: Owner, secret: Secret, made: SlotSecret): Promise<UnlockRefusal | undefined> {
  const { host, me } = owner;
  const kept = await host.store.get("account", only);
  const records = await fetchKeyRecords(host, kept);
  if (typeof records === "string") return records;
  if (!records.isFromServer) return "offline";
  const other = readSecret(secret);
  if (other === "mistyped") return other;
  try {
    const opened = await withSecret(me, records, secret, async (open) =>
      keepsMasterKey(records, other, made)
        ? { renewed: await addSlot(owner, records, open, made) }
        : { renewed: await renewAll(owner, records, open, [made, other]) },
    );
    if (typeof opened === "string") return opened;
    const { renewed } = opened.value;
    if (!renewed) return "offline";
    if (kept) await host.store.commit([{ put: "account", key: only, value: { ...kept, ...renewed } }]);
    return undefined;
  } finally {
    wipeSecret(other);
  }
}

/** A passkey is not at hand to be sealed for anew, and a kind that nobody had replaces nothing. */
function keepsMasterKey({ slots }: KeyRecords, other: SlotSecret, made: SlotSecret): boolean {
  return other.type === made.type || other.type === "passkey" || !slots.some((slot) => typeOf(slot) === made.type);
}

/** A slot in the place of those of its kind, under the same master key: the slot of the other kind cannot be made anew. */
async function addSlot(
  { host, me }: Owner,
  { ring, slots }: KeyRecords,
  { amk, facts, secrets }: OpenRecords,
  made: SlotSecret,
): Promise<Renewed | undefined> {
  const before = slots.map((slot) => readSlot(slot)).find((one) => typeof one === "object" && one.type === made.type);
  const slotId = typeof before === "object" ? before.slot : id("slot", uuidBytes(newUuid(host)));
  const slot = await makeSlot(amk, userOf(me), slotId, made);
  const { isk } = await importIdentity(secrets);
  const change = await signKeysChange(isk, slot);
  if ((await host.server.call(PutSlot, { body: change })).kind !== "done") return undefined;
  const others = slots.filter((one) => typeOf(one) !== made.type);
  return { ring, slots: [...others, slot], ringVersion: facts.version };
}

/** New slots beside the old ones, then the ring under their key, then the old slots go: wherever it ends, one of both opens. */
function renewAll(
  { host, me }: Owner,
  { slots: before }: KeyRecords,
  { facts, secrets }: OpenRecords,
  made: ReadonlyArray<SlotSecret>,
): Promise<Renewed | undefined> {
  return newAmk(async (amk) => {
    const slots = await Promise.all(
      made.map((secret) => makeSlot(amk, userOf(me), id("slot", uuidBytes(newUuid(host))), secret)),
    );
    const ringVersion = facts.version + 1;
    const ring = await makeRing(amk, { ...facts, version: ringVersion }, secrets);
    const { isk } = await importIdentity(secrets);
    const put = await Promise.all(
      slots.map(async (slot) => host.server.call(PutSlot, { body: await signKeysChange(isk, slot) })),
    );
    const isPut = put.every(({ kind }) => kind === "done");
    const reply = isPut ? await host.server.call(PutRing, { body: await signKeysChange(isk, ring) }) : undefined;
    if (reply?.kind === "done") await removeSlots({ host, me }, isk, before);
    // Refused for certain: the new slots open nothing. Where no answer came they may be the ones that do.
    if (!isPut || reply?.kind === "refused") await removeSlots({ host, me }, isk, slots);
    return reply?.kind === "done" ? { ring, slots, ringVersion } : undefined;
  });
}

async function removeSlots({ host, me }: Owner, isk: IskKey, slots: ReadonlyArray<Uint8Array>): Promise<void> {
  const facts = slots.map((slot) => readSlot(slot)).filter((one) => typeof one === "object");
  await Promise.all(
    facts.map(async ({ slot }) => {
      const removal = makeSlotRemoval({ user: userOf(me), slot });
      return host.server.call(RemoveSlot, { body: await signKeysChange(isk, removal) });
    }),
  );
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
