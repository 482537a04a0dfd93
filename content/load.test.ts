import { describe, expect, it } from "vitest";
import { plainText } from "./blocks.ts";
import { isContentId, loadBlock } from "./load.ts";

describe("finding a text by id", () => {
  it("loads it from its theme", async () => {
    const block = await loadBlock("safety.now");
    expect(plainText(block, { "emergency number": "112" })).toContain("Call 112.");
  });

  it("knows which ids there are", () => {
    expect(isContentId("conf.statement")).toBe(true);
    expect(isContentId("toString")).toBe(false);
  });
});
