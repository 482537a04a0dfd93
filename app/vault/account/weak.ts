/** Passphrases are made, and weak ones refused, on the device, before any key is made of them. */
import type { PassphraseRefusal } from "@oakroom/crypto";

const weighing = () => import("./weighing.ts");

/** Why a passphrase is not good enough. "offline": what is common could not be loaded, so nothing can be said. */
export async function refuseWeak(
  passphrase: string,
  own: ReadonlyArray<string> = [],
): Promise<PassphraseRefusal | "offline" | undefined> {
  try {
    return await (await weighing()).refusePassphrase(passphrase, own);
  } catch {
    return "offline";
  }
}

/** A passphrase of six words. Throws where what is common could not be loaded. */
export async function makePassphrase(): Promise<string> {
  return (await weighing()).generatePassphrase();
}
