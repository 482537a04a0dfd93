/** Every sentence of the page that opens what was handed over. */

const refused: Readonly<Record<string, string>> = {
  "wrong-passphrase": "This passphrase does not open it, or the file was changed on its way.",
  "no-file": "This is no file with words from Oakroom.",
  "other-use": "This is no file with words from Oakroom.",
  "other-identity": "The signature holds, and it is not that of the identity you were given.",
  "no-yes": "The author did not say yes to handing this on.",
  "other-item": "The author said yes to something else than these words.",
  "altered-text": "These words were changed after they were signed.",
  "bad-signature": "The signature does not hold. These words cannot be trusted.",
};

/** The words of the page. */
export const verifyText = {
  title: "Open words that were handed to you",
  lead: "Checks on this device who wrote them, and that they are unchanged. Nothing is sent; it works offline.",
  file: "The file",
  passphrase: "Its passphrase",
  identity: "The author’s identity",
  identityHint: "If the author read it out to you. Without it you see which key signed, not whose it is.",
  open: "Open",
  noFile: "Choose the file first.",
  refused: (word: string) =>
    refused[word] ?? "This file does not hold together. It was changed, or made by something else.",
  authentic: "Authentic",
  authenticLine: "Signed by the identity that you were given, and unchanged.",
  unknown: "Signed by an unknown key",
  unknownLine: "Unchanged since it was signed. Whose key it is, you only know if the author tells you their identity.",
  said: (day: string) => `Written on ${day}.`,
  yes: {
    "as-written": "Its author said yes to handing it on as written,",
    "in-other-words": "Its author chose these words for handing on,",
  },
  to: (whom: string) => `to ${whom}.`,
  keepsake: "for a keepsake.",
  signedBy: "Signed by",
} as const;
