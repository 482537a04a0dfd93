import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { makeUuid, SessionId } from "../../../values/id.ts";
import { shownTypes } from "../timeline/lines.tsx";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import {
  feedback,
  type FeedbackEvent,
  type FeedbackState,
  isGiven,
  isUpwardOpen,
  mayGive,
  refuseBalanced,
  refuseProcess,
  refuseUpward,
  upwardDue,
  upwardHere,
} from "./rules.ts";
import { FeedbackGiven, feedbackEvents, UpwardAnswered, UpwardReplied } from "./schema.ts";
import { feedbackText, upwardText } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const sessionId = SessionId.parse(makeUuid(3, new Uint8Array(10)));
const after = (state: FeedbackState, ...events: ReadonlyArray<FeedbackEvent>) => events.reduce(feedback.reduce, state);

const asked = happened(ingrid, "feedback.asked", { topic: "the retrospective" });
const waiting = after(feedback.initial, asked);
const permit = (answer: "now" | "later" | "not-today", who = leila) =>
  happened(who, "feedback.permitted", { to: referTo(asked), answer });
const feedbackOf = (who = ingrid) =>
  happened(who, "feedback.given", { asked: asked.id, keep: "You let Daniel lead.", try: "", part: "" });

describe("P22: now, later or not today", () => {
  it("opens once the other said now, and not before", () => {
    const note = feedbackOf();
    expect(isGiven(after(waiting, note), note.id)).toBe(false);
    expect(isGiven(after(waiting, permit("later"), note), note.id)).toBe(false);
    expect(isGiven(after(waiting, permit("not-today"), note), note.id)).toBe(false);
    expect(isGiven(after(waiting, permit("later"), permit("now"), note), note.id)).toBe(true);
  });
  it("is answered by the other alone, and given by whoever asked alone", () => {
    expect(after(waiting, permit("now", ingrid)).asked[0]?.answer).toBeUndefined();
    const allowed = after(waiting, permit("now"));
    const stranger = feedbackOf(leila);
    expect(isGiven(after(allowed, stranger), stranger.id)).toBe(false);
    expect(allowed.asked.map((one) => [mayGive(one, ingrid), mayGive(one, leila)])).toEqual([[true, false]]);
  });
  it("takes no now that was given to other words under the same id", () => {
    const other = { id: asked.id, hash: "0".repeat(64) };
    const state = after(waiting, happened(leila, "feedback.permitted", { to: other, answer: "now" }));
    expect(state.asked[0]?.answer).toBeUndefined();
  });
  it("P22 never tells what was read: no event of feedback says so, and an answer stands on no line of its own", () => {
    expect(feedbackEvents.filter(({ type }) => /read|seen|opened/.test(type))).toEqual([]);
    expect(shownTypes).not.toContain("feedback.permitted");
  });
});

describe("P27: balanced feedback", () => {
  it.each([
    ["all three", { keep: "a", try: "b", part: "c" }, undefined],
    ["keep alone", { keep: "a", try: "", part: "" }, undefined],
    ["try alone", { keep: " ", try: "b", part: "" }, "try-without-keep"],
    ["try with my part, and nothing to keep", { keep: "", try: "b", part: "c" }, "try-without-keep"],
    ["nothing", { keep: "", try: "", part: " " }, "nothing-written"],
  ])("%s: %s", (_story, words, answer) => {
    expect(refuseBalanced(words)).toBe(answer);
  });
  it("with try alone counts for nothing, whoever's program sent it", () => {
    const alone = happened(ingrid, "feedback.given", { asked: asked.id, keep: "", try: "Listen more", part: "" });
    expect(isGiven(after(waiting, permit("now"), alone), alone.id)).toBe(false);
  });
  it("P27 never is counted, or shown outside the room: the state has one item a thought, and its words name no reader", () => {
    expect(Object.keys(waiting)).toEqual(["manuals", "asked", "upward"]);
    expect(z.safeParse(FeedbackGiven.payload, { ...feedbackOf().payload, shareWith: "programme" }).success).toBe(false);
  });
});

describe("P81: my feedback manual", () => {
  it("is each one's own, and the newest counts", () => {
    const manual = { how: "directly", moment: "", medium: "written", avoid: "Irony", quiet: "" } as const;
    const state = after(
      feedback.initial,
      happened(leila, "feedback.manual", manual),
      happened(leila, "feedback.manual", { ...manual, avoid: "Irony, and lists" }),
      happened(ingrid, "feedback.manual", { ...manual, how: "wrapped" }),
    );
    expect([state.manuals[leila]?.avoid, state.manuals[ingrid]?.how]).toEqual(["Irony, and lists", "wrapped"]);
    expect(feedbackText.readers("Ingrid")).toMatch(/above every feedback form/);
  });
});

