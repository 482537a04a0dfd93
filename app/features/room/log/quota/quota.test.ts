import { expect, it } from "vitest";
import { AccountId } from "../../../../values/id.ts";
import { dayLength, Instant, later } from "../../../../values/instant.ts";
import { quotas } from "./rules.ts";
import { Quotas } from "./store.ts";

const lina = AccountId.parse("019a0000-0000-7000-8000-000000000001");
const ravi = AccountId.parse("019a0000-0000-7000-8000-000000000002");
const start = Instant.parse(1_800_000_000_000);

it("a day's work of a pair passes, and a flood waits without touching the other's", () => {
  const held = new Quotas();
  for (let at = 0; at < 2000; at += 1) expect(held.take(ravi, { entries: 1, bytes: 4000 }, start)).toBe(0);
  let sent = 0;
  while (held.take(lina, { entries: 1, bytes: 16_384 }, start) === 0) sent += 1;
  expect(sent).toBe(quotas.bytes.burst / 16_384);
  expect(held.take(lina, { entries: 1, bytes: 16_384 }, start)).toBeGreaterThan(0);
  expect(held.take(ravi, { entries: 1, bytes: 16_384 }, start)).toBe(0);
  expect(held.take(lina, { entries: 1, bytes: 16_384 }, later(start, dayLength))).toBe(0);
});

it("takes nothing of one bucket where another is empty", () => {
  const held = new Quotas();
  for (let at = 0; at < quotas.cuts.burst; at += 1) expect(held.take(lina, { cuts: 1 }, start)).toBe(0);
  for (let at = 0; at < quotas.entries.burst; at += 1) held.take(lina, { entries: 1, cuts: 1 }, start);
  expect(held.take(lina, { entries: 1 }, start)).toBe(0);
});
