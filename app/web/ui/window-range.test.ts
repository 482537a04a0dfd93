import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RowHeights, windowRange } from "./window-range.ts";

describe("the rows of a long list that are drawn", () => {
  it("are those in view, with some to spare on both sides", () => {
    expect(windowRange(new RowHeights(10_000, 100), 5000, 800, 200)).toEqual({
      from: 48,
      to: 61,
      before: 4800,
      after: 993_900,
    });
  });

  it("are the first ones while the list is still below the view", () => {
    expect(windowRange(new RowHeights(100, 100), -300, 800, 0).from).toBe(0);
  });

  it("are the last ones at the end", () => {
    const range = windowRange(new RowHeights(100, 100), 99_999, 800, 0);
    expect(range).toEqual({ from: 99, to: 100, before: 9900, after: 0 });
  });

  it("are none in an empty list", () => {
    expect(windowRange(new RowHeights(0, 100), 0, 800, 200)).toEqual({ from: 0, to: 0, before: 0, after: 0 });
  });

  it("follow what was measured", () => {
    const heights = new RowHeights(10, 100);
    expect(heights.measure(0, 500)).toBe(true);
    expect(heights.measure(0, 500.3)).toBe(false);
    expect(heights.measure(99, 10)).toBe(false);
    expect(heights.top(1)).toBe(500);
    expect(windowRange(heights, 0, 400, 0)).toEqual({ from: 0, to: 1, before: 0, after: 900 });
  });

  it("keep what was measured when the list grows or shrinks", () => {
    const heights = new RowHeights(3, 100);
    heights.measure(1, 250);
    heights.resize(5);
    expect(heights.top(5)).toBe(650);
    heights.resize(2);
    expect(heights.top(2)).toBe(350);
  });

  it("agree with adding every height up, whatever was measured", () => {
    const steps = fc.array(fc.tuple(fc.nat(49), fc.integer({ min: 1, max: 900 })), { maxLength: 60 });
    fc.assert(
      fc.property(steps, fc.nat(40_000), (measured, distance) => {
        const heights = new RowHeights(50, 80);
        const plain = Array.from({ length: 50 }, () => 80);
        for (const [row, height] of measured) {
          heights.top(row);
          if (heights.measure(row, height)) plain[row] = height;
        }
        const tops = plain.map((_, row) => plain.slice(0, row).reduce((sum, each) => sum + each, 0));
        expect(tops.map((_, row) => heights.top(row))).toEqual(tops);
        const expected = tops.findLastIndex((top) => top <= distance);
        expect(heights.rowAt(distance)).toBe(expected);
      }),
    );
  });
});
