import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { addDays, aDay } from "../../../values/day.ts";
import { EndRelationship, ListPairs, PauseRelationship } from "../../programme/relationships/schema.ts";
import { anAccount, happened } from "../state/testing.ts";
import { ending, isEndNear, isLastTalkHeld } from "./rules.ts";
import { endingEvents } from "./schema.ts";
import { endingText, farewellText } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const on = aDay("2026-12-18");
const planned = ending.reduce(ending.initial, happened(leila, "ending.planned", { on }));
const words = { learned: "To ask early.", give: "", wish: "A calm year.", thanks: "" };

describe("P104: a good ending", () => {
  it("is planned by either, comes into view four weeks before, and is taken back by either", () => {
    expect(isEndNear(planned, addDays(on, -29))).toBe(false);
    expect(isEndNear(planned, addDays(on, -28))).toBe(true);
    expect(isEndNear(planned, addDays(on, 3))).toBe(true);
    const back = ending.reduce(planned, happened(ingrid, "ending.planned", { on: null }));
    expect(isEndNear(back, on)).toBe(false);
  });
  it("asks for no further date once the last talk was held, or its day has gone by", () => {
    const held = [addDays(on, -14)];
    expect(isLastTalkHeld(planned, held, addDays(on, -7))).toBe(false);
    expect(isLastTalkHeld(planned, [...held, addDays(on, -2)], addDays(on, -1))).toBe(true);
    expect([isLastTalkHeld(planned, held, on), isLastTalkHeld(planned, held, addDays(on, 1))]).toEqual([false, true]);
    expect(isLastTalkHeld(ending.initial, held, addDays(on, 1))).toBe(false);
  });
  it("has each one's own words, as they wrote them last", () => {
    const said = ending.reduce(planned, happened(leila, "ending.said", words));
    const beside = ending.reduce(said, happened(ingrid, "ending.said", { ...words, learned: "To wait." }));
    const again = ending.reduce(beside, happened(leila, "ending.said", { ...words, contact: "now-and-then" }));
    expect(again.said[leila]).toEqual({ ...words, contact: "now-and-then" });
    expect(again.said[ingrid]?.learned).toBe("To wait.");
  });
  it("P104: the other's words are kept with a yes alone, and a yes can be taken back", () => {
    expect(planned.mayKeep[ingrid]).toBeUndefined();
    const yes = ending.reduce(planned, happened(ingrid, "ending.may-keep", { may: true }));
    expect([yes.mayKeep[ingrid], yes.mayKeep[leila]]).toEqual([true, undefined]);
    expect(ending.reduce(yes, happened(ingrid, "ending.may-keep", { may: false })).mayKeep[ingrid]).toBe(false);
  });
  it("P104 never: an exit reason leaves anybody, for there is no place for one", () => {
    const fields = JSON.stringify(
      endingEvents.map(({ payload }) => z.toJSONSchema(payload, { unrepresentable: "any" })),
    );
    expect(fields).not.toMatch(/reason|why|cause|fault/i);
  });
});

describe("P52 P107: an early ending", () => {
  it("P107 takes no reason, no wait and no body at all", () => {
    for (const act of [EndRelationship, PauseRelationship]) expect(act).not.toHaveProperty("body");
    expect(endingText.heard("Ravi", "Lina")).toContain("says nothing about you");
  });
  it("P52 never asks whether somebody is sure, and never claims that words can be unseen", () => {
    const said = JSON.stringify([endingText, farewellText]);
    expect(said).not.toMatch(/are you sure|really|think again|wait a day|unsend|unsee|take back what/i);
  });
  it("P107 never: managers see more of an ending than the date", () => {
    const shown = JSON.stringify(
      z.toJSONSchema(ListPairs.answer ?? z.object({}), { unrepresentable: "any", io: "input" }),
    );
    expect(shown).toContain("endedOn");
    expect(shown).not.toMatch(/reason|endedBy|count|rate|left|exits/i);
  });
});
