/** The words of the page that opens what was handed over. What it finds is said in the vault's words. */

/** The sentences. */
export const verifyText = {
  title: "Open words that were handed to you",
  lead: "Checks on this device who wrote them, and that they are unchanged. Nothing is sent; it works offline.",
  file: "The file",
  passphrase: "Its passphrase",
  identity: "The author’s identity",
  identityHint: "If the author read it out to you. Without it you see which key signed, not whose it is.",
  open: "Open",
  noFile: "Choose the file first.",
} as const;