const question = {
  criticism: "My first team said that I answered before they had finished.",
  weak: "I give advice too soon.",
  question: "Should I give more advice, or ask more?",
  first: "More advice",
  second: "More questions",
};
const upward = happened(ingrid, "feedback.upward-asked", { ...question, sessionId });
const open = after(feedback.initial, upward);
const answer = (who: typeof leila, given: "first" | "words" | "not-now" = "first") =>
  happened(who, "feedback.upward-answered", { to: referTo(upward), answer: given, text: "" });

describe("P30: the mentor asks about their own mentoring", () => {
  it.each([
    [1, false],
    [2, false],
    [3, true],
    [4, false],
    [6, true],
  ])("at Close of session %i: %s", (held, due) => {
    expect(upwardDue(held, "mentor", feedback.initial, sessionId)).toBe(due);
  });
  it("is offered no more where it was asked", () => {
    expect(upwardDue(3, "mentor", open, sessionId)).toBe(false);
  });
  it("P30 never prompts the mentee to rate the boss: no session offers it to them, and no answer holds a number", () => {
    for (let held = 0; held < 30; held += 1) expect(upwardDue(held, "mentee", feedback.initial, sessionId)).toBe(false);
    expect(z.safeParse(UpwardAnswered.payload, { ...answer(leila).payload, text: 5 }).success).toBe(false);
  });
});

describe("P95: asking upwards", () => {
  it("goes first with a criticism and a weak point, and offers two choices", () => {
    expect(refuseUpward(question)).toBeUndefined();
    for (const field of ["criticism", "weak", "question", "first", "second"])
      expect(refuseUpward({ ...question, [field]: " " })).toBe("not-whole");
  });
  it.each(["first", "words", "not-now"] as const)("is answered %s, by the other alone", (given) => {
    expect(after(open, answer(leila, given)).upward[0]?.answer?.answer).toBe(given);
    expect(after(open, answer(ingrid, given)).upward[0]?.answer).toBeUndefined();
  });
  it("P95 never is anonymous, or of use outside the room: each answer has its author, and no field says for whom else", () => {
    expect(after(open, answer(leila)).upward[0]?.answer?.by).toBe(leila);
    for (const name of ["anonymous", "appraisal"])
      expect(z.safeParse(UpwardAnswered.payload, { ...answer(leila).payload, [name]: true }).success).toBe(false);
    expect(JSON.stringify(upwardText)).not.toMatch(/anonym/i);
  });
});

describe("P42: the reply", () => {
  const answered = answer(leila);
  const state = after(open, answered);
  const reply = (who: typeof leila) =>
    happened(who, "feedback.upward-replied", {
      to: referTo(answered),
      thanks: "for saying it",
      take: "Ask twice before I answer.",
      question: "",
    });
  it("is whoever asked's to give, once there is an answer", () => {
    expect(state.upward.map((one) => [isUpwardOpen(one, ingrid), isUpwardOpen(one, leila)])).toEqual([[true, false]]);
    expect(after(state, reply(ingrid)).upward[0]?.isReplied).toBe(true);
    expect(after(state, reply(leila)).upward[0]?.isReplied).toBe(false);
  });
  it("stays in view of Close for whoever asked, and for the other until they answered", () => {
    const here = (feedbackNow: FeedbackState, me: typeof leila) => upwardHere(feedbackNow, sessionId, me)?.id;
    expect([here(open, ingrid), here(open, leila)]).toEqual([upward.id, upward.id]);
    expect([here(state, ingrid), here(state, leila)]).toEqual([upward.id, undefined]);
  });
  it("is not asked for after a not now", () => {
    expect(after(open, answer(leila, "not-now")).upward.some((one) => isUpwardOpen(one, ingrid))).toBe(false);
  });
  it("has thank you, what I take and a question, and no box for a defence", () => {
    const payload = { ...reply(ingrid).payload, to: { id: answered.id, hash: "0".repeat(64) } };
    expect(z.safeParse(UpwardReplied.payload, payload).success).toBe(true);
    expect(Object.keys(payload).toSorted()).toEqual(["question", "take", "thanks", "to"]);
    for (const name of ["text", "explanation", "defence"])
      expect(z.safeParse(UpwardReplied.payload, { ...payload, [name]: "But" }).success).toBe(false);
  });
  it("P31: can end in one thing to do differently, which both see among the commitments", () => {
    expect(upwardText.differentlyHint).toBe("It becomes a commitment of yours, which you both see.");
  });
});

describe("P41: the mentee's note on the process", () => {
  it.each([
    ["keep", "", undefined],
    ["change", "", "not-chosen"],
    ["change", "More time for the budget", undefined],
    ["", "Words alone", "not-chosen"],
  ] as const)("%s, “%s”: %s", (way, text, expected) => {
    expect(refuseProcess(way, text)).toBe(expected);
  });
  it("P41 never is forwarded: it changes nothing that a device tells the programme, and names no reader", () => {
    const note = happened(leila, "feedback.process", { change: true, text: "Less advice" });
    expect(after(feedback.initial, note)).toEqual(feedback.initial);
    expect(upwardText.processSend("Ingrid")).toBe("Leave it for Ingrid");
  });
});
