/** Passphrases: a generated one of six words (66 bits), and the refusal of weak ones. Checked on the device alone. */

/** Why a passphrase is refused. */
export type PassphraseRefusal = "too-short" | "repeats" | "sequence" | "too-common";

/** The fewest code points of a passphrase. */
export const minPassphraseLength = 15;

/** The form that is derived from: NFKC, no white space at the ends, one space where there is any. What one types on a phone then unlocks too. */
export function normalPassphrase(text: string): string {
  throw new Error(`unbuilt ${text.length}`);
}

/** Why a passphrase is refused; `undefined` where it is good enough. */
export function refusePassphrase(text: string): PassphraseRefusal | undefined {
  throw new Error(`unbuilt ${text.length}`);
}

/** Six words from the English BIP-39 list, each drawn evenly. */
export async function generatePassphrase(): Promise<string> {
  throw new Error("unbuilt");
}
