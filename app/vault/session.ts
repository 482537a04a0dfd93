/** What an unlocked vault holds, and passes to the logs it keeps. */
import {
  type DeviceId as DeviceBytes,
  type DeviceKeys,
  type Iek,
  type IskPublic,
  type UserId,
  id,
} from "@oakroom/crypto";
import { AccountId, type DeviceId, uuidBytes, uuidText } from "../values/id.ts";
import type { BundleBook } from "./account/bundles.ts";
import type { VaultHost } from "./host.ts";

/** The keys and facts of an unlocked account on this device. */
export interface Session {
  readonly host: VaultHost;
  readonly me: AccountId;
  readonly user: UserId;
  readonly device: DeviceId;
  readonly deviceBytes: DeviceBytes;
  readonly keys: DeviceKeys;
  readonly iskPublic: IskPublic;
  /** Oldest first; the last one is current. */
  readonly ieks: ReadonlyArray<Iek>;
  /** Seals what is readable on this device. */
  readonly readableKey: CryptoKey;
  readonly bundles: BundleBook;
  /** Aborted once locked: whatever is still under way ends without a trace. */
  readonly ending: AbortController;
}

/** An account's id as records hold it. */
export function userOf(account: AccountId): UserId {
  return id("user", uuidBytes(account));
}

/** The account that a record names. The verifier has checked that it is a member, so the id has our form. */
export function accountOf(user: Uint8Array): AccountId {
  return AccountId.parse(uuidText(user));
}
