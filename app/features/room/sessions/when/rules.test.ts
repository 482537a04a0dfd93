import { describe, expect, it } from "vitest";
import type { WayKind } from "../rules.ts";
import { wayWords } from "./rules.ts";

const linkIn = (kind: WayKind, where: string) => wayWords({ kind, where }).find(({ href }) => href !== undefined);

describe("P57: how Leila and Ingrid meet can be followed with one tap", () => {
  it.each([
    ["video", "https://meet.example/oak", "https://meet.example/oak"],
    ["video", "https://meet.example/oak; by phone if that fails", "https://meet.example/oak"],
    ["video", "Our room (https://meet.example/oak?pwd=1).", "https://meet.example/oak?pwd=1"],
    ["in-person", "Kantine, https://map.example/7", "https://map.example/7"],
    ["phone", "Ingrid calls +49 40 123 45-67", "tel:+49401234567"],
    ["phone", "Leila ruft an, (040) 1234567", "tel:0401234567"],
  ] as const)("%s: %s", (kind, where, href) => {
    expect(linkIn(kind, where)?.href).toBe(href);
    expect(
      wayWords({ kind, where })
        .map(({ words }) => words)
        .join(""),
    ).toBe(where);
  });
  it.each([
    ["video", ""],
    ["video", "javascript:alert(1)"],
    ["video", "http://meet.example/oak"],
    ["video", "data:text/html,<b>x</b>"],
    ["video", "https://meet.example:oak"],
    ["video", "https://bank.example@evil.example/"],
    ["writing", "Room 12345678"],
    ["in-person", "Room 12, floor 3"],
  ] as const)("%s: %s is words alone", (kind, where) => {
    expect(linkIn(kind, where)).toBeUndefined();
  });
});
