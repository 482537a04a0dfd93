/** What the verifier of a log says. */
import type { Unreadable } from "./cbor.ts";
import type { Epoch } from "./epoch.ts";
import type { Item, ItemRefusal, LogKind } from "./item.ts";
import type { Readmit } from "./readmit.ts";
import type { Branded, DeviceId, LogId, RecordHash, UserId } from "./values.ts";

/** A record of a chain. */
export type LogRecord = Item | Epoch | Readmit;

/** A record that has its place in the log for good. */
export interface Verified {
  readonly hash: RecordHash;
  readonly author: UserId;
  readonly device: DeviceId;
  readonly seq: number;
  readonly type: LogRecord["type"];
  /** The number of an epoch, or of the epoch an item is sealed under; of the last one that a readmit leaves closed, 0 with history. */
  readonly epoch: number;
  /** What it follows: the record before it in its chain (where there is one), then its seen heads. */
  readonly parents: ReadonlyArray<RecordHash>;
  /** True where it holds its place in the chain and is never folded. */
  readonly void: boolean;
}

/**
 * Why a record is kept aside: something it needs is not here (yet). Hand it in again with what arrives later.
 * `gap` and `missing-seen`: `missing` names the records; the record itself is authentic, so its content may be shown after a gap.
 * `unknown-device`, `newer-bundle`, `new-bundle`: a bundle is lacking. `waits-for-cut`: its device is retired, and the cut is not here.
 */
export type AsideReason = "gap" | "missing-seen" | "unknown-device" | "newer-bundle" | "new-bundle" | "waits-for-cut";

/**
 * Why a record counts for nothing. With `verified`, its author did sign it and its place in the chain is taken (void), so that
 * what follows it stays readable; without, the bytes are nothing. `fork` and `epoch-fork` stop the client.
 */
export type RejectReason =
  | ItemRefusal
  | "wrong-log"
  | "not-a-member"
  | "bad-signature"
  | "fork"
  | "epoch-fork"
  | "bad-seen-heads"
  | "wrong-epoch"
  | "not-in-epoch"
  | "after-cut"
  | "wrong-members"
  | "wrong-identity"
  | "wrong-bundle"
  | "unknown-checkpoint"
  | "wrong-readmit";

/** What was accepted before and no longer counts, since a chain now ends earlier. */
export interface Undone {
  /** Fold again without these, and save them anew. */
  readonly voided: ReadonlyArray<Verified>;
  /** True where a readmit is among them: start the log anew, bundles and cuts first, then all records. */
  readonly rebuild: boolean;
}

/** What a record is worth. */
export type Verdict =
  | {
      readonly result: "accepted";
      readonly record: LogRecord;
      readonly verified: Verified;
      /** True where everything verified so far is behind it: a fold may append it without ordering anew. */
      readonly newest: boolean;
      /** What a readmit ended. */
      readonly undone?: Undone;
    }
  /** It was verified before; nothing changes. */
  | { readonly result: "known"; readonly hash: RecordHash }
  | {
      readonly result: "aside";
      readonly because: AsideReason;
      readonly record: LogRecord;
      readonly missing: ReadonlyArray<RecordHash>;
    }
  | { readonly result: "rejected"; readonly because: RejectReason; readonly verified?: Verified };

/** Why a cut is not taken. `cut-fork` (it names another record than the one here) stops the client. */
export type CutRefusal =
  | Unreadable
  | "wrong-log"
  | "not-a-member"
  | "unknown-device"
  | "not-retired"
  | "bad-signature"
  | "cut-fork";

/** The verifier's memory of one log. Opaque; changed by the `take…` functions alone. */
export type Log = Branded<{ readonly log: LogId; readonly logKind: LogKind }, "Log">;
