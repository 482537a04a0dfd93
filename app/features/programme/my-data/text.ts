/** Every sentence about one's own data. */
import type { EraseRefusal } from "./erasing/rules.ts";

/** The page. */
export const text = {
  title: "Your data",
  back: "Settings",
  take: "Take it along",
  takeLine:
    "Your profiles, pairs, dates, settings and what else Oakroom keeps about you, as one file that any program can read.",
  takeButton: "Save the file",
  taken: "Saved.",
  failed: "Not everything could be fetched just now. Try again in a moment.",
  fileName: "my-data.json",
  rooms:
    "What you wrote in a room is sealed, so it comes from your own device: a keepsake for each room, as a page that opens without Oakroom.",
  room: (name: string) => `Your keepsake of the room with ${name}`,
  looks: "Who opened your page",
  looksLine:
    "Managers of your programme, for a year. What suggests people reads profiles too; it shows them to nobody and is not listed.",
  noLooks: "Nobody so far.",
  look: (by: string, day: string, programme: string) => `${by}, ${day}, ${programme}`,
  erase: "Erase your account",
  eraseLine:
    "Your name, addresses, profiles, keys and your own notes go, at once and for good. Backups made before are deleted when the operator’s time for them is over.",
  stays:
    "Your pairs end, and the other person reads that somebody left. They keep what the two of you wrote, with a random number where your name stood. If that should go too, erase the room together first. What you showed to a contact for concerns goes from their page.",
  devices: "On other devices, what lies there stays locked, until you clear the browser.",
  eraseButton: "Erase my account",
  sureTitle: "Erase your account?",
  sureLine: "Nobody can bring it back, you neither. Keepsakes that you want are saved before.",
  sureKeys: "What opens your rooms is asked for once more, so that nobody who merely reads your mail can do this.",
  sureFresh: "For this your sign-in has to be new: not older than a quarter of an hour.",
  touches: (names: string) => `It ends your pairing with ${names}.`,
  sure: "Erase it now",
  cancel: "Keep it",
  signOut: "Sign out now",
} as const;

/** The page after erasing; public, and the same for whoever opens it. */
export const erasedText = {
  title: "Your account is erased",
  lead: "You are signed out everywhere, and nobody can bring it back.",
  gone: "Gone are your name, addresses, profiles, keys and your own notes.",
  backups:
    "Backups made before still hold them, until the operator’s time for backups is over. Who runs this Oakroom can tell you how long that is.",
  rooms:
    "The other person of a room keeps what the two of you wrote; where your name stood, they read that somebody left.",
  again: "If you would like to take part again one day, an invitation starts from nothing.",
} as const;

/** Why an account was not erased. */
export const eraseRefusalText: Readonly<Record<EraseRefusal, string>> = {
  "not-fresh": "For this, sign in anew: sign out, come back with a new mail, and do it within a quarter of an hour.",
  "not-signed": "That does not fit your keys. Load the page again, then try once more.",
  "began-anew":
    "New keys were made in your name less than a week ago. To keep others from erasing you with your mail alone, this waits until the week is over.",
  "last-manager": "You are the only manager of a programme. Invite another one first.",
  contact: "A programme names you as its contact for concerns. Ask its manager to name somebody else first.",
  erased: "It is erased already.",
};

/** Where a name stood, once its owner erased their account. */
export const leftName = "Somebody who left";

/** The mail to the other person of a pair whose account was erased. */
export function leftMail(name: string) {
  return {
    subject: "A pairing has ended",
    text: `Hello ${name},

the other person of one of your pairs has left Oakroom, as anyone may at any time. It says nothing about you. Thank you for the time you gave each other.

Your room stays readable for you. If you would like to meet somebody else, tell your programme; no reason is needed.
`,
  } as const;
}
