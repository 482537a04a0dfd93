import { expect, it } from "vitest";
import { yesOrNo } from "./gate.ts";
import { textGates } from "./text.ts";

it("places without code are nothing to complain of; code in them is seen", { timeout: 60_000 }, async () => {
  for (const { name, run } of textGates(["docs/glossary.md"]))
    expect([name, await run()]).toEqual([name, { passed: 1, failed: 0, seen: "0 files", detail: "" }]);
  const format = textGates(["tools/gates/gate.ts"]).find(({ name }) => name === "format");
  expect((await format?.run())?.seen).toBe("1 files");
});

it("where everything is asked about, seeing nothing is a failure", () => {
  expect(yesOrNo(0, "files", "").failed).toBe(1);
  expect(yesOrNo(0, "files", "", true).failed).toBe(0);
  expect(yesOrNo(0, "files", "broken", true).failed).toBe(1);
});
