import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, anItem, happened } from "../state/testing.ts";
import { isAllowed, releases, type ReleasesState, waitForMe } from "./rules.ts";
import { ReleaseAnswered, ReleaseAsked, releasesEvents } from "./schema.ts";
import { releasesText } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const item = { id: anItem(), hash: "ab".repeat(32) };
const asked = happened(leila, "releases.asked", { item, to: "Anna", why: "She has the same team." });
const asking = releases.reduce(releases.initial, asked);
const yes = { request: referTo(asked), item: item.hash, to: "Anna", answer: "as-written" as const };
const answers = (
  who: typeof leila,
  payload: Parameters<typeof happened<"releases.answered", typeof yes>>[2] | object,
) => happened(who, "releases.answered", { ...yes, ...payload });
const answer = (who: typeof leila, payload: object = {}, state: ReleasesState = asking) =>
  releases.reduce(state, answers(who, payload));
const one = ({ all }: ReleasesState) => all[0];

describe("P28 P60: asking first", () => {
  it("waits for the owner, and no answer means no", () => {
    expect(waitForMe(asking, ingrid)).toHaveLength(1);
    expect(waitForMe(asking, leila)).toEqual([]);
    expect(asking.all.some(isAllowed)).toBe(false);
  });
  it("takes the owner's yes, no, or other words, and lets them change it", () => {
    const allowed = answer(ingrid);
    expect(allowed.all.every(isAllowed)).toBe(true);
    const reworded = answer(ingrid, { answer: "in-other-words", text: "A team stopped arguing." }, allowed);
    expect(one(reworded)?.answer).toMatchObject({ kind: "in-other-words", text: "A team stopped arguing." });
    expect(answer(ingrid, { answer: "no" }, reworded).all.some(isAllowed)).toBe(false);
  });
  it("stands once the file was made, and both see that", () => {
    const given = answers(ingrid, {});
    const allowed = releases.reduce(asking, given);
    const made = happened(leila, "releases.made", { request: referTo(asked), answer: referTo(given) });
    const handed = releases.reduce(allowed, made);
    expect(one(handed)?.madeAt).toBe(made.at);
    expect(one(answer(ingrid, { answer: "no" }, handed))?.answer?.kind).toBe("as-written");
  });
});

it("P53: asking first holds for the mentor's words as for the mentee's", () => {
  for (const [asker, owner] of [
    [leila, ingrid],
    [ingrid, leila],
  ] as const) {
    const request = happened(asker, "releases.asked", { item, why: "" });
    const state = releases.reduce(releases.initial, request);
    const given = { request: referTo(request), item: item.hash, answer: "as-written" as const };
    expect(one(releases.reduce(state, happened(asker, "releases.answered", given)))?.answer).toBeUndefined();
    expect(one(releases.reduce(state, happened(owner, "releases.answered", given)))?.answer?.by).toBe(owner);
  }
});

describe("P28 P60 never", () => {
  it("P60 never: the asker answers for the owner, by silence or by themselves", () => {
    expect(one(answer(leila))?.answer).toBeUndefined();
    const made = happened(leila, "releases.made", { request: referTo(asked), answer: referTo(asked) });
    expect(one(releases.reduce(asking, made))?.madeAt).toBeUndefined();
  });
  it.each([
    ["another item", { item: "cd".repeat(32) }],
    ["another person", { to: "Berta" }],
    ["everybody", { to: undefined }],
    ["another request", { request: { id: anItem(), hash: asked.hash } }],
    ["a request whose id another item took", { request: { id: asked.id, hash: "cd".repeat(32) } }],
    ["no words at all", { answer: "in-other-words", text: " " }],
  ])("P60 never: a yes to %s counts", (_, payload) => {
    expect(one(answer(ingrid, payload))?.answer).toBeUndefined();
  });
  it("P60 never: a file is made of an answer that was taken back, or by the owner", () => {
    const given = answers(ingrid, {});
    const takenBack = answer(ingrid, { answer: "no" }, releases.reduce(asking, given));
    const made = { request: referTo(asked), answer: referTo(given) };
    expect(one(releases.reduce(takenBack, happened(leila, "releases.made", made)))?.madeAt).toBeUndefined();
    const allowed = releases.reduce(asking, given);
    expect(one(releases.reduce(allowed, happened(ingrid, "releases.made", made)))?.madeAt).toBeUndefined();
  });
  it("P60 never blanket: a request names exactly one item, and an answer exactly one request", () => {
    const payload = { item, to: "Anna", why: "" };
    expect(z.safeParse(ReleaseAsked.payload, payload).success).toBe(true);
    expect(z.safeParse(ReleaseAsked.payload, { ...payload, item: [item, item] }).success).toBe(false);
    expect(z.safeParse(ReleaseAsked.payload, { ...payload, item: "all" }).success).toBe(false);
    expect(z.safeParse(ReleaseAnswered.payload, { ...yes, request: [yes.request] }).success).toBe(false);
  });
  it("P28 never: a programme or a server releases anything; no event knows a third party", () => {
    const fields = JSON.stringify(releasesEvents.map(({ payload }) => z.toJSONSchema(payload)));
    expect(fields).not.toMatch(/manager|programme|override|admin|reason/i);
  });
  it("P28 says that no software can stop a photograph", () => {
    expect(releasesText.mayBePhotographed).toMatch(/no software can stop a photograph/);
  });
});
