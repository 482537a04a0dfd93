import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { LogId, makeUuid } from "../../../values/id.ts";
import { ownParts, roomParts } from "../state/fold.ts";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import { type Going, isStoryOf, ownRepair, refuseOwned, repair, type RepairState } from "./rules.ts";
import { repairLineText } from "./said/text.ts";
import { ConcernRaised, GoingDecided, MistakeOwned } from "./schema.ts";
import { repairText } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const roomId = LogId.parse(makeUuid(4, new Uint8Array(10)));
const mistake = { what: "I spoke over you.", effect: "You stopped.", now: "I ask, and wait." };

describe("P16: I got this wrong", () => {
  it("asks three things, and all of them", () => {
    expect(refuseOwned(mistake)).toBeUndefined();
    for (const field of ["what", "effect", "now"]) expect(refuseOwned({ ...mistake, [field]: " " })).toBe("not-whole");
  });
  it("has no place for a but, or for a request to be forgiven", () => {
    expect(Object.keys(repairLineText.ownedParts)).toEqual(["what", "effect", "now"]);
    for (const name of ["forgive", "explanation"])
      expect(z.safeParse(MistakeOwned.payload, { ...mistake, [name]: "x" }).success).toBe(false);
  });
  it("P16 never is logged outside the room: the room's state keeps nothing of it, and the own log has no such event", () => {
    const owned = happened(ingrid, "repair.owned", mistake);
    expect(repair.reduce(repair.initial, owned)).toBe(repair.initial);
    expect(ownParts.flatMap(({ events }) => events.map(({ type }) => type))).not.toContain("repair.owned");
  });
});

describe("P82: something is bothering me", () => {
  const keep = (text: string, state = ownRepair.initial) =>
    ownRepair.reduce(state, happened(leila, "repair.kept", { roomId, text }));
  it("begins with a sentence, and waits in one's own log until it is sent or taken away", () => {
    expect(repairText.starter).toMatch(/before it grows/);
    const kept = keep("When the plan moved, I felt left out.");
    expect(kept.kept[roomId]).toBe("When the plan moved, I felt left out.");
    expect(keep("", kept).kept[roomId]).toBe("");
  });
  it("P82 never goes further than its writer sent it: what is kept is in no room, and a concern names nobody else", () => {
    expect(roomParts.flatMap(({ events }) => events.map(({ type }) => type))).not.toContain("repair.kept");
    for (const name of ["contact", "programmeId", "escalate"])
      expect(z.safeParse(ConcernRaised.payload, { text: "x", [name]: "y" }).success).toBe(false);
  });
});

describe("a confidence that was broken", () => {
  const words = { facts: "Daniel knows about the offer.", sorry: "I am sorry.", help: "I told him to keep it." };
  const broken = (mine: boolean, by = ingrid) => happened(by, "repair.broken", { ...words, mine });
  const decide = (state: RepairState, who: typeof leila, going: Going, to: ReturnType<typeof broken>) =>
    repair.reduce(state, happened(who, "repair.decided", { to: referTo(to), going }));

  it.each([
    ["the other, where the writer broke it", true, "Leila"],
    ["the writer, where it was their own story", false, "Ingrid"],
  ])("is decided by %s", (_story, mine, owner) => {
    const said = broken(mine);
    const state = repair.reduce(repair.initial, said);
    const [theirs, others] = owner === "Leila" ? [leila, ingrid] : [ingrid, leila];
    expect(state.broken.map((one) => [isStoryOf(one, theirs), isStoryOf(one, others)])).toEqual([[true, false]]);
    expect(decide(state, others, "go-on", said).broken[0]?.going).toBeUndefined();
    const paused = decide(state, theirs, "pause", said);
    expect(paused.broken[0]?.going).toBe("pause");
    expect(decide(paused, theirs, "go-on", said).broken[0]?.going).toBe("go-on");
  });
  it("has no wait and no reason: a decision is one word", () => {
    const decision = { to: { id: broken(true).id, hash: "0".repeat(64) }, going: "end" };
    expect(z.safeParse(GoingDecided.payload, decision).success).toBe(true);
    for (const name of ["text", "until"])
      expect(z.safeParse(GoingDecided.payload, { ...decision, [name]: "x" }).success).toBe(false);
  });
});
