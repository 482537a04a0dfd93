/** By which ways somebody can unlock. */
import { readSlot } from "@oakroom/crypto";
import type { Way } from "../secrets.ts";
import { only } from "../store.ts";
import type { Owner } from "./fresh.ts";
import { fetchKeyRecords } from "./key-records.ts";

/** The ways of unlocking among some slots, each once. */
export function waysAmong(slots: ReadonlyArray<Uint8Array>): ReadonlyArray<Way> {
  const kinds = slots.map((slot) => readSlot(slot)).flatMap((facts) => (typeof facts === "object" ? facts.type : []));
  return [...new Set(kinds)];
}

/** The ways of unlocking: as the server says, or as this device remembers. */
export async function waysToUnlock({ host }: Owner): Promise<ReadonlyArray<Way>> {
  const records = await fetchKeyRecords(host, await host.store.get("account", only));
  return typeof records === "string" ? [] : waysAmong(records.slots);
}
