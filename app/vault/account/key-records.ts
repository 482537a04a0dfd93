/** The owner's key records: from the server, or what this device kept for an unlock without a connection. */
import {
  type Amk,
  type IdentitySecrets,
  type OpenDoor,
  type RingFacts,
  type SlotDoor,
  decode,
  equal,
  openRing,
  openSlot,
  readSlot,
  shutDoor,
} from "@oakroom/crypto";
import { ReadMyKeys } from "../../features/room/log/keys/schema.ts";
import type { AccountId } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { userOf } from "../ids.ts";
import { type AccountRecord, only } from "../store.ts";
import type { Secret, UnlockRefusal } from "../secrets.ts";
import { readMyKeys } from "../wire.ts";
import { readSecret, wipeSecret } from "./slot-secrets.ts";

/** Whose records are opened. */
export interface Owner {
  readonly host: VaultHost;
  readonly me: AccountId;
}

/** What it takes to unlock. */
export interface KeyRecords {
  readonly ring: Uint8Array;
  readonly slots: ReadonlyArray<Uint8Array>;
  /** False where they are what this device kept. */
  readonly isFromServer: boolean;
  /** What a restored server shows, where this device knows newer ones: these are in their place, and are to be put back. */
  readonly older?: Older | undefined;
  /** The other ring that a restore left about: the newer of the two counts, and what the other one holds besides is kept. */
  readonly beside?: KeyRecords | undefined;
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
    const shown: KeyRecords = { ring, slots, isFromServer: true };
    const isSince = generation > (kept?.ringGeneration ?? generation);
    if (!kept || !isSince || equal(kept.ring, ring)) return shown;
    const ringVersion = ringVersionOf(ring);
    const known = { ring: kept.ring, slots: kept.slots, isFromServer: true, older: { ringVersion, slots } };
    return ringVersion > kept.ringVersion ? { ...shown, beside: known } : { ...known, beside: shown };
  }
  return kept && kept.isListed ? { ring: kept.ring, slots: kept.slots, isFromServer: false } : "offline";
}

/** So many slots of a kind are tried: for a passphrase each costs seconds, and a person has one or two; passkeys cost nothing. */
const mostSlots = { passphrase: 4, recovery: 4, passkey: 20 } as const;

/** What is lent while the records are open. */
export interface OpenRecords {
  readonly amk: Amk;
  readonly facts: RingFacts;
  readonly secrets: OpenSecrets;
}

/** The secrets with every slot that there is. */
export interface OpenSecrets extends IdentitySecrets {
  readonly doors: ReadonlyArray<SlotDoor>;
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
      const opened = await openSlot(slot, user, slotSecret, (amk, door) =>
        openRing(amk, ring, user, (facts, secrets) => use({ amk, facts, secrets: withDoors(secrets, slots, door) })),
      );
      if (typeof opened === "object" && typeof opened.value === "object") return opened.value;
    }
    return "wrong-secret";
  } finally {
    wipeSecret(slotSecret);
  }
}

/** A ring of before doors were takes them up: those of all slots that are shown, and the one that was just opened. */
function withDoors(secrets: IdentitySecrets, slots: ReadonlyArray<Uint8Array>, opened?: OpenDoor): OpenSecrets {
  const listed = secrets.doors === "none" ? slots.flatMap((slot) => shutDoor(slot) ?? []) : secrets.doors;
  const others = listed.filter(({ slot }) => !opened || !equal(slot, opened.slot));
  return { ...secrets, doors: opened ? [...others, opened] : others };
}

/** Opens the owner's own records for an act, never older ones than this device knows. */
export async function withOwnKeys<T>(
  { host, me }: Owner,
  secret: Secret,
  use: (open: OpenRecords, records: KeyRecords) => Promise<T>,
): Promise<{ readonly value: T } | UnlockRefusal> {
  const kept = await host.store.get("account", only);
  const records = await fetchKeyRecords(host, kept);
  if (typeof records === "string") return records;
  const opened = await withSecret(me, records, secret, async (open) =>
    open.facts.version < (kept?.ringVersion ?? 0) ? {} : { done: { value: await use(open, records) } },
  );
  return typeof opened === "string" ? opened : (opened.value.done ?? "stopped");
}

/** Opens the ring with the master key itself, as a device that another one lets in holds it. */
export async function withAmk<T>(
  me: AccountId,
  { ring, slots }: KeyRecords,
  amk: Amk,
  use: (open: OpenRecords) => Promise<T>,
): Promise<{ readonly value: T } | "wrong-secret"> {
  const opened = await openRing(amk, ring, userOf(me), (facts, secrets) =>
    use({ amk, facts, secrets: withDoors(secrets, slots) }),
  );
  return typeof opened === "object" ? opened : "wrong-secret";
}

/** The word for what a secret's refusal means to the one who typed it. */
export type SecretRefusal = Extract<UnlockRefusal, "wrong-secret" | "mistyped">;
