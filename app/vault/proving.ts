/** Showing items to somebody outside (C29). */
import { type Item, equal, hex, makeProof, openItem } from "@oakroom/crypto";
import { sealedItems } from "./log/loading.ts";
import type { Room } from "./room.ts";

/** Writes the proofs of items, by hash or id: each shows its item, and nothing else. `undefined` for what is not here. */
export async function proofsOf(
  { log }: Room,
  items: ReadonlyArray<string>,
): Promise<ReadonlyArray<Uint8Array | undefined>> {
  await log.saver.written();
  const hashes = items.map((item) => log.memory.find(item)?.hash ?? "");
  const wanted = new Set(hashes);
  const sealed = await sealedItems(log.session, log.id, (hash) => wanted.has(hash));
  const made = await Promise.all(sealed.map(async (item) => [hex(item.hash), await proofOf(log, item)] as const));
  const proofs = new Map(made);
  return hashes.map((hash) => proofs.get(hash));
}

async function proofOf({ memory, epochs, session }: Room["log"], item: Item): Promise<Uint8Array | undefined> {
  const line = memory.line(hex(item.hash));
  const key = line && epochs.keyOf(line.epoch);
  if (!key) return undefined;
  const opened = await openItem(key, item);
  const bundle = session.bundles
    .of(line.author)
    .findLast(({ devices }) => devices.some(({ device }) => equal(device, item.header.device)));
  return typeof opened === "string" || !bundle ? undefined : makeProof(item, opened, bundle);
}
