/** Sentences about calendars. */
import type { CalendarKind } from "./schema.ts";

/** One sentence for each refusal. */
export const refusalText = { "no-address": "This address has ended meanwhile. Make a new one." } as const;

/** What each of the two is. */
export const kindText: Readonly<Record<CalendarKind, { readonly title: string; readonly words: string }>> = {
  own: {
    title: "For your own calendar",
    words: "Your next session with each person, as “Busy”. It follows when a date moves.",
  },
  busy: {
    title: "For an assistant",
    words: "The same times, always as “Busy”: no words of yours, and no name.",
  },
};

/** The page. */
export const text = {
  title: "Your calendar",
  lead: "An address that your calendar program reads by itself.",
  back: "Settings",
  make: "Make an address",
  again: "Make a new address",
  end: "Take it away",
  since: (day: string) => `There is an address since ${day}.`,
  once: "Add it in your calendar program as a subscription. It is shown this once; you can always make a new one.",
  whoever: "Whoever has this address can read these times. A new address ends the old one.",
  address: "Address",
  ended: "Taken away. Calendars that used it find nothing there any more.",
  what: "What an entry says",
  wording: "Words on an entry",
  withName: "Add the other person’s name",
  withNameHint: "Everyone who sees your calendar then reads it. Topics never stand there.",
  save: "Save",
  saved: "Saved. Calendar programs show it when they next look.",
  room: "Times come from the server. Should your room show another time, the room is right.",
} as const;
