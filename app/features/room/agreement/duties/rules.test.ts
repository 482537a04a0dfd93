import { expect, it } from "vitest";
import { dutyIds } from "../rules.ts";
import { dutiesAsked } from "./rules.ts";

it("P10: Ingrid, a mentor, is asked about every duty", () => {
  expect(dutiesAsked("mentor")).toEqual({ usual: dutyIds, seldom: [] });
});

it("P10: Leila, a mentee, reads what concerns a mentee; the rarer ones are folded away, and none is lost but the mentor's own", () => {
  const { usual, seldom } = dutiesAsked("mentee");
  expect(usual).toEqual(["people-manager", "none"]);
  expect([...usual, ...seldom].toSorted()).toEqual(dutyIds.filter((id) => id !== "decides-about-mentee").toSorted());
});
