import { describe, expect, it } from "vitest";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import { changeOfNote, notes, type NotesState, waitingForMe } from "./rules.ts";

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

describe("a note of one's own", () => {
  const note = happened(leila, "notes.written", { text: "Tuesday at two." });
  const written = notes.reduce(notes.initial, note);
  const change = (who: typeof leila, payload: { text?: string }, state = written) =>
    notes.reduce(state, happened(who, "notes.changed", { note: referTo(note), ...payload }));

  it("stands as it was written until Leila changes it", () => {
    expect(changeOfNote(written, note)).toBeUndefined();
  });
  it("has her new words once she corrects it, the last ones where she does so twice", () => {
    const twice = change(leila, { text: "Thursday at two." }, change(leila, { text: "Wednesday at two." }));
    expect(changeOfNote(twice, note)?.text).toBe("Thursday at two.");
    expect(twice.changed).toHaveLength(1);
  });
  it("has no words any more once she takes it back", () => {
    expect(changeOfNote(change(leila, {}), note)).toMatchObject({ text: undefined });
  });
  it("never changes by what Ingrid says of it, nor does hers undo Leila's change", () => {
    expect(changeOfNote(change(ingrid, { text: "I promise you a job." }), note)).toBeUndefined();
    const both = change(ingrid, {}, change(leila, { text: "Wednesday at two." }));
    expect(changeOfNote(both, note)?.text).toBe("Wednesday at two.");
  });
});
