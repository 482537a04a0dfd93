/** Every sentence about leaving on screens. None asks for a reason, and none judges. */
import { leastLeavingDays, mostLeavingDays, type WhoLeft } from "./rules.ts";

/** In a room that rests. */
export const restingText = {
  line: (who: WhoLeft, name: string, programme: string, until: string) =>
    `${whoIs[who](name)} no longer ${who === "other" ? "takes" : "take"} part in ${programme}. Until ${until} you can both read everything here and bring it to a good ending.`,
  farewell: "A good ending",
  keepsake: "Your keepsake",
  another: "Ask for another match",
  asked: "Your programme knows. It answers in Oakroom and by mail.",
  cannotAsk: "It knows already, or could not be reached just now. You find it on Home under “Ask the programme”.",
  address: "Your way in",
} as const;

const whoIs: Readonly<Record<WhoLeft, (name: string) => string>> = {
  me: () => "You",
  other: (name) => name,
  both: () => "You both",
};

/** The page on which somebody leaves, and the lines on Home. */
export const leavingText = {
  title: "I am leaving",
  lead: (programme: string) => `It is fine to leave ${programme}. Nobody asks why, and no reason is kept.`,
  happens: [
    "You get no more suggestions and no more mail of this programme.",
    "Your rooms can still be read, brought to a good ending and taken along, for as many days as your programme has set: you are told the day at once. Then they end.",
    "The others of your pairs are told kindly, and can ask for another match.",
  ],
  address: "Your way in",
  addressLine: "If your address ends with your job, add a private one first. You sign in with it from then on.",
  hasAddress: "You have a private address; it goes on letting you in.",
  leave: "I am leaving",
  stay: "Not now",
  asks: (programme: string) => `Leave ${programme}?`,
  touches: (names: string) =>
    `It touches your pairing with ${names}: they are told at once, kindly. Only your programme can take it back.`,
  touchesNobody: "You have no pairing there. Only your programme can take it back.",
  leaveNow: "Leave now",
  done: (programme: string) => `You have left ${programme}`,
  doneLine: (until: string) =>
    `Until ${until} your rooms there can be read, brought to a good ending and taken along. If this is a mistake, your programme can take it back by then.`,
  doneNoRooms: "Thank you for the time you gave.",
  notIn: "You do not take part in this programme",
  home: "Home",
  addAddress: "Add a private address",
  onHome: (until: string) => `Your rooms there can be read and brought to a good ending until ${until}.`,
} as const;

/** The managers' words. */
export const managersText = {
  days: "Days that rooms of somebody who left stay open",
  daysHint:
    "For reading and a good ending. Counts for whoever leaves from now on; whoever has left keeps the day they were told.",
  daysWrong: `Type a number of days from ${leastLeavingDays} to ${mostLeavingDays}`,
  left: "They have left",
  sure: { one: "Has this person left?", other: "Have these # people left?" },
  hint: (days: number) =>
    `Nobody is asked why. They get no more suggestions and no more mail of this programme. Their rooms can be read and brought to a good ending for ${days} days; both of each pair are told, with the day. You can take it back until then.`,
  noted: { one: "It is noted that # person left.", other: "It is noted that # people left." },
  notAll: (noted: number, all: number) => `Noted for ${noted} of ${all}. Please try again for the others.`,
  until: (day: string) => `Their rooms wait for a good ending until ${day}. Until then you can take it back.`,
  back: "Take it back",
  backHint: "They stand where they stood, their rooms open again, and they are told.",
} as const;
