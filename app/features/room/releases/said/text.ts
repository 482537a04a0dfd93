/** What the timeline says of asking first. */
export const releasesLineText = {
  asked: "Something of one of you is asked for, before it may leave this room.",
  answered: "answered what was asked first",
  made: "made a file of words that they were given a yes for",
  see: "See what",
} as const;

/** What is said where a file is closed with a passphrase. */
export const savingText = {
  passphrase: "A passphrase for the file",
  passphraseHint: "Keep it, or tell it, another way than the file. It is stored nowhere.",
  weak: "This passphrase is too easy to guess. Take a longer one: six words are good.",
} as const;
