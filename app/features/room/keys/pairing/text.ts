/** The sentences of adding a device from another one. */

/** On the device that has the keys. */
export const offerText = {
  title: "Add a device",
  back: "Your keys and devices",
  lead: "On the new device, sign in, open your room, and choose “From another device of mine”. Here, open your keys once more.",
  show: "Show the pattern and the words",
  scan: "Scan this with the new device, or type the twelve words there. They are good once, for ten minutes. Show them to nobody else.",
  pattern: "A pattern that the new device can scan; the twelve words hold the same",
  words: "The twelve words",
  waiting: "Waiting for the new device…",
  asks: (name: string) => (name === "" ? "A device asks" : `${name} asks`),
  same: "Does the new device show these two words?",
  yes: "They are the same: add it",
  no: "No, stop",
  stopped: "Nothing was passed on.",
  notYours:
    "If a device asked that is not yours, somebody may have seen your words. They are worth nothing now. You can begin again.",
  over: "Nothing was passed on: the ten minutes are over, or it was stopped. You can begin again.",
  offline: "There is no connection just now. Press once more when you are online.",
  again: "Begin again",
  added: "Your new device opens your rooms now.",
  addedMore:
    "It has keys of its own. If you ever lose it, press “Take it out” beside its name, under “Your keys and devices”.",
  locked: "Open your rooms here first.",
  open: "Open them",
} as const;

/** On the new device. */
export const joinText = {
  lead: "On a device on which your rooms are open, press your name at the top, then “Settings on this device”, then “Your keys and devices”, and choose “Add a device”.",
  words: "The twelve words that it shows",
  hint: "In their order, with spaces between them.",
  ask: "Go on",
  check: "Now look at your other device. It shows the same two words, and asks whether to add this one.",
  waiting: "Waiting for your other device…",
  over: "Your other device did not add this one. You can begin again.",
} as const;

/** Why this device could not ask. */
export const pairingText = {
  "wrong-length": "There are twelve words. Look for one that is missing, or there twice.",
  "unknown-word": "One of these is not among the words. Look for a typing error.",
  mistyped: "One word is another one, or two have changed places.",
  gone: "No device of yours waits for these words. They are good for ten minutes; show new ones there.",
  used: "These words were used already. If it was not by you, press “No, stop” there, and show new ones.",
  offline: "There is no connection just now. Press once more when you are online.",
} as const;
