/** Every sentence about erasing a room. */
import { inNumber } from "../../../../values/plural.ts";

/** The page on which the two erase their room. */
export const erasingText = {
  title: "Erase this room",
  notEnded: "A room can be erased once the pairing has ended.",
  both: (name: string) => `It takes both of you. Nothing goes before ${name} says yes too, and nobody is reminded.`,
  /** Where the other has said yes: the word of whoever reads this decides. */
  yours: (name: string) =>
    `${name} has said yes, so yours decides: with it everything goes at once. Without it nothing goes, and nobody is reminded.`,
  goes: "What goes",
  goesLine:
    "Everything in this room, on the server at once, and on your devices and theirs as soon as each is here again. It cannot be brought back.",
  stays: "What stays",
  staysLine: (name: string) =>
    `That the two of you were a pair, and that both said yes. Files and keepsakes that were saved, pictures of a screen, what you or ${name} showed somebody, and your own drawer.`,
  copies:
    "Oakroom cannot see whether somebody kept a copy elsewhere: a device that never comes back here, or a server that does not do as it says. Such a copy opens with your keys or theirs alone.",
  backups: (days: number, day: string) =>
    days === 0
      ? "The operator says that no backups are kept."
      : inNumber(days, {
          one: `Backups made before are kept for a day: if you both say yes today, until ${day}.`,
          other: `Backups made before are kept for # days: if you both say yes today, until ${day}.`,
        }),
  backupsUntil: (day: string) => `Backups made before are kept until ${day}. Later ones hold nothing of it.`,
  backupsUnknown: "How long backups made before are kept, the operator of your server can tell you.",
  keptUntil: (day: string) =>
    `This server keeps the room until ${day}. Then it goes there by itself; what lies on your devices stays.`,
  keepsake: "Take your keepsake first",
  choose: "Say yes to erasing",
  mine: (name: string) => `You said yes. The room goes once ${name} does too.`,
  takeBack: "Take it back",
  theirs: (name: string) => `${name} said yes to erasing this room. You need not.`,
  keep: "Keep the room",
  keepLine: (name: string) => `${name} reads that you would keep it. It is signed with your keys, as a yes would be.`,
  keptByMe: (name: string) =>
    `You keep this room, and ${name} can read that. Nothing goes; only if you say yes later, while ${name}’s yes stands, is it erased.`,
  keptByThem: (name: string) =>
    `${name} would like to keep this room, so nothing of it goes. Your yes stands until you take it back.`,
  onHome: (name: string) => `${name} would like the room that you shared erased. You need not.`,
  look: (name: string) => `See what it means: the room with ${name}`,
  act: { keep: "Keep it", yes: "Say yes", last: "Say yes, and erase it now", no: "Take it back" },
  cancel: "Not now",
  erased: (day: string) => `You both erased this room on ${day}.`,
  erasedLine: "Nothing of it is left here, and nothing on the server.",
  dropped: "The programme keeps ended rooms for a time, and that time is over. What lies on this device stays.",
  back: "Go to Home",
} as const;

/** Why one's word was not taken, where it was not the secret. */
export const erasingRefusalText = {
  locked: "Unlock your rooms first.",
  "no-such-room": "This room is not here.",
  "not-ended": erasingText.notEnded,
  erased: "It is erased already.",
  "began-anew": "You made new keys within the last seven days. Until a week has gone by, no room is erased with them.",
} as const;
