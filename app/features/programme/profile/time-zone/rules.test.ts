import { describe, expect, it } from "vitest";
import { nearest, readTimeZone, suggestTimeZone, zoneInWords } from "./rules.ts";

it.each([
  ["America/Sao_Paulo", "Sao Paulo (America)"],
  ["Europe/Kiev", "Kyiv (Europe)"],
  ["America/Argentina/Buenos_Aires", "Buenos Aires (America, Argentina)"],
  ["UTC", "UTC"],
])("%s is shown as %s", (zone, words) => {
  expect(zoneInWords(zone)).toBe(words);
});

describe("time zones", () => {
  it.each([
    ["Europe/Lisbon", "Europe/Lisbon"],
    ["europe/lisbon", "Europe/Lisbon"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Asia/Calcutta", "Asia/Calcutta"],
    ["UTC", "UTC"],
    ["CET+1", undefined],
    ["+01:00", undefined],
    ["Lisbon", undefined],
    ["", undefined],
    ["../../etc/passwd", undefined],
  ])("%j names %j", (text, zone) => expect(readTimeZone(text)).toBe(zone));

  it.each([
    ["CET+1", "Berlin", "Europe/Berlin"],
    ["CET+1", "", "Europe/Berlin"],
    ["Lisbon", "", "Europe/Lisbon"],
    ["Europe/Lisbonn", "", "Europe/Lisbon"],
    ["Europa/Praha", "Prague", "Europe/Prague"],
    ["whenever it suits me", "", undefined],
  ])("%j at site %j may mean %j", (text, site, zone) => expect(suggestTimeZone(text, site)).toBe(zone));

  it("finds the nearest word, and none that is far", () => {
    expect(nearest("mentro", ["mentor", "mentee"])).toBe("mentor");
    expect(nearest("mente", ["mentor", "mentee"])).toBe("mentee");
    expect(nearest("boss", ["mentor", "mentee"])).toBeUndefined();
  });
});
