import { expect, it } from "vitest";
import { agreement } from "../../agreement/rules.ts";
import { feedback, type FeedbackEvent } from "../../feedback/rules.ts";
import { notes } from "../../notes/rules.ts";
import { releases } from "../../releases/rules.ts";
import { emptyRoom, type RoomState } from "../../state/fold.ts";
import { referTo } from "../../state/reference/rules.ts";
import { anAccount, anItem, happened } from "../../state/testing.ts";
import { waitsFor } from "./rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const kinds = (state: RoomState, who: typeof leila) => waitsFor(state, who).map(({ is }) => is);

const asked = happened(ingrid, "feedback.asked", { topic: "the retrospective" });
const permit = (answer: "now" | "later" | "not-today") =>
  happened(leila, "feedback.permitted", { to: referTo(asked), answer });
const heardOf = (...events: ReadonlyArray<FeedbackEvent>): RoomState => ({
  ...emptyRoom,
  feedback: events.reduce(feedback.reduce, feedback.initial),
});

it("a thought waits for whoever would hear it, and after a “now” for whoever says it", () => {
  expect(kinds(heardOf(asked), leila)).toEqual(["thought"]);
  expect(kinds(heardOf(asked), ingrid)).toEqual([]);
  expect(kinds(heardOf(asked, permit("now")), ingrid)).toEqual(["leave"]);
  expect(kinds(heardOf(asked, permit("now")), leila)).toEqual([]);
  const given = happened(ingrid, "feedback.given", { asked: asked.id, keep: "You let him lead.", try: "", part: "" });
  expect(kinds(heardOf(asked, permit("now"), given), ingrid)).toEqual([]);
});

it("what was answered “later” or “not today” waits for nobody", () => {
  for (const answer of ["later", "not-today"] as const)
    for (const who of [leila, ingrid]) expect(kinds(heardOf(asked, permit(answer)), who)).toEqual([]);
});

it("what was said back, words asked for, and a part of the agreement wait for the other alone", () => {
  const item = { id: anItem(), hash: "0".repeat(64) };
  const state: RoomState = {
    ...emptyRoom,
    notes: notes.reduce(notes.initial, happened(ingrid, "notes.heard", { text: "You would rather ask." })),
    releases: releases.reduce(releases.initial, happened(ingrid, "releases.asked", { item, to: "Anna", why: "" })),
    agreement: agreement.reduce(
      agreement.initial,
      happened(ingrid, "agreement.proposed", { part: "cancel", content: { text: "A day before." } }),
    ),
  };
  expect(kinds(state, leila)).toEqual(["release", "heard", "part"]);
  expect(kinds(state, ingrid)).toEqual([]);
});
