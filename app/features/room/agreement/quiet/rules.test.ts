import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { Instant } from "../../../../values/instant.ts";
import { referTo } from "../../state/reference/rules.ts";
import { anAccount, happened } from "../../state/testing.ts";
import { agreement, type PartContents } from "../rules.ts";
import { PartProposed } from "../schema.ts";
import { textToSign } from "../signing/text.ts";
import { wordsOf } from "../text.ts";
import { isQuietHour } from "./now/rules.ts";
import { quietHoursOf, readQuietHours } from "./rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const inWords = { withinWorkingDays: 2, channel: "In this room", quietHours: "Evenings and weekends" };
const evening = { ...inWords, quietHours: "", quiet: { from: 20 * 60, to: 8 * 60 } };
const at = (time: string) => Instant.parse(Date.parse(`2026-10-10T${time}:00Z`));

function agreedOn(content: PartContents["reply"]) {
  const proposed = happened(leila, "agreement.proposed", { part: "reply", content } as const);
  const accepted = happened(ingrid, "agreement.accepted", { proposal: referTo(proposed) });
  return [proposed, accepted].reduce(agreement.reduce, agreement.initial);
}

describe("P12: the quiet hours of the agreement", () => {
  it("are two clock times, and hold by each one's own clock, through midnight too", () => {
    const state = agreedOn(evening);
    const told = ["05:59", "06:00", "17:59", "18:00", "23:30"].map((time) =>
      isQuietHour(state, at(time), "Europe/Berlin"),
    );
    expect(told).toEqual([true, false, false, true, true]);
    expect(isQuietHour(state, at("19:00"), "Europe/London")).toBe(true);
    expect(isQuietHour(state, at("19:00"), "America/New_York")).toBe(false);
  });
  it("hold once both said yes to them, and none hold where there are none", () => {
    const proposed = happened(leila, "agreement.proposed", { part: "reply", content: evening } as const);
    expect(isQuietHour(agreement.reduce(agreement.initial, proposed), at("22:00"), "UTC")).toBe(false);
    expect(isQuietHour(agreedOn({ ...inWords, quietHours: "" }), at("22:00"), "UTC")).toBe(false);
  });
  it.each([
    ["20:00 to 8:00", { from: 1200, to: 480 }],
    ["from 20 until 7.30", { from: 1200, to: 450 }],
    ["8 pm – 7 am", { from: 1200, to: 420 }],
    ["the weekend", undefined],
    ["after 22:00", undefined],
  ])("that were agreed in words alone count as far as two clock times stand in them: %s", (quietHours, hours) => {
    expect(quietHoursOf({ ...inWords, quietHours })).toEqual(hours);
  });
  it("go by the times, whatever clock times stand in the words beside them", () => {
    expect(quietHoursOf({ ...evening, quietHours: "On Fridays from 14:00 to 15:00, too" })).toEqual(evening.quiet);
  });
});

describe("the two times", () => {
  it.each([
    ["20:00", "08:00", { from: 1200, to: 480 }],
    ["", "", "none"],
    ["20:00", "", "not-both"],
    ["", "08:00", "not-both"],
    ["08:00", "08:00", "not-both"],
  ])("from %s until %s", (from, to, read) => {
    expect(readQuietHours(from, to)).toEqual(read);
  });
  it("are minutes of a day, and never one time twice", () => {
    const proposed = (from: number, to: number) =>
      z.safeParse(PartProposed.payload, { part: "reply", content: { ...evening, quiet: { from, to } } }).success;
    expect([proposed(1200, 480), proposed(0, 1439)]).toEqual([true, true]);
    expect([proposed(480, 480), proposed(-1, 480), proposed(0, 1440), proposed(0.5, 60)]).toEqual(Array(4).fill(false));
  });
});

describe("what is said of them", () => {
  const line = (content: PartContents["reply"]) =>
    wordsOf({ part: "reply", content }, (minutes) => `${minutes / 60} h`);

  it("is in the reader's own way of writing times; what both sign is the same on both sides", () => {
    expect(line({ ...evening, quietHours: "Weekends, too." })).toEqual([
      "We write: In this room. We answer within 2 working days. Quiet hours: 20 h to 8 h, each by their own clock. Weekends, too.",
    ]);
    expect(textToSign([{ part: "reply", content: evening }])).toContain("20:00 to 08:00, each by their own clock.");
  });
  it("stays as it was for words that were agreed before there were times, and is left out where there are none", () => {
    expect(line(inWords)).toEqual([
      "We write: In this room. We answer within 2 working days. Quiet hours: Evenings and weekends",
    ]);
    expect(line({ ...inWords, quietHours: "" })).toEqual(["We write: In this room. We answer within 2 working days."]);
  });
});
