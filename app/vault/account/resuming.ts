/** The session of a device that was left unlocked. */
import { id } from "@oakroom/crypto";
import { type AccountId, uuidBytes } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { userOf } from "../ids.ts";
import type { Session } from "../session.ts";
import type { AccountRecord, UnlockedRecord } from "../store.ts";
import type { BundleBook } from "./bundles.ts";

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
