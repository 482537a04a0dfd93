/** The session of a device that was left unlocked. */
import { equal, id } from "@oakroom/crypto";
import { type AccountId, uuidBytes } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { userOf } from "../ids.ts";
import type { Session } from "../session.ts";
import type { AccountRecord, UnlockedRecord } from "../store.ts";
import type { BundleBook } from "./bundles.ts";

/** The record of a device that has seen this generation. Keys that were made here are of the first one that it saw. */
export function inGeneration(kept: AccountRecord, generation: number): AccountRecord {
  return { ...kept, generation, ringGeneration: kept.ringGeneration ?? generation };
}

/** Makes a session from what this device kept. */
export function sessionOf(
  host: VaultHost,
  me: AccountId,
  { device, keys }: Pick<AccountRecord, "device" | "keys">,
  { iskPublic, ieks, readableKey }: UnlockedRecord,
  bundles: BundleBook,
): Session {
  const deviceBytes = id("device", uuidBytes(device));
  return {
    host,
    me,
    user: userOf(me),
    device,
    deviceBytes,
    keys,
    iskPublic,
    ieks,
    readableKey,
    bundles,
    ending: new AbortController(),
  };
}

/**
 * False on a device that was taken out, and on one that lacks the newest encryption key since another was: the keys are
 * closed then, and its owner opens them once more.
 */
export function holdsItsKeys(session: Session): boolean {
  const newest = session.bundles.of(session.me).at(-1);
  const listed = newest?.devices.find((one) => equal(one.device, session.deviceBytes));
  return !newest || (listed?.retired !== true && session.ieks.some(({ version }) => version === newest.iekVersion));
}
