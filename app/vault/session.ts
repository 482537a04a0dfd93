/** What an unlocked vault holds, and passes to the logs it keeps. */
import { type DeviceId as DeviceBytes, type DeviceKeys, type Iek, type IskPublic, type UserId } from "@oakroom/crypto";
import type { AccountId, DeviceId } from "../values/id.ts";
import type { BundleBook } from "./account/bundles.ts";
import type { VaultHost } from "./host.ts";
import type { HostKey } from "./store.ts";

/** The keys and facts of an unlocked account on this device. */
export interface Session {
  readonly host: VaultHost;
  readonly me: AccountId;
  readonly user: UserId;
  readonly device: DeviceId;
  readonly deviceBytes: DeviceBytes;
  readonly keys: DeviceKeys;
  readonly iskPublic: IskPublic;
  /** Oldest first; the last one is current. A device that was lost makes them one longer. */
  ieks: ReadonlyArray<Iek>;
  /** Seals what is readable on this device. */
  readonly readableKey: HostKey;
  readonly bundles: BundleBook;
  /** Aborted once locked: whatever is still under way ends without a trace. */
  readonly ending: AbortController;
}
