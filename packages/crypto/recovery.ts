/**
 * The recovery code: 160 random bits as 32 signs of Crockford's base 32 (0-9, A-Z without I, L, O, U), then 4 check signs,
 * printed in nine groups of four. The check is a linear code over GF(32) of distance at least 3 (see `checkSigns`):
 * every wrong sign, every two wrong signs and every exchange of two signs is caught.
 */
import type { Branded, Bytes } from "./values.ts";

/** The 20 bytes of a recovery code. The holder wipes them. */
export type RecoverySecret = Branded<Bytes, "RecoverySecret">;

/** Why a typed code is none. */
export type RecoveryRefusal = "wrong-length" | "unknown-sign" | "mistyped";

/** Makes a recovery code. */
export function makeRecoverySecret(): RecoverySecret {
  throw new Error("unbuilt");
}

/** Writes the code as nine groups of four signs. */
export function recoveryGroups(secret: RecoverySecret): ReadonlyArray<string> {
  throw new Error(`unbuilt ${secret.length}`);
}

/** Reads a typed, pasted or scanned code: case, spaces and hyphens do not matter; O is 0, I and L are 1. */
export function readRecoveryCode(text: string): RecoverySecret | RecoveryRefusal {
  throw new Error(`unbuilt ${text.length}`);
}
