/** The owner's key records: from the server, or what this device kept for an unlock without a connection. */
import { type Amk, type IdentitySecrets, type RingFacts, decode, openRing, openSlot, readSlot } from "@oakroom/crypto";
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
  /** What a restored server shows, where this device knows newer ones: these are in their place, and are to be put back. */
  readonly older?: Older | undefined;
}

/** Records of before a restore. */
export interface Older {
  readonly ringVersion: number;
  readonly slots: ReadonlyArray<Uint8Array>;
}

/** The version that a ring names; 0 for what is no ring. */
function ringVersionOf(ring: Uint8Array): number {
  const fields: unknown = decode(ring);
  const version: unknown = Array.isArray(fields) ? fields[2] : 0;
  return typeof version === "number" ? version : 0;
}

/** Fetches the owner's key records. `generation` is the server's, as far as it is known. */
export async function fetchKeyRecords(
  host: VaultHost,
  kept: AccountRecord | undefined,
  generation = kept?.generation ?? 0,
): Promise<KeyRecords | "no-keys" | "offline"> {
  const reply = await host.server.call(ReadMyKeys, {});
  const records = reply.kind === "done" ? readMyKeys(reply.value) : undefined;
  if (records === "none") return "no-keys";
  if (records) {
    const { ring, slots } = records;
    const ringVersion = ringVersionOf(ring);
    const isBehind = generation > (kept?.ringGeneration ?? generation) && ringVersion < (kept?.ringVersion ?? 0);
    if (kept && isBehind)
      return { ring: kept.ring, slots: kept.slots, isFromServer: true, older: { ringVersion, slots } };
    return { ring, slots, isFromServer: true };
  }
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
