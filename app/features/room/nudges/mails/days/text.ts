/** Sentences about working days and time off. */

/** The days of the week, as they are kept: "1" is Monday. */
export const weekdays = [
  { value: "1", text: "Monday" },
  { value: "2", text: "Tuesday" },
  { value: "3", text: "Wednesday" },
  { value: "4", text: "Thursday" },
  { value: "5", text: "Friday" },
  { value: "6", text: "Saturday" },
  { value: "7", text: "Sunday" },
] as const;

/** The part of the page. */
export const daysText = {
  workDays: "Days on which you work",
  workDaysHint: "Nudges wait for one of them. A reminder for a Monday comes on the last one before.",
  off: "Time off",
  offHint: "Holidays, leave: no nudge on these days.",
  from: "First day off",
  to: "Last day off",
  add: "Add these days",
  remove: (days: string) => `Remove ${days}`,
  removeShort: "Remove",
  span: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
} as const;
