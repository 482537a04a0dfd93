/** Random bytes that a name decides, for frozen vectors. Imported by tests alone. */
import { sha256 } from "@noble/hashes/sha2.js";
import { type Bytes, join, own, utf8 } from "../values.ts";

/** A stream of bytes: SHA-256 over the name and a counter. */
export function sha256Chain(name: string): (length: number) => Bytes {
  let count = 0;
  return (length) => {
    let bytes: Bytes = new Uint8Array();
    while (bytes.length < length) {
      bytes = join(bytes, own(sha256(utf8(`${name} ${count}`))));
      count += 1;
    }
    return own(bytes.slice(0, length));
  };
}
