import { describe, expect, it } from "vitest";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import { notes, type NotesState, waitingForMe } from "./rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const heard = happened(ingrid, "notes.heard", { text: "You want to lead by knowing the work." });
const sent: NotesState = notes.reduce(notes.initial, heard);
const answer = (who: typeof leila, payload: { answer: "yes" | "almost" | "no"; text?: string }, state = sent) =>
  notes.reduce(state, happened(who, "notes.heard-answered", { heard: referTo(heard), ...payload }));

describe("P08: what I heard", () => {
  it("waits for the other's answer, not for its writer's", () => {
    expect(waitingForMe(sent, leila).map(({ id }) => id)).toEqual([heard.id]);
    expect(waitingForMe(sent, ingrid)).toEqual([]);
    expect(answer(ingrid, { answer: "yes" })).toEqual(sent);
  });
  it.each([
    ["yes keeps the words", { answer: "yes" } as const, "You want to lead by knowing the work."],
    [
      "almost puts the other's words",
      { answer: "almost", text: "I want to lead, and I miss being one of them." } as const,
      "I want to lead, and I miss being one of them.",
    ],
    ["no keeps what was written, unconfirmed", { answer: "no" } as const, "You want to lead by knowing the work."],
  ])("%s", (_, payload, text) => {
    expect(answer(leila, payload).heard[0]).toMatchObject({ answer: payload.answer, text });
  });
  it("stands once it was confirmed", () => {
    const confirmed = answer(leila, { answer: "yes" });
    expect(answer(leila, { answer: "no" }, confirmed)).toEqual(confirmed);
  });
});
