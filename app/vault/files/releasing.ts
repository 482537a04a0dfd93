/**
 * A release: words of one person that another hands on with their yes (docs/protocol.md, section 13.1).
 * Made and read on a device, without any network; no server holds one.
 */
import { type ClosedFileRefusal, type ProofRefusal, closeFile, decode, encode, openClosedFile } from "@oakroom/crypto";
import * as z from "zod/mini";
import type { Instant } from "../../values/instant.ts";
import { wordsIn } from "../../values/worded.ts";
import { type ProofShown, readProof } from "./proof-shown.ts";

/** What a release shows. "unknown-key" as in `ProofShown`: never show that as authentic. */
export interface ReleaseShown {
  readonly result: ProofShown["result"];
  /** The author's. */
  readonly identity: string;
  /** To whom the author said yes; empty for a keepsake of whoever asked. */
  readonly to: string;
  readonly how: "as-written" | "in-other-words";
  /** When the words were written, by their author's clock. */
  readonly at: Instant;
  readonly words: ReadonlyArray<string>;
}

/** Why a file is no release. "no-yes": its author did not say yes. "other-item": the yes was to something else. */
export type ReleaseRefusal = ClosedFileRefusal | ProofRefusal | "no-yes" | "other-item";

const Answer = z.object({
  item: z.string(),
  to: z.optional(z.string()),
  answer: z.enum(["as-written", "in-other-words", "no"]),
  text: z.optional(z.string()),
});

/** What lies in the file of a release. `proofs`: the item where it is released as written, then the answer. */
export function packRelease(proofs: ReadonlyArray<Uint8Array>): Uint8Array<ArrayBuffer> {
  return encode([1, [...proofs]]);
}

/** Closes a release; refuses proofs that are none. */
export async function closeRelease(
  proofs: ReadonlyArray<Uint8Array>,
  passphrase: string,
): Promise<Uint8Array | ReleaseRefusal> {
  const content = packRelease(proofs);
  const shown = await readRelease(content, undefined);
  return typeof shown === "string" ? shown : closeFile("release", content, passphrase);
}

/** Opens a release. `identity` is the author's, known from elsewhere. */
export async function openRelease(
  file: Uint8Array,
  passphrase: string,
  identity: string | undefined,
): Promise<ReleaseShown | ReleaseRefusal> {
  const opened = await openClosedFile("release", file, passphrase);
  return typeof opened === "string" ? opened : readRelease(opened.content, identity);
}

/** Reads what lay in the file. */
export async function readRelease(
  content: Uint8Array,
  identity: string | undefined,
): Promise<ReleaseShown | ReleaseRefusal> {
  const fields = decode(content);
  if (!Array.isArray(fields) || fields.length !== 2 || fields[0] !== 1 || !Array.isArray(fields[1])) return "malformed";
  const proofs: unknown[] = fields[1];
  const [answered, item] = proofs.toReversed();
  if (proofs.length > 2 || !(answered instanceof Uint8Array)) return "malformed";
  const answer = await readProof(answered, identity);
  if (typeof answer === "string") return answer;
  const said = Answer.safeParse(answer.payload);
  if (answer.type !== "releases.answered" || !said.success) return "malformed";
  const { to = "", answer: how, text = "" } = said.data;
  if (how === "no") return "no-yes";
  const shown = { result: answer.result, identity: answer.identity, to, how };
  if (how === "in-other-words") return item ? "malformed" : { ...shown, at: answer.at, words: [text] };
  if (!(item instanceof Uint8Array)) return "malformed";
  const written = await readProof(item, identity);
  if (typeof written === "string") return written;
  const isTheirs = written.identity === answer.identity && written.author === answer.author;
  if (!isTheirs || written.room !== answer.room || written.hash !== said.data.item) return "other-item";
  return { ...shown, at: written.at, words: wordsIn(written.payload) };
}
