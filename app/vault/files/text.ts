/** What is said of words that were handed over: on the page that opens them, and by the command. */
import type { ReleaseRefusal } from "./releasing.ts";

const refused: Readonly<Partial<Record<ReleaseRefusal, string>>> = {
  "wrong-passphrase": "This passphrase does not open it, or the file was changed on its way.",
  "no-file": "This is no file with words from Oakroom.",
  "other-use": "This is no file with words from Oakroom.",
  "other-identity": "The signature holds, and it is not that of the identity you were given.",
  "no-yes": "The author did not say yes to handing this on.",
  "other-item": "The author said yes to something else than these words.",
  "altered-text": "These words were changed after they were signed.",
  "bad-signature": "The signature does not hold. These words cannot be trusted.",
};

/** Why something is not shown as somebody's words. */
export function refusedText(word: ReleaseRefusal): string {
  return refused[word] ?? "This file does not hold together. It was changed, or made by something else.";
}

/** What was found. */
export const releaseText = {
  authentic: "Authentic",
  authenticLine: "Signed by the identity that you were given, and unchanged.",
  unknown: "Signed by an unknown key",
  unknownLine: "Unchanged since it was signed. Whose key it is, you only know if the author tells you their identity.",
  said: (day: string) => `Written on ${day}.`,
  yes: {
    "as-written": "Its author said yes to handing it on as written,",
    "in-other-words": "Its author chose these words for handing on,",
  },
  to: (whom: string) => (whom === "" ? "for a keepsake." : `to ${whom}.`),
  signedBy: "Signed by",
} as const;

/** An identity as the package reads it, however somebody wrote it down; `undefined` where none was given. */
export function identityAs(written: string): string | undefined {
  return written.replaceAll(/[\s-]/g, "").toLowerCase() || undefined;
}
