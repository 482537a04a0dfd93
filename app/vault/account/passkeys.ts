/** Passkeys of one's own: what the keys say about them, and the slots by which they open. Each act asks for a secret again. */
import {
  type OpenDoor,
  equal,
  id,
  importIdentity,
  makeAddressRecord,
  makeDoor,
  makePasskeyRecord,
  makeRing,
  makeSlotRemoval,
  own,
  sealSlot,
  signKeysChange,
  utf8,
  wipe,
} from "@oakroom/crypto";
import { uuidBytes } from "../../values/id.ts";
import { userOf } from "../ids.ts";
import type { AddressToSign, NewPasskey, Secret, SignedPasskey, UnlockRefusal, UnlockingPasskey } from "../secrets.ts";
import { only } from "../store.ts";
import { type OpenRecords, type Owner, withOwnKeys } from "./key-records.ts";
import { renewKeys } from "./renewing.ts";
import { passkeySecret, wipeSecret } from "./slot-secrets.ts";

/** The secrets with the door of a passkey, lent. */
async function withPasskey<T>(
  { me }: Owner,
  { secrets }: OpenRecords,
  { id: passkeyId, passkey }: UnlockingPasskey,
  use: (secrets: OpenRecords["secrets"], door: OpenDoor) => Promise<T>,
): Promise<T> {
  const slot = id("slot", uuidBytes(passkeyId));
  const secret = passkeySecret(passkey);
  const door = await makeDoor(userOf(me), slot, secret);
  wipeSecret(secret);
  const others = secrets.doors.filter((one) => !equal(one.slot, slot));
  try {
    return await use({ ...secrets, doors: [...others, door] }, door);
  } finally {
    wipe(door.key.psk);
  }
}

/** The slot by which a new passkey opens the keys, and the ring that lists it, for when the server has taken both. */
function slotFor(owner: Owner, open: OpenRecords, passkey: UnlockingPasskey) {
  return withPasskey(owner, open, passkey, async (secrets, door) => {
    const { amk, facts } = open;
    const { isk } = await importIdentity(secrets);
    const slot = await sealSlot(amk, userOf(owner.me), door);
    const ring = await makeRing(amk, { ...facts, version: facts.version + 1 }, secrets);
    return { slot, change: await signKeysChange(isk, slot), ring: await signKeysChange(isk, ring) };
  });
}

/** What this device remembers of the slots, for an unlock without a connection and for the ways it shows. */
async function remember({ host }: Owner, slot: Uint8Array): Promise<void> {
  const kept = await host.store.get("account", only);
  if (kept) await host.store.commit([{ put: "account", key: only, value: { ...kept, slots: [...kept.slots, slot] } }]);
}

/** What the keys say about a new passkey, with the change that lists its door once the server has it. */
export interface AddedPasskey {
  readonly signed: SignedPasskey;
  readonly ring: Uint8Array | undefined;
}

/** Signs that a passkey may sign in, and seals the keys for it where it can open them. Sends nothing. */
export async function signPasskey(
  owner: Owner,
  secret: Secret,
  { id: passkeyId, credential, passkey }: NewPasskey,
): Promise<AddedPasskey | UnlockRefusal> {
  const added = await withOwnKeys(owner, secret, async (open) => {
    const { isk } = await importIdentity(open.secrets);
    const slotId = id("slot", uuidBytes(passkeyId));
    const record = makePasskeyRecord({ user: userOf(owner.me), slot: slotId, credential: own(credential) });
    const made = passkey && (await slotFor(owner, open, { id: passkeyId, passkey }));
    if (made) await remember(owner, made.slot);
    return { signed: { change: await signKeysChange(isk, record), slot: made?.change }, ring: made?.ring };
  });
  return typeof added === "string" ? added : added.value;
}

/** Opens the keys and changes nothing: for whoever wants to know that their code, or their passphrase, works. */
export async function checkSecret(owner: Owner, secret: Secret): Promise<UnlockRefusal | undefined> {
  const tried = await withOwnKeys(owner, secret, async () => undefined);
  return typeof tried === "string" ? tried : undefined;
}

/** Seals the keys for a passkey that signs in already. */
export async function openWithPasskey(
  owner: Owner,
  secret: Secret,
  passkey: UnlockingPasskey,
): Promise<UnlockRefusal | undefined> {
  const put = await withOwnKeys(owner, secret, (open, records) =>
    withPasskey(owner, open, passkey, (secrets) => renewKeys(owner, records, { ...open, secrets })),
  );
  if (typeof put === "string") return put;
  return put.value ? undefined : "offline";
}

/** Signs that a passkey goes, once everything is sealed anew for the other ways: a copy of its slot opens nothing from then on. */
export async function signPasskeyRemoval(
  owner: Owner,
  secret: Secret,
  passkeyId: string,
): Promise<Uint8Array | UnlockRefusal> {
  const slot = id("slot", uuidBytes(passkeyId));
  const signed = await withOwnKeys(owner, secret, async (open, records) => {
    const doors = open.secrets.doors.filter((door) => !equal(door.slot, slot));
    const secrets = { ...open.secrets, doors };
    // It may be one of two ways that there have to be: then the server says so.
    const isNeeded = doors.length < 2;
    const opened = doors.length < open.secrets.doors.length;
    if (opened && !isNeeded && !(await renewKeys(owner, records, { ...open, secrets }))) return "offline" as const;
    const { isk } = await importIdentity(secrets);
    return signKeysChange(isk, makeSlotRemoval({ user: userOf(owner.me), slot }));
  });
  return typeof signed === "string" ? signed : signed.value;
}

/** Signs that the person wants an address in a place, in the change with this id. Sends nothing. */
export async function signAddress(
  owner: Owner,
  secret: Secret,
  { id: change, use, address }: AddressToSign,
): Promise<Uint8Array | UnlockRefusal> {
  const signed = await withOwnKeys(owner, secret, async ({ secrets }) => {
    const { isk } = await importIdentity(secrets);
    const said = { user: userOf(owner.me), change: own(uuidBytes(change)), use, address: utf8(address) };
    return signKeysChange(isk, makeAddressRecord(said));
  });
  return typeof signed === "string" ? signed : signed.value;
}
