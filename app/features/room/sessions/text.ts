/** What the timeline says of sessions. */
export const sessionsLineText = {
  takeaway: "What I take with me",
  topic: "Would like to talk about",
  offered: "offered dates",
  planned: (when: string) => `settled a date: ${when}.`,
  moved: (when: string) => `moved the session to ${when}.`,
  cancelled: "took the session back",
  closed: "closed the session",
  reopened: "said that a session was not held after all",
  met: "noted a meeting",
  late: (minutes: number) => `will be ${minutes} minutes late`,
  words: {
    helped: "found that it helped",
    partly: "found that it helped in part",
    "not-today": "found that it did not help that day",
  },
  fixed: "chose a regular time",
} as const;
