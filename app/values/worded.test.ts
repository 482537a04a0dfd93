import { expect, it } from "vitest";
import { wordsIn } from "./worded.ts";

it("finds what a person wrote, and nothing else", () => {
  const event = {
    sessionId: "019a5a80-0000-7000-8000-000000000001",
    hash: "ab".repeat(32),
    due: "2026-10-01",
    answer: "in-other-words",
    text: "yes",
    inner: [{ lesson: " Ask early. ", way: "" }, 5, null],
  };
  expect(wordsIn(event)).toEqual(["yes", "Ask early."]);
});

it("finds no words in a date that somebody offered, but what they wrote beside it", () => {
  const slot = { startsAt: 1_790_000_000_000, lengthMinutes: 60, timeZone: "UTC" };
  const way = { kind: "video", where: "https://meet.example/our-room" };
  expect(wordsIn({ slots: [slot], way })).toEqual([]);
  expect(wordsIn({ slots: [slot], way, note: "Would one of these suit you?" })).toEqual([
    "Would one of these suit you?",
  ]);
});
