/** Every sentence about losing all keys, and coming back. */
import { inNumber } from "../../../../values/plural.ts";

/** Beginning anew. */
export const anewText = {
  title: "Begin anew",
  lead: "For when nothing opens your rooms any more: no device, no passphrase, no passkey, no recovery code.",
  first:
    "Still open on some device of yours, or is the code in a drawer? Then look there first: once the other person has let your new keys in, the old ones count no more.",
  what: "What happens",
  steps: [
    "You make new keys, and get a new recovery code.",
    "Each of your rooms stays closed to you until the other person has compared the matching words with you. They then decide whether you read again what was written.",
    "What you kept for yourself alone, such as your drawer and your private notes, stays closed for good. Nobody else ever had a key to it.",
    "All your addresses and devices are told at once. Whoever still opens your old keys can take all this back until the other person has let you in.",
  ],
  waits: (day: string) => `You can begin anew from ${day} on`,
  waitsLine:
    "New keys were made in your name lately, or taken back. To keep others from doing so with your mail alone, this waits for a week. Write to the people who run your programme if you cannot wait.",
  go: "Make new keys",
  back: "Back to unlocking",
} as const;

/** New keys in one's name, seen by whoever holds the old ones. */
export const notMeText = {
  title: "New keys were made in your name",
  lead: (day: string, isHere: boolean) =>
    `On ${day} somebody signed in with your address and made new keys.${isHere ? " This device has the old ones." : ""}`,
  nothingSent: "Nothing was sent from here since.",
  mayTakeBack: "If it was not you, you can take it back.",
  isLate: "The other person of one of your rooms has let the new keys in.",
  answer: "Say who it was",
  unknown: "Nobody has made new keys in your name, or it was taken back.",
  me: "It was me",
  meLead: "This device forgets the old keys, and opens with the new ones. What was not sent from here is lost.",
  meElsewhere: "Then there is nothing to do here: this device has no old keys.",
  forget: "Forget the old keys here",
  not: "It was not me",
  notLead:
    "Your old keys take everything back: the new ones are nobody’s, and every other browser is signed out. Then change the password of your mail account, for whoever did this can read your mail.",
  late: "The other person of one of your rooms has let the new keys in, so this can no longer be taken back. Tell them on another channel, now, and write to the people who run your programme.",
  cancel: "Take it back",
  done: "Your keys of before count again.",
  go: "Go to my rooms",
  line: "New keys were made in your name.",
  look: "Was it you?",
} as const;

/** A room whose other person has new keys. */
export const returnText = {
  changed: (name: string) => `${name} has new keys`,
  changedLine: (name: string) =>
    `Perhaps ${name} lost everything and began anew; perhaps somebody stands in between. Speak to ${name} another way and compare the matching words. Until then this room can be read, and nothing is sent.`,
  compare: "Compare the words",
  ask: (name: string) => `Open our history for ${name} again?`,
  askLine: (name: string) =>
    `You have compared the words with ${name}. With a yes, ${name} reads again all that you two wrote; your device seals it for the new keys. With a no, the room begins anew for both of you: a date that stands comes along, and all else of before, the agreement and your pages too, stays with you alone, to be read. Neither is changed later.`,
  yes: "Yes, open it",
  no: "No, go on without it",
  said: {
    yes: (name: string) => `${name} reads again what you two wrote.`,
    no: (name: string) => `The room begins anew with ${name}. What was before is kept for you alone, to be read.`,
  },
  notNow: "That did not work just now. Try again in a moment.",
  waits: (name: string) => `This room waits for ${name}`,
  waitsLine: (name: string) =>
    `You have new keys. Speak to ${name} another way and compare the matching words; then ${name} lets you in, and says whether you read again what was written. You can pause or end the pairing without that.`,
  waitsDone: (name: string) =>
    `You have compared the words: your part is done. Now ${name} lets you in, and says whether you read again what was written. You can pause or end the pairing without that.`,
  both: "Both of you have lost every key",
  bothLine: (name: string) =>
    `What you wrote stays closed to you and ${name}, for nobody else holds a key. Speak to ${name} another way and compare the matching words; then you two can begin this room again.`,
  bothReady: (name: string) =>
    `What you wrote stays closed to you and ${name}, for nobody else holds a key. You have compared the words, so you two can begin this room again.`,
  beginAgain: "Begin it again",
  saidSo: (name: string) => `You have said that you begin this room again. It opens once ${name} has said so too.`,
  more: "Pause or end",
} as const;

/** What a room went through. */
export const pastText = {
  begun: (name: string, day: string) =>
    `You and ${name} began this room again on ${day}. What you wrote before that is gone.`,
  closed: (name: string) =>
    `You have new keys, and ${name} went on with you without what you two wrote before. It stays closed to you; ${name} can still read it. The room has begun anew for both of you: a date that stood comes along, the agreement and pages you make again together.`,
  kept: (name: string) =>
    `${name} has new keys, and you went on without what you two wrote before. It is kept for you alone, to be read: agreement, pages and all.`,
  look: "Look at what was before",
  before: "The room as it was before",
  beforeLine: (name: string) =>
    `You alone can read this, for ${name} came back without it. Nothing is written here; words, dates and agreement of now are in the room.`,
  back: "Back to the room",
  restored: (day: string, gave: number) =>
    gave === 0
      ? `On ${day} the server came back from an older copy. All that lies on this device is there.`
      : inNumber(gave, {
          one: `On ${day} the server came back from an older copy. One thing was missing there; this device gave it back.`,
          other: `On ${day} the server came back from an older copy. # things were missing there; this device gave them back.`,
        }),
} as const;
