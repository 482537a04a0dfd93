import { describe, expect, it } from "vitest";
import { aDay } from "../../../values/day.ts";
import { anAccount, anItem, happened } from "../state/testing.ts";
import { commitments, isPastItsDate, openCommitments, refuseCommitment } from "./rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const plan = happened(leila, "commitments.made", {
  owner: leila,
  text: "Write the one-page plan",
  due: aDay("2026-10-17"),
});
const list = happened(ingrid, "commitments.made", { owner: ingrid, text: "Send the reading list" });
const both = [plan, list].reduce(commitments.reduce, commitments.initial);

describe("P03: commitments", () => {
  it("stand with the nearest date first, those without a date last", () => {
    const soon = happened(leila, "commitments.made", { owner: leila, text: "Ask Daniel", due: aDay("2026-10-10") });
    expect(openCommitments(commitments.reduce(both, soon)).map(({ text }) => text)).toEqual([
      "Ask Daniel",
      "Write the one-page plan",
      "Send the reading list",
    ]);
  });
  it("are done, moved, dropped and taken up again by whoever promised them", () => {
    const done = commitments.reduce(both, happened(leila, "commitments.done", { commitment: plan.id }));
    expect(openCommitments(done).map(({ id }) => id)).toEqual([list.id]);
    const moved = commitments.reduce(
      done,
      happened(leila, "commitments.moved", { commitment: plan.id, due: aDay("2026-11-01") }),
    );
    expect(openCommitments(moved)[0]).toMatchObject({ id: plan.id, due: "2026-11-01", standing: "open" });
    const dropped = commitments.reduce(moved, happened(leila, "commitments.dropped", { commitment: plan.id }));
    expect(dropped.all[0]?.standing).toBe("dropped");
    expect(
      commitments.reduce(dropped, happened(leila, "commitments.reopened", { commitment: plan.id })).all[0]?.standing,
    ).toBe("open");
  });
  it("P03 never: Ingrid ticks off, moves, drops or takes up again what Leila promised, whoever wrote it down", () => {
    const forLeila = happened(ingrid, "commitments.made", { owner: leila, text: "Ask Daniel" });
    const before = commitments.reduce(both, forLeila);
    for (const { id: commitment } of [plan, forLeila]) {
      expect(commitments.reduce(before, happened(ingrid, "commitments.done", { commitment }))).toEqual(before);
      expect(commitments.reduce(before, happened(ingrid, "commitments.dropped", { commitment }))).toEqual(before);
      const moved = happened(ingrid, "commitments.moved", { commitment, due: aDay("2026-12-24") });
      expect(commitments.reduce(before, moved)).toEqual(before);
      const dropped = commitments.reduce(before, happened(leila, "commitments.dropped", { commitment }));
      expect(commitments.reduce(dropped, happened(ingrid, "commitments.reopened", { commitment }))).toEqual(dropped);
    }
  });
  it("are left alone by an event that names none of them", () => {
    expect(commitments.reduce(both, happened(leila, "commitments.done", { commitment: anItem() }))).toEqual(both);
  });
  it("hold no count, score or date of a person's misses", () => {
    const keys = new Set(both.all.flatMap((commitment) => Object.keys(commitment)));
    expect([...keys].toSorted()).toEqual(["due", "goal", "id", "owner", "sessionId", "standing", "text"]);
  });
});

describe("a commitment past its date", () => {
  it.each([
    ["2026-10-17", false],
    ["2026-10-18", true],
  ])("on %s: %s", (today, answer) => {
    const [first] = both.all;
    expect(first && isPastItsDate(first, aDay(today))).toBe(answer);
  });
});

describe("making one", () => {
  it.each([
    ["with words and a date to come", { owner: leila, text: "Read it", due: aDay("2026-10-02") }, undefined],
    ["without a date", { owner: ingrid, text: "Read it" }, undefined],
    ["without words", { owner: leila, text: "  " }, "nothing-written"],
    ["for yesterday", { owner: leila, text: "Read it", due: aDay("2026-09-30") }, "date-gone-by"],
    ["for someone else", { owner: anAccount("Ben"), text: "Read it" }, "not-one-of-you"],
  ])("%s: %s", (_, made, answer) => expect(refuseCommitment(made, [leila, ingrid], aDay("2026-10-01"))).toBe(answer));
});
