/** Many signature checks in one message: how they travel to another thread of this device, in memory that can be handed over. */
import { type SignatureCheck, verify } from "./curves.ts";
import type { Bytes, DskPublic, IskPublic, Signature } from "./values.ts";

const signatureBytes = 64;

/** At most so many checks go into one message. */
export const mostChecks = 256;

/** One check. */
export interface SignatureToCheck {
  readonly key: IskPublic | DskPublic;
  readonly signature: Signature;
  readonly message: Bytes;
}

/** Checks, packed. Plain data: it survives structured cloning. */
export interface PackedChecks {
  /** Each public key once. */
  readonly keys: ReadonlyArray<Bytes>;
  /** For each check the place of its key in `keys`. */
  readonly keyOf: Bytes;
  /** For each check the number of bytes signed. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** For each check its signature and what was signed, one after the other. */
  readonly packed: Bytes;
}

/** Packs at most `mostChecks` checks. Throws for more. */
export function packChecks(checks: ReadonlyArray<SignatureToCheck>): PackedChecks {
  if (checks.length > mostChecks) throw new Error("too many checks for one message");
  const keys = [...new Set(checks.map(({ key }) => key))];
  const packed = new Uint8Array(checks.reduce((sum, { message }) => sum + signatureBytes + message.length, 0));
  let at = 0;
  for (const { signature, message } of checks) {
    packed.set(signature, at);
    packed.set(message, at + signatureBytes);
    at += signatureBytes + message.length;
  }
  const lengths = Uint32Array.from(checks, ({ message }) => message.length);
  return { keys, keyOf: Uint8Array.from(checks, ({ key }) => keys.indexOf(key)), lengths, packed };
}

/** Checks what was packed: 1 for each signature that holds, 0 for every other. */
export async function answerChecks(
  { keys, keyOf, lengths, packed }: PackedChecks,
  check: SignatureCheck = verify,
): Promise<Bytes> {
  let at = 0;
  const holds = Array.from(lengths, (length, n) => {
    const message = at + signatureBytes;
    const signature = packed.subarray(at, message) as Signature;
    at = message + length;
    return check(keys[keyOf[n] ?? 0] as DskPublic, signature, packed.subarray(message, at));
  });
  return Uint8Array.from(await Promise.all(holds), Number);
}
