/** What a device remembers of the entry at its cursor. */
import { toHex } from "../../values/bytes.ts";

/** SHA-256 of an entry's bytes, in hex: an entry that the server shows again under its number has to be the same. */
export async function digestOf(bytes: Uint8Array | undefined): Promise<string | undefined> {
  if (!bytes) return undefined;
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))));
}
