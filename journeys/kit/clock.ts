/** Days and times as people type them. */

/** A day and a time for native controls, some minutes from now, on the clocks of a zone. */
export function inMinutes(
  minutes: number,
  timeZone = "Europe/Berlin",
): { readonly day: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(Date.now() + minutes * 60_000);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { day: `${of("year")}-${of("month")}-${of("day")}`, time: `${of("hour")}:${of("minute")}` };
}
