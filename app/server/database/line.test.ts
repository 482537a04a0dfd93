import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Line, OverloadedError } from "./line.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

/** A line of three that is patient for a second, with whom it has refused. */
function aLine() {
  const line = new Line<{ readonly name: string; readonly reject: (error: unknown) => void }>({
    most: 3,
    patienceMs: 1000,
  });
  const refused: string[] = [];
  const add = (name: string) =>
    line.add({ name, reject: (error) => refused.push(error instanceof OverloadedError ? name : "another error") });
  const take = (many: number) => line.take(many).map(({ name }) => name);
  return { line, refused, add, take };
}

describe("a line of works", () => {
  it("is taken in the order in which they came", () => {
    const { line, add, take, refused } = aLine();
    for (const name of ["a", "b", "c"]) add(name);
    expect([take(2), take(2), line.length, refused]).toEqual([["a", "b"], ["c"], 0, []]);
  });

  it("refuses at once whoever comes to a full line, and nobody who stands in it", () => {
    const { add, take, refused } = aLine();
    for (const name of ["a", "b", "c", "d"]) add(name);
    expect([refused, take(9)]).toEqual([["d"], ["a", "b", "c"]]);
    add("e");
    expect([refused, take(9)]).toEqual([["d"], ["e"]]);
  });

  it("refuses whoever has waited too long, each after the same time", () => {
    const { add, take, refused } = aLine();
    add("a");
    vi.advanceTimersByTime(600);
    add("b");
    vi.advanceTimersByTime(399);
    expect(refused).toEqual([]);
    vi.advanceTimersByTime(2);
    expect(refused).toEqual(["a"]);
    vi.advanceTimersByTime(600);
    expect([refused, take(9)]).toEqual([["a", "b"], []]);
  });

  it("forgets whoever was taken", () => {
    const { add, take, refused } = aLine();
    add("a");
    expect(take(1)).toEqual(["a"]);
    vi.advanceTimersByTime(5000);
    expect(refused).toEqual([]);
  });
});
