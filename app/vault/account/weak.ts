/** Weak passphrases are refused on the device, before any key is made of them. */
import { type PassphraseRefusal, refusePassphrase } from "@oakroom/crypto";

/** Why a passphrase is not good enough. "offline": what is common could not be loaded, so nothing can be said. */
export async function refuseWeak(
  passphrase: string,
  own: ReadonlyArray<string> = [],
): Promise<PassphraseRefusal | "offline" | undefined> {
  try {
    return await refusePassphrase(passphrase, own);
  } catch {
    return "offline";
  }
}
