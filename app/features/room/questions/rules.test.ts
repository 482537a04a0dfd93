import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { itemTexts } from "../../../../content/blocks.ts";
import { blocks } from "../../../../content/en/questions.generated.ts";
import { makeUuid, SessionId } from "../../../values/id.ts";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import {
  depthOffered,
  isLeftOut,
  pausedBy,
  lastAsked,
  questions,
  type QuestionsState,
  themes,
  themesFor,
} from "./rules.ts";
import { questionsEvents } from "./schema.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const sessionId = SessionId.parse(makeUuid(2, new Uint8Array(10)));
const asked = happened(ingrid, "questions.asked", { text: "What is not going the way you planned?", sessionId });
const onTable: QuestionsState = questions.reduce(questions.initial, asked);
const texts = themes.flatMap(({ id }) => itemTexts(blocks[id]).map((text) => ({ id, text })));

describe("P35 P54 P70 P71 P72 P73 P74 P75: the bank", () => {
  it("holds about ninety questions, each once", () => {
    expect(texts.length).toBeGreaterThanOrEqual(85);
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  });
  it("asks openly: none begins as one that yes or no would answer", () => {
    const closed = /^(Do|Does|Did|Is|Are|Was|Were|Have|Has|Had|Can|Could|Will|Would|Should|May|Shall)\b/;
    expect(texts.filter(({ text }) => closed.test(text))).toEqual([]);
    expect(texts.filter(({ text }) => !text.includes("?"))).toEqual([]);
  });
  it("says in each text's own words how deep it goes", () => {
    for (const { id, depth } of themes)
      expect(blocks[id].meta).toContain(`depth ${["one", "two", "three"][depth - 1]}`);
  });
});

describe("P55: depth", () => {
  it.each([
    ["the first session", 0, 1],
    ["the second", 1, 1],
    ["the third", 2, 2],
    ["the tenth", 9, 2],
  ])("in %s", (_, held, depth) => {
    expect(depthOffered(questions.initial, leila, held)).toBe(depth);
  });
  it("goes further, or less far, where the mentee says so, and only then", () => {
    const byMentee = questions.reduce(questions.initial, happened(leila, "questions.depth", { depth: 3 }));
    expect(depthOffered(byMentee, leila, 0)).toBe(3);
    const byMentor = questions.reduce(questions.initial, happened(ingrid, "questions.depth", { depth: 3 }));
    expect(depthOffered(byMentor, leila, 0)).toBe(1);
    const back = questions.reduce(byMentee, happened(leila, "questions.depth", { depth: 1 }));
    expect(depthOffered(back, leila, 9)).toBe(1);
  });
  it("P55 never: no question of depth three reaches anyone unasked", () => {
    for (const held of [0, 1, 2, 50]) {
      const depth = depthOffered(questions.initial, leila, held);
      for (const role of ["mentor", "mentee"] as const)
        expect(themesFor(role, depth).filter((theme) => theme.depth === 3)).toEqual([]);
    }
  });
});

describe("P61: Not this", () => {
  it("leaves a question at once, whoever says so", () => {
    expect(lastAsked(onTable, sessionId)).toMatchObject({ text: asked.payload.text, isParked: false });
    for (const who of [leila, ingrid]) {
      const parked = questions.reduce(onTable, happened(who, "questions.parked", { question: asked.id }));
      expect(lastAsked(parked, sessionId)?.isParked).toBe(true);
    }
  });
  it("P61 P39 never: no reason and no count has a place in what is written", () => {
    for (const event of questionsEvents) {
      for (const more of ["reason", "because", "count", "why"]) {
        const payload = { question: asked.id, sessionId, of: leila, text: "x", depth: 1, [more]: "x" };
        expect(z.safeParse(event.payload, payload).success).toBe(false);
      }
    }
    expect(Object.keys(onTable).toSorted()).toEqual(["asked", "opened", "paused"]);
  });
});

describe("P39: Pause this topic", () => {
  const place = { sessionId, of: leila };
  const paused = questions.reduce(onTable, happened(leila, "questions.topic-paused", place));
  it("sets a topic aside once, for this session", () => {
    expect(pausedBy(paused, place)).toBe(leila);
    expect(pausedBy(paused, { sessionId, of: ingrid })).toBeUndefined();
    expect(questions.reduce(paused, happened(ingrid, "questions.topic-paused", place))).toBe(paused);
  });
  it("is taken back by whoever paused it, and never by the other", () => {
    expect(questions.reduce(paused, happened(ingrid, "questions.topic-resumed", place))).toBe(paused);
    expect(questions.reduce(paused, happened(leila, "questions.topic-resumed", place))).toEqual(onTable);
  });
});

describe("answers", () => {
  const answer = (who: typeof leila) =>
    questions.reduce(onTable, happened(who, "questions.answered", { question: referTo(asked), text: "The budget." }));
  it("are written by the one who was asked", () => {
    expect(answer(leila).asked[0]?.answer).toBe("The budget.");
    expect(answer(ingrid).asked[0]?.answer).toBeUndefined();
  });
  it("never stand under other words that Ingrid gave the same id", () => {
    const other = {
      ...asked,
      hash: "0".repeat(64),
      payload: { ...asked.payload, text: "Whose budget did you overspend?" },
    };
    const swapped = questions.reduce(questions.initial, other);
    const payload = { question: referTo(asked), text: "The budget." };
    expect(questions.reduce(swapped, happened(leila, "questions.answered", payload)).asked[0]?.answer).toBeUndefined();
  });
  it("keep the state small: the newest twenty questions", () => {
    let state = questions.initial;
    for (let at = 0; at < 30; at += 1)
      state = questions.reduce(state, happened(ingrid, "questions.asked", { text: `Question ${at}?` }));
    expect(state.asked.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, at) => `Question ${at + 10}?`));
  });
});

describe("P38: topics left out", () => {
  it.each([
    ["What is your health like?", ["my health"], true],
    ["What are your colleagues like?", ["colleague Daniel"], true],
    ["What is going well?", ["my health"], false],
    ["What would make this month easier?", ["What I would do with my pay"], false],
    ["What is going well?", ["", "pay"], false],
  ])("%s beside %j", (question, topics, left) => {
    expect(isLeftOut(question, topics)).toBe(left);
  });
});
