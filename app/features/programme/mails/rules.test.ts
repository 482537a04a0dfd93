import { describe, expect, it } from "vitest";
import { aDay } from "../../../values/day.ts";
import { Instant } from "../../../values/instant.ts";
import { type MailChoices, nextMorning, whenToMail } from "./rules.ts";

const at = (text: string) => Instant.parse(Date.parse(text));
const choices: MailChoices = {
  muted: [],
  hours: null,
  timeZone: "Europe/Helsinki",
  quietUntil: null,
  wakeUps: false,
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
