/** What a person brings to open their keys, as slots take it. */
import { type SlotSecret, readPasskeySecret, readRecoveryCode, wipe } from "@oakroom/crypto";
import type { Secret } from "../secrets.ts";

/** What the person typed, or what their passkey gave. A copy, to be wiped by whoever asked for it. */
export function readSecret(secret: Secret): SlotSecret | "mistyped" {
  if ("passphrase" in secret) return { type: "passphrase", passphrase: secret.passphrase };
  if ("passkey" in secret) return passkeySecret(secret.passkey);
  const code = readRecoveryCode(secret.recoveryCode);
  return typeof code === "string" ? "mistyped" : { type: "recovery", code };
}

/** What a passkey gave. Throws where an authenticator gave something else than it has to. */
export function passkeySecret(given: Uint8Array): SlotSecret {
  const prf = readPasskeySecret(given);
  if (!prf) throw new Error("a passkey gives 32 bytes");
  return { type: "passkey", prf };
}

/** Overwrites what can be: a passphrase is text, which cannot. */
export function wipeSecret(secret: SlotSecret): void {
  if (secret.type === "recovery") wipe(secret.code);
  if (secret.type === "passkey") wipe(secret.prf);
}
