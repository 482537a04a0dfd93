/** How a passphrase is written before keys are made of it: every unlocking needs this, and choosing one needs more (`passphrase.ts`). */

/** The form that is derived from: NFKC, no white space at the ends, one space where there is any. What one types on a phone then unlocks too. */
export function normalPassphrase(text: string): string {
  return text.normalize("NFKC").trim().replaceAll(/\s+/gu, " ");
}
