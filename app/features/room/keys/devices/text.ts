/** The sentences of one's own devices, passkeys, passphrase and recovery code. */

/** The list of devices. */
export const devicesText = {
  title: "Devices",
  lead: "Each opens your rooms with keys of its own. What you call them is sealed. One that is lost, or no longer yours, take out: the first press signs it out, before anything is asked.",
  thisOne: "This one",
  unnamed: "A device without a name",
  added: (day: string) => `added on ${day}`,
  seen: (day: string) => `last here on ${day}`,
  notSeen: "not here for a long time",
  add: "Add a device",
  rename: "Rename",
  newName: "What do you call it?",
  save: "Save",
  cancel: "Cancel",
  takeOut: "Take it out",
  isOut: "It is signed out already. Now take out its keys too, so that nothing new can be opened with what lies on it.",
  takeOutLead:
    "Nothing that it writes counts from now on, and nothing that is written from now on opens on it. Your other devices ask you to unlock once more. What it has read already, it may have kept. If it held a passkey of yours, remove that one too.",
  takenOut: (name: string) => `${name} is taken out. The next thing that either of you writes comes under a new key.`,
  itsPasskey: "A passkey was made on it: remove that one too, below.",
  out: "Taken out",
} as const;

/** The list of passkeys. */
export const passkeysText = {
  title: "Passkeys",
  none: "You have none. A passkey signs you in and opens your rooms with one gesture: fingerprint, face, or PIN.",
  unnamed: "A passkey",
  madeOn: (device: string) => `Made on: ${device}`,
  added: (day: string) => `since ${day}`,
  add: "Add a passkey",
  addLead: "Your keys agree to it, so open them once more.",
  addedOpens: "Your passkey is added: it signs you in and opens your rooms.",
  addedSignsIn: "Your passkey is added. It signs you in; it cannot open rooms on this device.",
  remove: "Remove",
  removeLead:
    "It no longer signs in, and no longer opens anything. Remove it from your device's own list of passkeys too.",
  removed: "The passkey is removed.",
} as const;

/** Passphrase and recovery code. */
export const secretsText = {
  title: "Passphrase and recovery code",
  change: "Change my passphrase",
  set: "Set a passphrase",
  changeLead:
    "First the new one, then what opens your keys now. With the recovery code everything is sealed anew, and passkeys have to be used once beside the new passphrase before they open again.",
  newPassphrase: "The new passphrase",
  changeButton: "Change it",
  changed: "Your passphrase is changed.",
  check: "Check that my code works",
  checkLead: "Type your recovery code as you kept it. It is tried on this device, and nothing is changed.",
  code: "Recovery code",
  notThis:
    "This is a whole code, without a typing error, and not the one that counts now: perhaps an older one. If you have no other, make a new code here; older ones then open nothing new.",
  notACode: "A recovery code has nine groups of four signs. This is not one, or not all of it.",
  checkButton: "Check it",
  works: "This code works. Keep it where it is.",
  makeNew: "Make a new code",
} as const;
