import { describe, expect, it } from "vitest";
import { LogId, makeUuid } from "../../../values/id.ts";
import { fields } from "../../../server/matrix/fields.ts";
import { roomParts } from "../state/fold.ts";
import { anAccount, happened } from "../state/testing.ts";
import { offlimits, ownOfflimits, topicsFor } from "./rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const room = LogId.parse(makeUuid(1, new Uint8Array(10)));
const other = LogId.parse(makeUuid(2, new Uint8Array(10)));

describe("P38: topics off limits", () => {
  it("start empty, stand for one room, and go without a trace in the state", () => {
    const kept = happened(leila, "offlimits.kept", { roomId: room, text: "my appraisal" });
    const state = ownOfflimits.reduce(ownOfflimits.initial, kept);
    expect(ownOfflimits.initial.topics).toEqual([]);
    expect(topicsFor(state, room).map(({ text }) => text)).toEqual(["my appraisal"]);
    expect(topicsFor(state, other)).toEqual([]);
    expect(ownOfflimits.reduce(state, happened(leila, "offlimits.removed", { topic: kept.id }))).toEqual(
      ownOfflimits.initial,
    );
  });
  it("that the other may know of are taken back by their owner alone", () => {
    const told = happened(leila, "offlimits.told", { text: "faith" });
    const state = offlimits.reduce(offlimits.initial, told);
    expect(offlimits.reduce(state, happened(ingrid, "offlimits.untold", { topic: told.id }))).toEqual(state);
    expect(offlimits.reduce(state, happened(leila, "offlimits.untold", { topic: told.id })).told).toEqual([]);
  });
  it("P38 never: an “only for me” topic, or its change, has an event in the room; no programme has a list of its own", () => {
    const inRoom = roomParts.flatMap(({ events }) => events.map(({ type }) => type));
    const ofRoom = inRoom.filter((type) => type.startsWith("offlimits."));
    expect(ofRoom.toSorted()).toEqual(["offlimits.told", "offlimits.untold"]);
    const open = Object.entries(fields).filter(([, names]) => /off-?limits|banned|forbiddenTopics/i.test(names));
    expect(open).toEqual([]);
  });
});
