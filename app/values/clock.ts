/** A time of day as a time control gives and takes it: "14:30". On no day, in no zone. */

/** Minutes after midnight, 0 to 1439; `undefined` while the control is unset or half typed. */
export function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** "14:30" of minutes after midnight: the same for every reader. */
export function inFigures(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
