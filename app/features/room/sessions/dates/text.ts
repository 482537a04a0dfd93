/** Every sentence about finding dates. */
import type { WayKind } from "../rules.ts";
import type { MetRefusal, SlotRefusal } from "./settling/rules.ts";

/** One sentence for each refusal of a slot. */
export const slotText: Readonly<Record<SlotRefusal, string>> = {
  "gone-by": "This time has gone by. Choose a later one.",
  "too-far": "This is more than two years ahead.",
  "no-length": "A session has between 5 minutes and 10 hours.",
};

/** One sentence for each refusal of a day met. */
export const metText: Readonly<Record<MetRefusal, string>> = {
  "in-the-future": "This day is still to come.",
  "before-you-were-a-pair": "You were not a pair yet on this day.",
  "already-recorded": "This day is there already.",
};

/** The ways of meeting. */
export const wayText: Readonly<Record<WayKind, string>> = {
  "in-person": "In person",
  phone: "By phone",
  video: "By video",
  writing: "In writing",
};

/** What to write beside each way. */
export const whereText: Readonly<Record<WayKind, string>> = {
  "in-person": "Where",
  phone: "Who calls whom, under which number",
  video: "The link, and what you do if it fails",
  writing: "Where you write, if not here",
};

/** The words of screens. */
export const datesText = {
  next: "Next session",
  none: "No date yet",
  noneLine: "A first date within two weeks helps.",
  firstPlan: "Your first meeting has a plan of its own; your topic comes after it.",
  find: "Find a date",
  change: "Move it",
  prepare: "Prepare",
  begin: "Begin",
  close: "Close it",
  chooseDate: "Choose a date",
  seeDates: "See the dates",
  every: (days: number) => (days === 7 ? "every week" : days === 14 ? "every two weeks" : `every ${days} days`),
  prepareOpens: (when: string) => `Prepare opens ${when}.`,
  offerMine: (name: string) => `You offered dates. ${name} has not chosen yet.`,
  offerTheirs: (name: string) => `${name} offers these dates`,
  choose: "This one suits me",
  others: "None of these; offer others",
  title: "Find a date",
  titleMove: "Move the session",
  cancelRule:
    "Moving a meeting is fine, and needs no reason. Please say so 24 hours before, or as soon as you know; whoever moves it offers new dates.",
  inHours: "Inside the hours you both gave",
  noHours: "The hours you both gave do not meet, or one of you gave none. Choose times yourself.",
  ownTimes: "Other times",
  times: "Times",
  dayLabel: (at: number) => `Day, ${at}`,
  timeLabel: (at: number) => `Time, ${at}`,
  zone: (zone: string) => `Your clock: ${zone}`,
  lengthLabel: "How long",
  minutes: "minutes",
  inMinutes: "in minutes",
  upToThree: (name: string) => `Offer up to three; ${name} chooses one.`,
  pickFewer: "Three dates are enough. Take one away.",
  way: "How you meet",
  note: "A short note",
  noteHint: (name: string) => `${name} reads it with the dates.`,
  send: "Offer these dates",
  settle: "Already agreed? Enter it",
  enter: "Enter this date",
  offerInstead: "Offer dates instead",
  pickOne: "Choose at least one time.",
  pickJustOne: "Choose the one time that you agreed on.",
  moved: "The new dates are on their way.",
  sent: "Your dates are on their way.",
  regular: "A regular time",
  regularLead: "The same weekday and hour makes it easy.",
  weekday: "Weekday",
  time: "Time",
  everyDays: "How often",
  nextThree: "The next three dates",
  take: "Take the first of these",
  regularChoose: "Choose a regular time",
  regularChange: "Change it",
  regularSave: "Make this our regular time",
  regularGone: "No regular time",
  skipped: "On this day clocks jump over that hour; the time moves forward.",
  cancel: "Cancel this session",
  cancelled: "The session is cancelled.",
  met: "We met on…",
  metLead: "For a session that was not planned here.",
  metDay: "Day",
  metSave: "Note it",
  calendar: "Put it into my calendar",
  calendarTitle: "Title in my calendar",
  calendarHint: "Whoever may see your calendar sees this. “Busy” says nothing.",
  calendarSave: "Save the file",
  busy: "Busy",
  youTook: "You took away",
  theyTook: (name: string) => `${name} took away`,
  past: "Past sessions",
  notHeld: "Not held after all",
  notHeldLabel: (day: string) => `Not held after all: ${day}`,
  pastNone: "No session yet.",
  late: "I will be a few minutes late",
  lateSaid: (name: string) => `${name} knows.`,
  theyAreLate: (name: string, minutes: number) => `${name} will be about ${minutes} minutes late.`,
} as const;
