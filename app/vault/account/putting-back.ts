/** Puts the owner's newer key records in the place of those that a restored server shows: also what was removed since goes again. */
import { type IskKey, makeRing, makeSlotRemoval, own, readSlot, signKeysChange } from "@oakroom/crypto";
import { PutRing, PutSlot, RemoveSlot } from "../../features/room/log/keys/schema.ts";
import { uuidText } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import type { KeyRecords, OpenRecords } from "./key-records.ts";

/**
 * Slots first, then the ring, one version after the other up to the one before `facts`, which the unlock writes itself. False where
 * something got no answer: nothing is remembered, and the next unlock begins here.
 */
export async function putBack(
  { server }: VaultHost,
  isk: IskKey,
  { slots, older }: KeyRecords,
  { amk, facts, secrets }: OpenRecords,
): Promise<boolean> {
  if (!older) return true;
  for (const slot of slots)
    if ((await server.call(PutSlot, { body: await signKeysChange(isk, own(slot)) })).kind !== "done") return false;
  const kept = new Set(slots.map(idOf));
  for (const slot of older.slots) {
    const known = readSlot(slot);
    if (typeof known === "string" || kept.has(idOf(slot))) continue;
    const removal = makeSlotRemoval({ user: known.user, slot: known.slot });
    if ((await server.call(RemoveSlot, { body: await signKeysChange(isk, removal) })).kind === "offline") return false;
  }
  for (let version = older.ringVersion + 1; version < facts.version; version += 1) {
    const ring = await makeRing(amk, { ...facts, version }, secrets);
    if ((await server.call(PutRing, { body: await signKeysChange(isk, ring) })).kind === "offline") return false;
  }
  return true;
}

function idOf(slot: Uint8Array): string {
  const facts = readSlot(slot);
  return typeof facts === "object" ? uuidText(facts.slot) : "";
}
