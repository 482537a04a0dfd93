/**
 * How opened lines lie on the device: AES-256-GCM under a key that the host holds and that locking removes.
 *
 *   readable = iv12, AES-256-GCM(UTF-8 JSON of the lines; a part's chunk as base64url)
 */
import { fromBase64url, toBase64url } from "../../values/bytes.ts";
import type { HostKey, ReadableChunk } from "../store.ts";
import type { Content, Line } from "./content.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Makes the key for what is readable on this device. It cannot be exported. */
export function makeReadableKey(): Promise<HostKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function plainOf(line: Line): unknown {
  return line.content.is === "part"
    ? { ...line, content: { ...line.content, chunk: toBase64url(line.content.chunk) } }
    : line;
}

function isLines(value: unknown): value is Line[] {
  // What decrypts under this device's own key was written by `sealLines`.
  return Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function lineOf(line: Line): Line {
  if (line.content.is !== "part" || !isText(line.content.chunk)) return line;
  const content: Content = { ...line.content, chunk: fromBase64url(line.content.chunk) ?? new Uint8Array() };
  return { ...line, content };
}

/** Seals lines for this device. */
export async function sealLines(key: HostKey, lines: ReadonlyArray<Line>): Promise<ReadableChunk> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = encoder.encode(JSON.stringify(lines.map(plainOf)));
  return { iv, sealed: new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain)) };
}

/** Opens sealed lines; none where they are damaged, so that they are read anew from the items. */
export async function openLines(key: HostKey, { iv, sealed }: ReadableChunk): Promise<ReadonlyArray<Line>> {
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed);
    const value: unknown = JSON.parse(decoder.decode(plain));
    return isLines(value) ? value.map(lineOf) : [];
  } catch {
    return [];
  }
}
