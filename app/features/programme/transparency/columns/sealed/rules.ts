/** The columns of what the server carries and cannot open: logs, keys, passkeys, and letters to contacts. */
import { type ColumnGroup, group, names } from "../meaning/rules.ts";

/** The tables by name. */
export const sealedTables: Readonly<Record<string, ReadonlyArray<ColumnGroup>>> = {
  device: [group(names, "account_id", "device_id", "sign_in_id"), group({ kept: "signIn" }, "seen_on")],
  disclosure: [
    group(names, "programme_id", "id"),
    group({ open: "disclosure" }, "sender_id", "contact_id", "sealed", "sent_at", "taken_up_at"),
  ],
  disclosure_answer: [
    group(names, "programme_id", "disclosure_id", "id"),
    group({ open: "disclosure" }, "sealed", "sent_at"),
  ],
  disowned_keys: [group(names, "account_id"), group({ kept: "keys" }, "isk_hash", "change", "disowned_at")],
  former_bundle: [group(names, "account_id", "number"), group({ kept: "keys" }, "version", "bytes", "arrived_at")],
  former_keys: [
    group(names, "account_id", "number", "own_log_id"),
    group({ kept: "keys" }, "bundle_version", "iek_version", "ring_version", "ring", "enrolled_at", "lost_at"),
  ],
  former_slot: [
    group(names, "account_id", "number", "slot_id"),
    group({ kept: "keys" }, "kind", "bytes", "arrived_at"),
  ],
  former_wrap: [
    group(names, "account_id", "number", "log_id"),
    group({ kept: "keys" }, "epoch", "iek_version", "bytes"),
  ],
  key_bundle: [group(names, "account_id"), group({ kept: "keys" }, "version", "bytes", "arrived_at")],
  key_holder: [
    group(names, "account_id", "own_log_id"),
    group({ kept: "keys" }, "bundle_version", "iek_version", "ring_version", "ring", "enrolled_at"),
  ],
  key_slot: [group(names, "account_id", "slot_id"), group({ kept: "keys" }, "kind", "bytes", "arrived_at")],
  log: [
    group(names, "id"),
    group(
      { kept: "sealedItems" },
      "kind",
      "last_number",
      "last_epoch",
      "opened_at",
      "closed_at",
      "resting_since",
      "paused_since",
    ),
  ],
  log_entry: [
    group(names, "log_id"),
    group({ kept: "sealedItems" }, "number", "kind", "author_id", "device_id", "seq", "hash", "bytes", "arrived_at"),
  ],
  log_behind: [
    group(names, "log_id", "account_id"),
    group({ technical: "so that keys that come back after a restore find their place" }, "until"),
  ],
  log_epoch: [group(names, "log_id"), group({ kept: "keys" }, "n", "number", "hash")],
  log_gone: [group(names, "log_id"), group({ kept: "sealedItems" }, "how", "at")],
  log_member: [group({ open: "pair" }, "log_id", "account_id")],
  log_wrap: [group(names, "log_id", "account_id"), group({ kept: "keys" }, "epoch", "iek_version", "bytes")],
  pairing: [
    group(names, "account_id"),
    group({ kept: "keys" }, "request", "answer"),
    group({ technical: "so that a new device is given its keys once, within ten minutes" }, "mailbox", "expires_at"),
  ],
  passkey: [
    group(names, "account_id", "id"),
    group({ kept: "signIn" }, "credential", "public_key", "counter", "created_at"),
  ],
  passkey_challenge: [
    group(names, "account_id"),
    group({ technical: "so that a passkey's answer counts once" }, "challenge_hash", "expires_at"),
  ],
};
