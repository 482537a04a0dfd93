import { describe, expect, it } from "vitest";
import { firstUnseen, lastPlace, type Placed, unseen } from "./rules.ts";

const entry = (place: string, by: "Leila" | "Ingrid", isWaiting = false): Placed => ({ place, by, isWaiting });
const entries = [entry("a", "Leila"), entry("b", "Ingrid"), entry("c", "Leila"), entry("d", "Ingrid")];

describe("what is new to Leila", () => {
  it.each([
    ["after her last look: what Ingrid wrote since", "b", "d"],
    ["nothing where she has seen the last of it", "d", undefined],
    ["the first of Ingrid's where nothing was shown here before", undefined, "b"],
    ["the first of Ingrid's where her last look lies further back", "long ago", "b"],
  ])("%s", (_, seen, first) => {
    expect(firstUnseen(entries, seen, "Ingrid")).toBe(first);
  });

  it("all of it, to be counted on Home", () => {
    expect(unseen(entries, undefined, "Ingrid")).toEqual(["b", "d"]);
    expect(unseen(entries, "b", "Ingrid")).toEqual(["d"]);
  });

  it("nothing any more once she wrote something after it", () => {
    expect(firstUnseen([...entries, entry("e", "Leila")], "b", "Ingrid")).toBeUndefined();
  });

  it("never her own words", () => {
    expect(firstUnseen([entry("a", "Leila"), entry("b", "Leila")], "a", "Ingrid")).toBeUndefined();
  });

  it("counts from the last entry that has its place, not from one that waits", () => {
    expect(lastPlace([...entries, entry("e", "Leila", true)])).toBe("d");
    expect(lastPlace([])).toBeUndefined();
  });
});
