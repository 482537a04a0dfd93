/** Showing one item to somebody outside (C29). */
import { equal, makeProof, openItem } from "@oakroom/crypto";
import { sealedItems } from "./log/loading.ts";
import type { Room } from "./room.ts";

/** Writes the proof of one item: it, and nothing else. */
export async function proofOf({ log }: Room, item: string): Promise<Uint8Array | "no-such-item"> {
  const line = log.memory.find(item);
  if (!line) return "no-such-item";
  await log.saver.written();
  const [sealed] = await sealedItems(log.session, log.id, (hash) => hash === line.hash);
  const key = log.epochs.keyOf(line.epoch);
  if (!sealed || !key) return "no-such-item";
  const opened = await openItem(key, sealed);
  const bundle = log.session.bundles
    .of(line.author)
    .findLast(({ devices }) => devices.some(({ device }) => equal(device, sealed.header.device)));
  return typeof opened === "string" || !bundle ? "no-such-item" : makeProof(sealed, opened, bundle);
}
