import { expect, it } from "vitest";
import { dataFile, dataShape } from "./rules.ts";

it("the file says its shape first, and holds each part as it was answered", () => {
  const file = dataFile(
    "2026-10-01T08:00:00.000Z",
    new Map<string, unknown>([
      ["me", { name: "Zoë" }],
      ["places", [{ why: "“quotes”\n" }]],
    ]),
  );
  expect(file.split("\n")[1]).toBe(`  "shape": "${dataShape}",`);
  expect(JSON.parse(file)).toEqual({
    shape: dataShape,
    madeAt: "2026-10-01T08:00:00.000Z",
    me: { name: "Zoë" },
    places: [{ why: "“quotes”\n" }],
  });
});
