/** Every sentence around a room. */
import { inNumber } from "../../../values/plural.ts";

/** The words of the head, the tabs, and what keeps a room from being read. */
export const frameText = {
  title: (name: string) => `You and ${name}`,
  promise: (name: string) => `Written for you and ${name}. The programme sees that you are a pair, not what you write.`,
  promiseToBoth: "Written for the two of you. The programme sees that you are a pair, not what you write.",
  limits: { agreed: "The limits you agreed", open: "The limits" },
  whoElse: "Who could still read it?",
  room: "Room",
  tabs: {
    timeline: "Timeline",
    sessions: "Sessions",
    agreement: "Agreement",
    goals: "Goals",
    more: "More",
  },
  goTo: (place: string) => `Go to ${place}`,
  notChecked: "Words not yet compared",
  checked: "Words compared",
  agreement: {
    none: "Agreement: not begun",
    begun: "Agreement: begun",
    set: "Agreement: in place",
    change: "Agreement: a change is proposed",
  },
  paused: "Paused",
  pausedLine: "This pairing is paused. Everything can be read, and nothing new is written; you can go on at any time.",
  pausedByThem:
    "This pairing is paused. Everything can be read, and nothing new is written; it goes on when the other person says so.",
  pausedShut: "This pairing is paused.",
  goOn: "Go on",
  keptUntil: (day: string) => `The server keeps it until ${day}.`,
  ended: (day: string) => `This pairing ended on ${day}. It can still be read; nothing more is written.`,
  reading: (done: string, all: string) => `Checking and opening ${done} of ${all}`,
  waitingForOther: (name: string) =>
    `${name} has not opened their side yet. What you write waits here, and reaches ${name} when they do.`,
  nothingFromThem: (name: string) => `${name} has written nothing here yet. What you wrote is here when they do.`,
  waitingForKeys: (name: string) =>
    `The keys of this room are on their way. They come as soon as ${name}, or one of your other devices, is here.`,
  remind: "Remind them once",
  reminded: (name: string) => `A neutral mail to ${name} is on its way. It says that your room is open, nothing else.`,
  remindLately: "A reminder went out in the last two days. One is enough.",
  away: "This room is not on this device yet, and Oakroom cannot be reached just now. It opens by itself as soon as it does.",
  tryAgain: "Try again",
  missingTitle: "This room is not here",
  missingLine: "It does not exist, or it is not yours. If somebody sent you this address, it was meant for them.",
  home: "Go to Home",
  waiting: (count: number) =>
    inNumber(count, {
      one: "One thing you wrote waits to be sent.",
      other: "# things you wrote wait to be sent.",
    }),
  opening: (count: number) =>
    inNumber(count, {
      one: "One item is closed: its key has not come.",
      other: "# items are closed: their key has not come.",
    }),
  damaged: (count: number) =>
    inNumber(count, {
      one: "One item here is damaged. The rest is whole.",
      other: "# items here are damaged. The rest is whole.",
    }),
  gaps: "Something is missing between the items the server sent. It may still come; what is here is genuine.",
  newer: "Something here was written by a newer Oakroom. Load this page again to read it.",
  offline: "You are offline. What you write is kept here and sent when you are back.",
  stopped: "Nothing is sent from here for now",
} as const;
