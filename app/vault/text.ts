/** A sentence for each word that the vault answers with. */
import type { EnrolRefusal, UnlockRefusal } from "./secrets.ts";
import type { CompareRefusal, Stop, Unavailable, WriteRefusal } from "./vault.ts";

/** Why this browser cannot hold keys. */
export const unavailableText: Readonly<Record<Unavailable, string>> = {
  "no-storage":
    "This browser keeps nothing on the device (perhaps a private window). Your room needs a place for its keys. Please use a normal window, or another browser.",
  "not-secure": "This page did not arrive over a secure connection (https), so rooms cannot open here.",
  "no-crypto": "This browser cannot do what a room needs to stay closed to others. Please use a newer browser.",
};

/** Why a room, or all of them, stopped. What to do stands with it. */
export const stopText: Readonly<Record<Stop, string>> = {
  "keys-changed":
    "The other person's keys are not the ones you know. Nothing more is sent. Ask them, on another channel, whether they made new keys.",
  "bundle-older": "The server showed older keys than it did before. Nothing more is sent until that is explained.",
  "bundle-forked":
    "The server showed two different lists of keys for one person. Nothing more is sent until that is explained.",
  "own-keys-exchanged":
    "The server showed keys as yours that are not yours. Nothing was sent. Please tell the people who run Oakroom.",
  "own-log-short":
    "The server left out part of what you wrote for yourself. Nothing was sent. Try again later, or on a device that you used before.",
  "ring-older": "The server showed an older copy of your keys than it did before. Nothing was sent.",
  shrunk:
    "The server no longer has everything it showed before. What is on this device is kept, and nothing more is sent.",
  forked:
    "There are two different versions of the same place in this room. Nothing more is sent. Compare with the other person what you both see.",
  "epoch-forked":
    "There are two different versions of this room's keys. Nothing more is sent. Compare with the other person what you both see.",
  restored:
    "The server came back from a backup and lacks some of what is on your devices. What is here is kept, and sent back; until all of it is there again, nothing new is sent.",
};

/** Why keys were not made. */
export const enrolText: Readonly<Record<EnrolRefusal, string>> = {
  "already-enrolled": "You have keys already, made on another device. Unlock with your passphrase or recovery code.",
  offline: "There is no connection just now. Nothing was lost; try again in a moment.",
  "too-short": "Please use at least 15 characters.",
  repeats: "The same characters over and over are easy to guess. Please use something else.",
  sequence:
    "Characters in a row, such as those of the alphabet or the keyboard, are easy to guess. Please use something else.",
  "too-common": "This is too easy to guess. Please use something else; a word or two more can be enough.",
  "about-you":
    "This one is made of your own name, address or organisation, which others know. Please use something else.",
};

/** Why a secret did not unlock. */
export const unlockText: Readonly<Record<UnlockRefusal, string>> = {
  "wrong-secret": "That does not open your rooms. Look for a typing error.",
  mistyped: "There is a typing error in the recovery code. Look at it group by group.",
  "no-keys": "You have no keys yet.",
  offline: "There is no connection just now, and this device does not hold what it takes to unlock alone.",
  stopped: "Something the server said is not right, so nothing was unlocked.",
  "begun-anew": "This opens your keys of before. New ones were made in your name since then.",
};

/** Why something was not written. */
export const writeText: Readonly<Record<WriteRefusal | "gone", string>> = {
  locked: "Unlock first; your words stay on this page.",
  "no-such-room": "This room is not here.",
  closed: "This room is closed: it can be read, and no longer written to.",
  resting: "This room can be read and brought to a good ending; nothing else is written in it any more.",
  paused: "This pairing is paused. Nothing new is written until it goes on; your words stay on this page.",
  stopped: "Nothing is sent from this room for now. The line above says why.",
  gone: "This browser could not keep it. Copy what you wrote, then load the page again.",
};

/** Why a comparison does not count. */
export const compareText: Readonly<Record<CompareRefusal, string>> = {
  "fewer-than-twelve": "All twelve words count. With fewer, somebody could still be in between.",
  different:
    "These are not the same. Look at the spelling first. If they still differ, somebody may be in between: do not write anything private until you have compared in person.",
  "no-such-room": "This room is not here.",
  "other-has-no-keys": "The other person has not opened their side yet.",
  locked: "Unlock first.",
};
