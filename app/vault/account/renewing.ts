/** Sealing everything anew: a master key, the next ring under it, and each slot by its door. The server takes them whole, or not at all. */
import {
  type Amk,
  importIdentity,
  isOpenDoor,
  makeRenewal,
  makeRing,
  newAmk,
  own,
  readSlot,
  sealSlot,
  signKeysChange,
} from "@oakroom/crypto";
import { RenewKeys } from "../../features/room/log/keys/schema.ts";
import { uuidText } from "../../values/id.ts";
import { userOf } from "../ids.ts";
import { type Change, only } from "../store.ts";
import type { KeyRecords, OpenRecords, Owner } from "./key-records.ts";

/**
 * Renews what is in `open`: its secrets, doors among them, are those of the new ring. What was sealed before opens nothing of it. Only where
 * a passphrase or a code has been used by nobody since doors are, the master key stays, for without its door nobody could seal for it; a
 * passkey like that opens nothing until it was used beside another way. `more` is kept in the same step. False where it was not taken.
 */
export async function renewKeys(
  { host, me }: Owner,
  { slots, isFromServer }: KeyRecords,
  { amk: former, facts, secrets }: OpenRecords,
  more: ReadonlyArray<Change> = [],
): Promise<boolean> {
  if (!isFromServer) return false;
  const user = userOf(me);
  const open = secrets.doors.filter(isOpenDoor);
  const shut = secrets.doors.filter((door) => !isOpenDoor(door));
  const keeps = shut.some(({ type }) => type !== "passkey");
  const left = keeps ? slots.filter((slot) => shut.some((door) => uuidText(door.slot) === slotIdOf(slot))) : [];
  const next = { ...facts, version: facts.version + 1 };
  const { isk } = await importIdentity(secrets);
  const renew = async (amk: Amk): Promise<boolean> => {
    const sealed = await Promise.all(open.map((door) => sealSlot(amk, user, door)));
    const ring = await makeRing(amk, next, { ...secrets, doors: keeps ? secrets.doors : open });
    const all = [...left.map(own), ...sealed];
    const body = await signKeysChange(isk, makeRenewal({ user, ring, slots: all }));
    if ((await host.server.call(RenewKeys, { body })).kind !== "done") return false;
    const kept = await host.store.get("account", only);
    const account = kept && { ...kept, ring, slots: all, ringVersion: next.version };
    await host.store.commit([...more, ...(account ? [{ put: "account", key: only, value: account } as const] : [])]);
    return true;
  };
  return keeps ? renew(former) : newAmk(renew);
}

function slotIdOf(slot: Uint8Array): string | undefined {
  const facts = readSlot(slot);
  return typeof facts === "object" ? uuidText(facts.slot) : undefined;
}
