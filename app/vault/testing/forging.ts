/** What a person can seal with everything that a device of theirs holds: its key, its chain, the room's key. Imported by tests alone. */
import { type EpochKey, encodeEvent, hex, id, nextPlace, readItem, restoreLog, sealItem, utf8 } from "@oakroom/crypto";
import { type LogId, uuidBytes } from "../../values/id.ts";
import { type TestDevice, freshUuid } from "./people.ts";

/** What of an item is bent. */
export interface Forged {
  readonly itemId?: string;
  /** The item's hash comes before this one. */
  readonly below?: string | undefined;
  /** So many places after the next one: what stands before it is withheld. */
  readonly ahead?: number;
}

/** An event as an item holds it. */
export function eventBytes(type: string, payload: unknown): Uint8Array {
  return encodeEvent({ type, version: 1, at: 1_790_000_000_000, payload: utf8(JSON.stringify(payload)) });
}

/** The hash of an item, as hex. */
export function hashOfItem(bytes: Uint8Array): string {
  const item = readItem(bytes);
  if (typeof item === "string") throw new Error(item);
  return hex(item.hash);
}

/** Seals items one after the other on the chain of a device, as it lies in its store. */
export async function forger({ store, account }: Pick<TestDevice, "store" | "account">, room: LogId) {
  const kept = await store.get("account", ["", 0]);
  const record = await store.get("log", [room, 0]);
  const packs = (await store.list("verified", room)).flatMap(({ value }) => value);
  const log = record?.saved && (await restoreLog(record.saved, packs));
  const key: EpochKey | undefined = (await store.list("epochKey", room)).at(-1)?.value;
  if (!kept || !log || !key) throw new Error("this device lacks something");
  const author = id("user", uuidBytes(account));
  const device = id("device", uuidBytes(kept.device));
  const seal = async (plaintext: Uint8Array, { itemId, below, ahead = 0 }: Forged = {}): Promise<Uint8Array> => {
    const place = nextPlace(log, author, device);
    const header = {
      ...place,
      author,
      logKind: "room" as const,
      kind: "content" as const,
      itemId: id("item", uuidBytes(itemId ?? freshUuid())),
    };
    const { dsk } = kept.keys;
    // Any hash that nobody has seen stands for what is withheld.
    const withheld = ahead > 0 ? { previous: (await sealItem(dsk, key, header, plaintext)).hash } : {};
    for (;;) {
      const { bytes, hash } = await sealItem(dsk, key, { ...header, ...withheld, seq: place.seq + ahead }, plaintext);
      if (below === undefined || hex(hash) < below) return bytes;
    }
  };
  return { log, place: () => nextPlace(log, author, device), seal, keys: kept.keys };
}
