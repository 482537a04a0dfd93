/** Passkeys of one's own: what the keys say about them, and the slots by which they open. Each act asks for a secret again. */
import {
  id,
  importIdentity,
  makeAddressRecord,
  makePasskeyRecord,
  makeSlot,
  makeSlotRemoval,
  own,
  signKeysChange,
  utf8,
} from "@oakroom/crypto";
import { PutSlot } from "../../features/room/log/keys/schema.ts";
import { uuidBytes } from "../../values/id.ts";
import { userOf } from "../ids.ts";
import type { AddressToSign, NewPasskey, Secret, SignedPasskey, UnlockRefusal, UnlockingPasskey } from "../secrets.ts";
import { only } from "../store.ts";
import type { Owner } from "./fresh.ts";
import { type OpenRecords, fetchKeyRecords, withSecret } from "./key-records.ts";
import { passkeySecret, wipeSecret } from "./slot-secrets.ts";

/** Opens the owner's records with a secret, and lends what is inside. */
async function opened<T>(
  { host, me }: Owner,
  secret: Secret,
  use: (open: OpenRecords) => Promise<T>,
): Promise<{ readonly value: T } | UnlockRefusal> {
  const records = await fetchKeyRecords(host, await host.store.get("account", only));
  return typeof records === "string" ? records : withSecret(me, records, secret, use);
}

/** The signed slot by which a passkey opens the keys. */
async function slotFor({ me }: Owner, { amk, secrets }: OpenRecords, { id: passkeyId, passkey }: UnlockingPasskey) {
  const secret = passkeySecret(passkey);
  try {
    const slot = await makeSlot(amk, userOf(me), id("slot", uuidBytes(passkeyId)), secret);
    const { isk } = await importIdentity(secrets);
    return { slot, change: await signKeysChange(isk, slot) };
  } finally {
    wipeSecret(secret);
  }
}

/** What this device remembers of the slots, for an unlock without a connection and for the ways it shows. */
async function remember({ host }: Owner, slot: Uint8Array): Promise<void> {
  const kept = await host.store.get("account", only);
  if (kept) await host.store.commit([{ put: "account", key: only, value: { ...kept, slots: [...kept.slots, slot] } }]);
}

/** Signs that a passkey may sign in, and seals the keys for it where it can open them. Sends nothing. */
export async function signPasskey(
  owner: Owner,
  secret: Secret,
  { id: passkeyId, credential, passkey }: NewPasskey,
): Promise<SignedPasskey | UnlockRefusal> {
  const signed = await opened(owner, secret, async (open) => {
    const { isk } = await importIdentity(open.secrets);
    const slotId = id("slot", uuidBytes(passkeyId));
    const record = makePasskeyRecord({ user: userOf(owner.me), slot: slotId, credential: own(credential) });
    const slot = passkey && (await slotFor(owner, open, { id: passkeyId, passkey }));
    if (slot) await remember(owner, slot.slot);
    return { change: await signKeysChange(isk, record), slot: slot?.change };
  });
  return typeof signed === "string" ? signed : signed.value;
}

/** Opens the keys and changes nothing: for whoever wants to know that their code, or their passphrase, works. */
export async function checkSecret(owner: Owner, secret: Secret): Promise<UnlockRefusal | undefined> {
  const tried = await opened(owner, secret, async () => ({}));
  return typeof tried === "string" ? tried : undefined;
}

/** Seals the keys for a passkey that signs in already. */
export async function openWithPasskey(
  owner: Owner,
  secret: Secret,
  passkey: UnlockingPasskey,
): Promise<UnlockRefusal | undefined> {
  const put = await opened(owner, secret, async (open) => {
    const { slot, change } = await slotFor(owner, open, passkey);
    const reply = await owner.host.server.call(PutSlot, { body: change });
    if (reply.kind === "done") await remember(owner, slot);
    return reply.kind;
  });
  if (typeof put === "string") return put;
  return put.value === "done" ? undefined : "offline";
}

/** Signs that a passkey goes, with the slot of its id. Sends nothing. */
export async function signPasskeyRemoval(
  owner: Owner,
  secret: Secret,
  passkeyId: string,
): Promise<Uint8Array | UnlockRefusal> {
  const signed = await opened(owner, secret, async ({ secrets }) => {
    const { isk } = await importIdentity(secrets);
    return {
      change: await signKeysChange(
        isk,
        makeSlotRemoval({ user: userOf(owner.me), slot: id("slot", uuidBytes(passkeyId)) }),
      ),
    };
  });
  return typeof signed === "string" ? signed : signed.value.change;
}

/** Signs that the person wants an address in a place, in the change with this id. Sends nothing. */
export async function signAddress(
  owner: Owner,
  secret: Secret,
  { id: change, use, address }: AddressToSign,
): Promise<Uint8Array | UnlockRefusal> {
  const signed = await opened(owner, secret, async ({ secrets }) => {
    const { isk } = await importIdentity(secrets);
    const said = { user: userOf(owner.me), change: own(uuidBytes(change)), use, address: utf8(address) };
    return { change: await signKeysChange(isk, makeAddressRecord(said)) };
  });
  return typeof signed === "string" ? signed : signed.value.change;
}
