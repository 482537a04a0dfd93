/** Reading what somebody shows from a room, without any network (C29). */
import { type ProofRefusal, decodeContent, hex, readIskHash, textOf, verifyProof } from "@oakroom/crypto";
import { AccountId, LogId, uuidText } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";

/** What a proof of one item shows. */
export interface ProofShown {
  /** "unknown-key": the signature holds, and nobody knows whose it is. Never show that as authentic. */
  readonly result: "authentic" | "unknown-key";
  /** Names the item, as answers to it do. */
  readonly hash: string;
  readonly identity: string;
  readonly author: AccountId;
  readonly room: LogId;
  readonly at: Instant;
  readonly type: string;
  readonly payload: unknown;
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
    hash: hex(proven.hash),
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
