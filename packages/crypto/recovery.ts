/**
 * The recovery code: 160 random bits, printed in nine groups of four signs of Crockford's base 32 (0-9, A-Z without I, L, O, U).
 *
 *   32 signs = the 160 bits, 5 bits a sign, most significant first; then 4 check signs
 *   check = remainder of (x^32 + d0 x^31 + ... + d31) x^4 by x^4 + x^3 + 3x^2 + x + 1, over GF(32) = GF(2)[t]/(t^5 + t^2 + 1)
 *
 * At this length the code has distance 4: up to three wrong signs, and every exchange of two signs, are caught.
 */
import { type Branded, type Bytes, random } from "./values.ts";

/** The 20 bytes of a recovery code. The holder wipes them. */
export type RecoverySecret = Branded<Bytes, "RecoverySecret">;

/** Why a typed code is none. */
export type RecoveryRefusal = "wrong-length" | "unknown-sign" | "mistyped";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const dataSigns = 32;
const checkSigns = 4;

/** Makes a recovery code. */
export function makeRecoverySecret(): RecoverySecret {
  return random(20) as RecoverySecret;
}

const times3 = (a: number): number => a ^ (a < 16 ? a << 1 : (a << 1) ^ 0b100101);

/** The four check signs of 32 signs, each 0 to 31. */
function checkOf(data: ReadonlyArray<number>): ReadonlyArray<number> {
  let [a, b, c, d] = [0, 0, 0, 1];
  for (const sign of [...data, 0, 0, 0, 0]) [a, b, c, d] = [b ^ a, c ^ times3(a), d ^ a, sign ^ a];
  return [a, b, c, d];
}

/** Writes the code as nine groups of four signs. */
export function recoveryGroups(secret: RecoverySecret): ReadonlyArray<string> {
  const bits = Array.from(secret, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const data = Array.from({ length: dataSigns }, (_, at) => Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2));
  const text = [...data, ...checkOf(data)].map((sign) => alphabet.charAt(sign)).join("");
  return text.match(/.{4}/g) ?? [];
}

/** Reads a typed, pasted or scanned code: case, spaces and hyphens do not matter; O is 0, I and L are 1. */
export function readRecoveryCode(text: string): RecoverySecret | RecoveryRefusal {
  const plain = text.toUpperCase().replaceAll(/[\s-]/gu, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  const signs = Array.from(plain, (sign) => alphabet.indexOf(sign));
  if (signs.includes(-1)) return "unknown-sign";
  if (signs.length !== dataSigns + checkSigns) return "wrong-length";
  const data = signs.slice(0, dataSigns);
  if (!checkOf(data).every((sign, at) => sign === signs[dataSigns + at])) return "mistyped";
  const bits = data.map((sign) => sign.toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2)) as RecoverySecret;
}
