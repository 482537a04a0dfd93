/** The owner's key records: from the server, or what this device kept for an unlock without a connection. */
import { type Amk, type IdentitySecrets, type RingFacts, openRing, openSlot, readSlot } from "@oakroom/crypto";
import { ReadMyKeys } from "../../features/room/log/keys/schema.ts";
import type { AccountId } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { userOf } from "../ids.ts";
import type { AccountRecord } from "../store.ts";
import type { Secret, UnlockRefusal } from "../secrets.ts";
import { readMyKeys } from "../wire.ts";
import { readSecret, wipeSecret } from "./slot-secrets.ts";

/** What it takes to unlock. */
export interface KeyRecords {
  readonly ring: Uint8Array;
  readonly slots: ReadonlyArray<Uint8Array>;
  /** False where they are what this device kept. */
  readonly isFromServer: boolean;
}

/** Fetches the owner's key records. */
export async function fetchKeyRecords(
  host: VaultHost,
  kept: AccountRecord | undefined,
): Promise<KeyRecords | "no-keys" | "offline"> {
  const reply = await host.server.call(ReadMyKeys, {});
  const records = reply.kind === "done" ? readMyKeys(reply.value) : undefined;
  if (records === "none") return "no-keys";
  if (records) return { ring: records.ring, slots: records.slots, isFromServer: true };
  return kept && kept.isListed ? { ring: kept.ring, slots: kept.slots, isFromServer: false } : "offline";
}

/** So many slots of a kind are tried: for a passphrase each costs seconds, and a person has one or two; passkeys cost nothing. */
const mostSlots = { passphrase: 4, recovery: 4, passkey: 20 } as const;

/** What is lent while the records are open. */
export interface OpenRecords {
  readonly amk: Amk;
  readonly facts: RingFacts;
  readonly secrets: IdentitySecrets;
}

/** Opens the records with a secret, lends what is inside, and zeroes it when `use` has ended. */
export async function withSecret<T>(
  me: AccountId,
  { ring, slots }: KeyRecords,
  secret: Secret,
  use: (open: OpenRecords) => Promise<T>,
): Promise<{ readonly value: T } | "wrong-secret" | "mistyped"> {
  const slotSecret = readSecret(secret);
  if (slotSecret === "mistyped") return "mistyped";
  const user = userOf(me);
  try {
    const fitting = slots.filter((slot) => {
      const facts = readSlot(slot);
      return typeof facts === "object" && facts.type === slotSecret.type;
    });
    for (const slot of fitting.slice(0, mostSlots[slotSecret.type])) {
      // One after the other: the memory of one is enough.
      const opened = await openSlot(slot, user, slotSecret, (amk) =>
        openRing(amk, ring, user, (ringFacts, secrets) => use({ amk, facts: ringFacts, secrets })),
      );
      if (typeof opened === "object" && typeof opened.value === "object") return opened.value;
    }
    return "wrong-secret";
  } finally {
    wipeSecret(slotSecret);
  }
}

/** Opens the ring with the master key itself, as a device that another one lets in holds it. */
export async function withAmk<T>(
  me: AccountId,
  { ring }: KeyRecords,
  amk: Amk,
  use: (open: OpenRecords) => Promise<T>,
): Promise<{ readonly value: T } | "wrong-secret"> {
  const opened = await openRing(amk, ring, userOf(me), (facts, secrets) => use({ amk, facts, secrets }));
  return typeof opened === "object" ? opened : "wrong-secret";
}

/** The word for what a secret's refusal means to the one who typed it. */
export type SecretRefusal = Extract<UnlockRefusal, "wrong-secret" | "mistyped">;
