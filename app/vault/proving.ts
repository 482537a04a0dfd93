/** Showing items to somebody outside (C29). */
import { type Bytes, type Item, decodeContent, equal, hex, makeLongProof, makeProof, openItem } from "@oakroom/crypto";
import { userOf } from "./ids.ts";
import { sealedItems } from "./log/loading.ts";
import type { Room } from "./room.ts";

type RoomLog = Room["log"];

/** Writes the proofs of items, by hash or id: each shows its item, and nothing else. `undefined` for what is not here, or is too long. */
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

async function proofOf(log: RoomLog, item: Item): Promise<Bytes | undefined> {
  const proven = await proofOfOne(log, item);
  if (!proven) return undefined;
  const content = decodeContent(proven.plaintext);
  if (content?.type !== "whole") return proven.proof;
  const all = await sealedItems(log.session, log.id, () => true);
  const parts = await Promise.all(
    content.parts.map(async (id) => {
      const part = all.find(({ header }) => equal(header.itemId, id) && equal(header.author, item.header.author));
      return (part && (await proofOfOne(log, part)))?.proof;
    }),
  );
  const proofs = parts.flatMap((part) => part ?? []);
  return proofs.length === parts.length ? makeLongProof(proven.proof, proofs) : undefined;
}

async function proofOfOne(
  { epochs, session, members }: RoomLog,
  item: Item,
): Promise<{ readonly proof: Bytes; readonly plaintext: Bytes } | undefined> {
  const author = members.find((member) => equal(userOf(member), item.header.author));
  const key = epochs.keyOf(item.header.epoch);
  if (!key || !author) return undefined;
  const opened = await openItem(key, item);
  const bundle = session.bundles
    .of(author)
    .findLast(({ devices }) => devices.some(({ device }) => equal(device, item.header.device)));
  if (typeof opened === "string" || !bundle) return undefined;
  return { proof: makeProof(item, opened, bundle), plaintext: opened.plaintext };
}
