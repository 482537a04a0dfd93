/** Every sentence about a keepsake. */
export const keepsakeText = {
  title: "Your keepsake",
  lead: "One file with what you wrote here and the pages you both wrote. It opens in any browser, offline, without Oakroom.",
  theirs: (name: string) =>
    `Of ${name}’s words it holds only what ${name} said yes to for your keepsake. ${name} is not told that you made it.`,
  ask: "Ask for something",
  make: "Make the file",
  sees: "Whoever has the file and its passphrase reads all of it, now and later; nobody can take it back from them. It is made on this device, and no server gets it.",
  fileName: "keepsake.html",
  making: "Gathering, checking and closing.",
  failed: "The file could not be made just now. Nothing was lost.",
} as const;

/** What the file itself says, beside the words in it. */
export const insideText = {
  title: "A keepsake",
  lead: "Closed with the passphrase that was chosen when it was made. It opens on this device alone; nothing is sent.",
  passphrase: "Passphrase",
  open: "Open",
  opening: "Opening …",
  refused: "This passphrase does not open it, or the file was changed.",
  heading: (mine: string, other: string) => `${mine} and ${other}`,
  made: (day: string) => `Made on ${day}.`,
  mine: (name: string) => `Written by ${name}`,
  theirs: (name: string) => `Written by ${name}, kept with their yes`,
  pages: "Pages of both",
  sessionNotes: "Notes of a session.",
  signed: "signature checked",
  unsigned: "not signed as one piece",
  changed: "Changed since it was signed; left out.",
} as const;
