import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayLength, Instant, later } from "../../../../values/instant.ts";
import { type Bucket, leftIn, quotas, takeFrom, waitFor } from "./rules.ts";

const start = Instant.parse(1_800_000_000_000);
const quota = { burst: 10, aDay: 24 };
const hourMs = dayLength / 24;

describe("a bucket of what one person may store", () => {
  it("holds its burst, then says how long to wait", () => {
    let bucket: Bucket | undefined;
    for (let at = 0; at < 10; at += 1) {
      expect(waitFor(bucket, quota, 1, start)).toBe(0);
      bucket = takeFrom(bucket, quota, 1, start);
    }
    expect(waitFor(bucket, quota, 1, start)).toBe(hourMs);
    expect(waitFor(bucket, quota, 3, later(start, hourMs))).toBe(2 * hourMs);
    expect(waitFor(bucket, quota, 1, later(start, hourMs))).toBe(0);
  });

  it("is full again after a while, and never fuller", () => {
    const empty = takeFrom(undefined, quota, 10, start);
    expect(leftIn(empty, quota, start)).toBe(0);
    expect(leftIn(empty, quota, later(start, 30 * dayLength))).toBe(10);
  });

  it("lets one thing larger than itself through once it is full, so that nothing waits for ever", () => {
    expect(waitFor(undefined, quota, 99, start)).toBe(0);
    const empty = takeFrom(undefined, quota, 99, start);
    expect(leftIn(empty, quota, start)).toBe(0);
    expect(waitFor(empty, quota, 99, start)).toBe(10 * hourMs);
  });

  it("fills nothing while the clock goes back", () => {
    const empty = takeFrom(undefined, quota, 10, start);
    expect(leftIn(empty, quota, later(start, -dayLength))).toBe(0);
  });

  it("never lets through more than it holds and fills, in whatever rhythm it is asked", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ waitMs: fc.integer({ min: 0, max: dayLength }), amount: fc.integer({ min: 1, max: 8 }) })),
        (asked) => {
          let bucket: Bucket | undefined;
          let now = start;
          let taken = 0;
          for (const { waitMs, amount } of asked) {
            now = later(now, waitMs);
            if (waitFor(bucket, quota, amount, now) > 0) continue;
            bucket = takeFrom(bucket, quota, amount, now);
            taken += amount;
            expect(taken).toBeLessThanOrEqual(quota.burst + ((now - start) * quota.aDay) / dayLength + 1e-6);
          }
        },
      ),
    );
  });

  it("is wide enough for devices that send everything back after a restore", () => {
    expect(quotas.entries.burst).toBeGreaterThanOrEqual(50_000);
    expect(quotas.bytes.burst / quotas.entries.burst).toBeGreaterThan(4096);
  });
});
