import { describe, expect, it } from "vitest";
import { dayLength, Instant, later } from "../../../values/instant.ts";
import { daysBetween, nextReminder, oldEnough } from "./rules.ts";

const now = Instant.parse(Date.parse("2026-10-10T08:00:00Z"));
const ago = (days: number) => later(now, -days * dayLength);

describe("reminding", () => {
  it.each([
    ["never reminded", undefined, undefined],
    ["reminded today", now, later(now, daysBetween * dayLength)],
    ["reminded two days ago", ago(2), later(now, dayLength)],
    ["reminded three days ago", ago(3), undefined],
  ])("%s", (_, lastAt, next) => expect(nextReminder(lastAt, now)).toBe(next));

  it("leaves what is younger alone", () => expect(oldEnough(now)).toBe(ago(3)));
});
