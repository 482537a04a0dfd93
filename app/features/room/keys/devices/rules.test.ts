import { expect, it } from "vitest";
import { namesApart } from "./rules.ts";

it("devices of one name are numbered in the order in which they were added; all others keep their names", () => {
  const devices = [
    { id: "c", name: "Firefox on Linux", addedAt: 3 },
    { id: "a", name: "Firefox on Linux", addedAt: 1 },
    { id: "b", addedAt: 2 },
    { id: "d", name: "My phone", addedAt: 4 },
    { id: "e", addedAt: 5 },
  ];
  expect(Object.fromEntries(namesApart(devices, "A device"))).toEqual({
    a: "Firefox on Linux",
    b: "A device",
    c: "Firefox on Linux (2)",
    d: "My phone",
    e: "A device (2)",
  });
});
