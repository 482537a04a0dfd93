/** Every sentence about one's own keys. */

/** The step in which keys are made. */
export const makeText = {
  title: "The key to your room",
  titleOfContact: "The key to what is shown to you",
  lead: "This passphrase opens what is sealed for you. It never leaves this device.",
  suggested: "A passphrase made for you",
  copy: "Copy",
  copied: "Copied. Paste it into your password manager.",
  notCopied: "This browser does not allow copying. Select the words instead.",
  another: "Another one",
  own: "I would rather choose my own",
  makeOne: "Use a made one",
  see: "Show what I type",
  hide: "Hide what I type",
  passphrase: "Your passphrase",
  passphraseHint: "At least 15 characters. A few words in a row are easy to remember.",
  keepIt: "Keep it in your password manager, or write it down where only you look.",
  lost: "Nobody can reset it for you; the recovery code that comes next can. If you lose all your devices, the passphrase and the code, only the other person of a room can open for you what was written there.",
  make: "Make my keys",
  passkey: "Make a passkey",
  passkeyLead:
    "A passkey opens what is sealed for you: your fingerprint, your face, or the PIN of this device. One gesture signs you in and opens your rooms.",
  passkeyLost:
    "You also get a recovery code. Oakroom cannot open your rooms for you: if you lose both, only the other person of a room can open for you what was written there.",
  passphraseInstead: "Use a passphrase instead",
  passkeyInstead: "Use a passkey instead",
  "signs-in-only":
    "Your passkey is made, and signs you in. It cannot open rooms on this device, so a passphrase opens them.",
  "opens-nothing": "Passkeys cannot open rooms on this device, so a passphrase opens them.",
  making: "Making your keys. This takes a few seconds.",
} as const;

/** The recovery code. */
export const codeText = {
  title: "Your recovery code",
  lead: "If you forget the passphrase, this code sets a new one. It is shown only now. Keep it somewhere else than the passphrase.",
  code: "Recovery code",
  save: "Save as a file",
  copy: "Copy",
  copied: "Copied. Paste it somewhere safe, apart from the passphrase.",
  print: "Print",
  fileName: "oakroom-recovery-code.txt",
  file: (code: string, origin: string) =>
    `Oakroom recovery code\n${origin}\n\n${code}\n\nWith this code you can set a new passphrase. Whoever has it and can sign in as you can open your rooms.\nKeep it somewhere else than the passphrase.\n`,
  kept: "I have kept it",
  askLater: "At the end of your first meeting, Oakroom asks for three of the nine groups.",
} as const;

/** Where somebody left before the recovery code was kept. */
export const leftText = {
  lead: "Your keys are made. Your recovery code was shown once, and is not kept here. If you have not kept it, make a new one now.",
  makeNew: "Make a new code",
  kept: "I have kept it",
} as const;

/** The page of keys for somebody who has them, and whose rooms are open. */
export const openText = {
  title: "Your keys and devices",
  lead: "You have keys, and your rooms are open on this device.",
  lock: "Lock now",
  lockLine: "Locking closes them here until you unlock again.",
  home: "Go to Home",
} as const;

/** For whoever did not do it themselves. */
export const notMeText = {
  title: "If it was not you",
  steps: [
    "Take out each device below that is not yours.",
    "Remove each passkey that is not yours.",
    "Make a new recovery code, with your passphrase, and then set a new passphrase, with the new code: then neither old one opens anything new.",
    "Look at your mailbox: whoever reads your mail can sign in as you.",
  ],
  help: "Somebody presses you? Help and safety",
} as const;

/** Asking for what opens the keys, for a deliberate act. */
export const askText = {
  passkey: "Passkey",
  passphrase: "Passphrase",
  recovery: "Recovery code",
  byPasskey: (act: string) => `${act}, with my passkey`,
  instead: {
    passkey: "Use my passkey instead",
    passphrase: "Use my passphrase instead",
    recovery: "Use my recovery code instead",
  },
  opensNothing: "This passkey signs you in, and opens nothing here. Please use another way.",
} as const;

/** Unlocking. */
export const unlockText = {
  title: "Unlock your rooms",
  lead: "Your passphrase opens them on this device. It is never sent anywhere.",
  newDevice: "Your passphrase opens them on this new device, too. It is never sent anywhere.",
  leadPasskey: "Your passkey opens them on this device: your fingerprint, face or PIN.",
  newDevicePasskey: "Your passkey opens them on this new device, too.",
  passkey: "Unlock with my passkey",
  passphraseInstead: "Use my passphrase instead",
  passkeyInstead: "Use my passkey instead",
  codeInstead: "Use my recovery code instead",
  deviceInstead: "From another device of mine",
  leadDevice: "Another device on which they are open can open them here, too.",
  passkeyOnlySigns: "This passkey signs you in, and cannot open rooms on this device. Please use another way.",
  passkeyNot: "This passkey does not open your rooms yet. Unlock another way once, and from then on it does.",
  passphrase: "Passphrase",
  unlock: "Unlock",
  unlocking: "Opening. This takes a second or two.",
  forgot: "I forgot my passphrase",
  code: "Recovery code",
  codeHint: "Nine groups of four characters. Capitals, spaces and hyphens do not matter.",
  newPassphrase: "A new passphrase",
  replace: "Set it and unlock",
  back: "Use my passphrase",
  noKeys: "You have no keys yet",
  noKeysLine: "They are made on your device at the end of enrolment. It takes a minute.",
  goEnrol: "Make my keys",
  unknown: "You are offline, and this device has not been here before. Connect once, and your rooms open.",
  unavailable: "Rooms cannot open here",
  lostAll: "I have neither. What now?",
  pauseOrEnd: "Pause or end a pairing",
  lostAllLine:
    "Another device on which your rooms are open can let this one in. If there is none, you can begin anew: with new keys, and what you two wrote is opened for you again by the other person alone.",
  beginAnew: "I have lost everything: begin anew",
  withoutKeys: "Pausing and ending work without keys:",
} as const;

/** Asking three groups back. */
export const confirmText = {
  title: "Check your recovery code, now or later today",
  lead: "Type these three groups; we ask only once.",
  group: (number: number) => `Group ${number}`,
  confirm: "That is it",
  different: "One of these is not what was shown. Look again, or make a new code.",
  later: "Later today",
  done: "Your recovery code is kept. We will not ask again.",
  makeNew: "Make a new code",
  makeNewLead:
    "The old one stops working here; a backup of before today still opens with it until that is gone. To make a new one, open your keys once more.",
} as const;
