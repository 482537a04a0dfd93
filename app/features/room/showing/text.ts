/** Every sentence about showing things to a contact for concerns. */
import { longestAnswer, longestWords, type Mark, type NotMet, type NotShown, type Telling } from "./rules.ts";

/** One sentence for everything that keeps things from being shown. */
export const refusedText: Readonly<Record<NotShown, string>> = {
  "not-offered": "This contact cannot be asked any more. Please choose another one.",
  "keys-changed": "Their key is another one than before. Nothing was sent. Go back, and compare it first.",
  unreadable: "This could not be sent as it is. Please choose once more.",
  "too-many": "You have shown a hundred things. Please call the contact.",
  locked: "Your rooms are locked here. Unlock them, then try again.",
  "not-met": "The contact’s key is not here. Please load the page again.",
  "no-such-item": "One of these cannot be shown as it was written. Take it out, and put it into your own words.",
  "too-long": "This is too much for one time. Show it in two parts.",
  offline: "There is no connection just now. Nothing was sent.",
};

/** Why a contact cannot be chosen. */
export const notMetText: Readonly<Record<NotMet, string>> = {
  "keys-changed": "Their key is another one than before. Do not show them anything here; call them.",
  "no-keys": "They have no key yet.",
  locked: "Your rooms are locked here.",
};

/** Somebody has other keys than before. */
export const otherKeysText = {
  title: (name: string) => `${name} has other keys than before`,
  why: "They may have lost their devices; or somebody may stand between you. Nothing goes to them until you have compared the words.",
  before: "Before",
  now: "Now",
  how: (name: string) =>
    `Call ${name} on a number that you know and have the six words read aloud, or look into your programme’s text. What was sealed to the keys of before they may be unable to open.`,
  same: "They are the words under “Now”",
  others: "They are others",
  stop: (name: string) => `Show ${name} nothing here. Tell them what you read, and turn to somebody else.`,
} as const;

/** When the other may know. */
export const tellText = {
  now: (name: string) => `Yes, now. ${name} reads a note in the room.`,
  "when-agreed": () => "Yes, once the contact agrees. You then send the note yourself.",
  no: () => "No.",
} as const satisfies Readonly<Record<Telling, (name: string) => string>>;

/** The page in a room. */
export const showText = {
  title: "Show something to a contact",
  promise: (name: string) => `You alone decide. ${name} hears of it only if you say so.`,
  lead: "Choose someone, then choose what they may see: your own words, or the other person’s. You need no reason.",
  pause: "Pause the room",
  goOn: "Go on with the room",
  paused: "While the room is paused nothing is written in it: to tell the other there, go on with the room first.",
  pausedLine: (name: string) => `It is paused. ${name} sees “paused”, and nothing else.`,
  pauseLine: (name: string) => `${name} sees “paused”, and nothing else.`,
  copy: "Take a copy for yourself",
  whom: "To whom",
  whomHint: "As far as the programme knows, neither of you reports to them, nor they to either of you.",
  fingerprint: (words: string) => `Their key: ${words}. To be sure, call and have these six words read aloud.`,
  nothingYet: (name: string) =>
    `You have new keys, and nothing of this room opens for you until ${name} lets you in: there is nothing to show yet. Help and safety has the addresses of those whom you can write to, or call, now.`,
  nobody: "Nobody can be asked here just now. Help and safety names others who can help.",
  help: "Help and safety",
  what: "What",
  find: "Find words",
  you: "You",
  earlier: "Show more",
  nothing: "Nothing here has these words.",
  nothingWritten: "Nothing was written in this room yet.",
  erased:
    "This room was erased by both of you: nothing is left that could be shown. Help and safety has the addresses of those whom you can write to, or call.",
  atMost: (most: number) => `At most ${most} at a time.`,
  chosen: { one: "# thing chosen", other: "# things chosen" },
  next: "See it as it will be read",
  chooseBoth: "Choose someone, and something to show.",
  readTitle: (name: string) => `What ${name} will read`,
  tooLong: "This is too long to be shown as it was written. Put it into your own words below.",
  take: "Take out",
  takeLabel: (words: string) => `Take out: ${words}`,
  own: "In your own words",
  ownTooLong: `Your own words are too long: at most ${longestWords} signs go along.`,
  may: "May the other know?",
  mayWrong: "Please choose one.",
  note: (contact: string) => `I have shown something from our room to ${contact}, a contact for concerns.`,
  noteTitle: (name: string) => `${name} then reads:`,
  wish: "My wish: act on this only when someone else names the same person",
  plain: (name: string) =>
    `${name} can read it at once. Holding it, and your wish, is ${name}’s promise; no software can keep it for them. What you show is signed by whoever wrote it, and nobody can take it back.`,
  send: (name: string) => `Show it to ${name}`,
  back: "Choose again",
  sent: (name: string) => `${name} has it now, and gets a mail that something waits.`,
} as const;

/** What was shown before. */
export const earlierText = {
  title: "Shown so far",
  to: (name: string) => `To ${name}`,
  items: { one: "# thing", other: "# things" },
  waits: "not taken up yet",
  taken: "taken up",
  told: (name: string) => `${name} knows.`,
  notTold: (name: string) => `${name} does not know.`,
  answer: (name: string) => `${name} answers`,
  shut: "An answer is here that does not open with the key that you know. Call them.",
  agrees: (name: string) => `${name} agrees that the other may know.`,
  tell: (name: string) => `Tell ${name} now`,
} as const;

/** Home's line of an answer that was not read yet; it says what the mail says. */
export const waitingText = { title: "Something waits for you", open: "Open" } as const;

/** What words are worth that a contact reads. */
export const markText: Readonly<Record<Mark | "changed", string>> = {
  signed: "Signed by this person, unchanged",
  "unknown-key": "Signed by an unknown key: nobody can say whose words these are",
  "other-room": "Signed by this person, in another room",
  changed: "Changed, or not signed: this proves nothing",
};

/** The contact's page of one letter. */
export const letterText = {
  title: (name: string) => `From ${name}`,
  back: "Contact for concerns",
  shut: "This letter does not open here. It may have been changed on its way, or your keys are newer than it. Call whoever wrote it.",
  unknown: "Nobody can say who wrote this: it is signed by an unknown key. Call the person before you believe it.",
  wish: "Their wish: act on this only when someone else names the same person.",
  tell: {
    now: "The other person was told that something was shown to you.",
    "when-agreed": "The other person may know once you agree. Whoever wrote this tells them.",
    no: "The other person does not know, and must not hear of it from you.",
  },
  words: "In their own words",
  items: "What they show you",
  none: "Nothing from the room.",
  unknownPerson: "Somebody",
  take: "Mark as taken up",
  taken: "Taken up. Whoever wrote this sees that.",
  answer: "Your answer",
  answerHint: (name: string) => `Sealed to ${name}’s key.`,
  agree: "I agree that the other may know",
  send: "Send the answer",
  sent: "Sent.",
  answered: "You answered",
  empty: "Please write something.",
  tooLong: `This is too long: an answer has at most ${longestAnswer} signs.`,
} as const;

/** On Help. */
export const waysText = {
  stop: (name: string) => `Pause or end the pairing with ${name}`,
  from: (name: string) => `Show something from your room with ${name}`,
} as const;
