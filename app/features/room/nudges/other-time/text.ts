/** What is said where the server tells another time than the room. */
export const otherTimeText = {
  title: "Mails and calendars may show another time",
  at: (name: string, day: string, time: string) => `With ${name}: your room says ${day} at ${time}.`,
  none: (name: string) => `With ${name}: your room has no next date.`,
  why: "Go by the room: the two of you set the time there, and the server cannot change it. It tells another one in mails and calendars.",
} as const;
