import { describe, expect, it } from "vitest";
import { aDay } from "../../../values/day.ts";
import { Instant } from "../../../values/instant.ts";
import { type MailChoices, nextMorning, nextWorkDay, onWorkDay, whenToMail, whenToNudge, worksAt } from "./rules.ts";

const at = (text: string) => Instant.parse(Date.parse(text));
const choices: MailChoices = {
  muted: [],
  hours: null,
  timeZone: "Europe/Helsinki",
  quietUntil: null,
  wakeUps: false,
  workDays: [1, 2, 3, 4, 5, 6, 7],
  daysOff: [],
};
const noon = at("2026-10-05T09:00:00Z");

describe("when a mail may go out", () => {
  it("at once, while nothing was chosen", () => {
    expect(whenToMail(choices, "gap", noon)).toBe(noon);
  });

  it("never, where its kind was muted; the others come", () => {
    const muted = { ...choices, muted: ["gap"] } as const;
    expect([whenToMail(muted, "gap", noon), whenToMail(muted, "review", noon)]).toEqual(["never", noon]);
  });

  it("P40 never: a wake-up that nobody switched on", () => {
    expect(whenToMail(choices, "wake-ups", noon)).toBe("never");
    expect(whenToMail({ ...choices, wakeUps: true }, "wake-ups", noon)).toBe(noon);
  });

  it("after the hours without mail, by the reader's own clock", () => {
    const day = { ...choices, hours: { from: 9 * 60, to: 17 * 60 } };
    expect(whenToMail(day, "gap", noon)).toBe(at("2026-10-05T14:00:00Z"));
    const night = { ...choices, hours: { from: 20 * 60, to: 8 * 60 } };
    expect(whenToMail(night, "gap", noon)).toBe(noon);
    expect(whenToMail(night, "gap", at("2026-10-05T18:00:00Z"))).toBe(at("2026-10-06T05:00:00Z"));
    expect(whenToMail(night, "gap", at("2026-10-05T23:00:00Z"))).toBe(at("2026-10-06T05:00:00Z"));
    expect(whenToMail({ ...choices, hours: { from: 60, to: 60 } }, "gap", noon)).toBe(noon);
  });

  it("on the morning of the day until which it is quiet", () => {
    const quiet = { ...choices, quietUntil: aDay("2026-10-08") };
    expect(whenToMail(quiet, "review", noon)).toBe(at("2026-10-08T06:00:00Z"));
    expect(whenToMail(quiet, "review", at("2026-10-08T05:00:00Z"))).toBe(at("2026-10-08T05:00:00Z"));
  });

  it("on the next morning where one went out today, past the hours without mail", () => {
    expect(nextMorning(choices, noon)).toBe(at("2026-10-06T06:00:00Z"));
    expect(nextMorning({ ...choices, hours: { from: 0, to: 12 * 60 } }, noon)).toBe(at("2026-10-06T09:00:00Z"));
  });
});

describe("working days and time off", () => {
  const week = { ...choices, workDays: [1, 2, 3, 4, 5] };
  const saturday = at("2026-10-10T09:00:00Z");

  it("let a nudge wait for the morning of the next working day", () => {
    expect(whenToNudge(week, "gap", noon)).toBe(noon);
    expect(whenToNudge(week, "gap", saturday)).toBe(at("2026-10-12T06:00:00Z"));
    expect(nextMorning(week, at("2026-10-09T09:00:00Z"))).toBe(at("2026-10-12T06:00:00Z"));
  });

  it("let it wait past a holiday, and past hours without mail on the day after", () => {
    const away = { ...week, daysOff: [{ from: aDay("2026-10-05"), to: aDay("2026-10-16") }] };
    expect(whenToNudge(away, "gap", noon)).toBe(at("2026-10-19T06:00:00Z"));
    const late = { ...away, hours: { from: 0, to: 10 * 60 } };
    expect(whenToNudge(late, "gap", noon)).toBe(at("2026-10-19T07:00:00Z"));
  });

  it("leave what a reader muted, and quiet times, as they are", () => {
    expect(whenToNudge({ ...week, muted: ["gap"] }, "gap", noon)).toBe("never");
    const quiet = { ...week, quietUntil: aDay("2026-10-10") };
    expect(whenToNudge(quiet, "gap", noon)).toBe(at("2026-10-12T06:00:00Z"));
  });

  it("bring a reminder forward to the last working day, at its hour, a few days at most", () => {
    const sunday = at("2026-10-11T12:00:00Z");
    expect(onWorkDay(week, sunday)).toBe(at("2026-10-09T12:00:00Z"));
    expect(onWorkDay(week, noon)).toBe(noon);
    const away = { ...week, daysOff: [{ from: aDay("2026-10-01"), to: aDay("2026-10-11") }] };
    expect(onWorkDay(away, sunday)).toBe(sunday);
    // Helsinki leaves summer time on 25 October: the hour on the clock stays.
    expect(onWorkDay(week, at("2026-10-25T12:00:00Z"))).toBe(at("2026-10-23T11:00:00Z"));
  });

  it("say nothing for good to nobody: whoever is away for years still hears", () => {
    const away = { ...week, daysOff: [{ from: aDay("2026-01-01"), to: aDay("2036-01-01") }] };
    expect(nextWorkDay(away, aDay("2026-10-05"))).toBe("2026-10-05");
  });
});

it.each([
  ["on a working day", "2026-10-02T09:00:00Z", true],
  ["on a free Saturday", "2026-10-03T09:00:00Z", false],
  ["late on Friday, where it is Saturday for them", "2026-10-02T21:30:00Z", false],
  ["in the holidays", "2026-10-12T09:00:00Z", false],
])("a nudge in the app waits as a mail does: %s", (_, now, works) => {
  const free = { workDays: [1, 2, 3, 4, 5], daysOff: [{ from: aDay("2026-10-10"), to: aDay("2026-10-18") }] };
  expect(worksAt({ ...choices, ...free }, at(now))).toBe(works);
});
