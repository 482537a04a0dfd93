/** Showing one item to somebody outside, and reading what somebody shows (C29). */
import {
  type ProofRefusal,
  decodeContent,
  equal,
  hex,
  makeProof,
  openItem,
  readIskHash,
  textOf,
  verifyProof,
} from "@oakroom/crypto";
import { AccountId, LogId, uuidText } from "../values/id.ts";
import { Instant } from "../values/instant.ts";
import { sealedItems } from "./log/loading.ts";
import type { Room } from "./room.ts";
import type { ProofShown } from "./vault.ts";

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

/** Reads a proof, offline. Without the author's identity it never says "authentic". */
export async function readProof(proof: Uint8Array, identity: string | undefined): Promise<ProofShown | ProofRefusal> {
  const iskHash = identity === undefined ? undefined : readIskHash(identity);
  if (identity !== undefined && !iskHash) return "other-identity";
  const proven = await verifyProof(proof, { iskHash, log: undefined });
  if (typeof proven === "string") return proven;
  const content = decodeContent(proven.plaintext);
  const at = content?.type === "event" ? Instant.safeParse(content.event.at) : undefined;
  const room = LogId.safeParse(uuidText(proven.header.log));
  const author = AccountId.safeParse(uuidText(proven.header.author));
  if (content?.type !== "event" || !at?.success || !room.success || !author.success) return "malformed";
  const { type, payload } = content.event;
  return {
    result: proven.result,
    identity: hex(proven.iskHash),
    author: author.data,
    room: room.data,
    at: at.data,
    type,
    payload: parse(textOf(payload)),
  };
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
