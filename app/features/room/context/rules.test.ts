import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { anAccount, happened } from "../state/testing.ts";
import { context, contextFields, contextOf } from "./rules.ts";
import { ContextWritten } from "./schema.ts";
import { fieldText } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const words = { days: "Three days in the lab", people: "", hard: "", care: "" };
const written = context.reduce(context.initial, happened(leila, "context.written", words, "2026-10-05T08:00:00Z"));

describe("P18: the mentee's context", () => {
  it("is read by the mentor with the day of its last change", () => {
    const changed = context.reduce(
      written,
      happened(leila, "context.written", { ...words, hard: "Two managers" }, "2026-10-09T08:00:00Z"),
    );
    expect(contextOf(changed, leila)).toMatchObject({
      words: { days: "Three days in the lab", hard: "Two managers" },
      at: Date.parse("2026-10-09T08:00:00Z"),
    });
  });
  it("is its owner's alone, and gone once nothing is left on it", () => {
    const beside = context.reduce(written, happened(ingrid, "context.written", { ...words, days: "In Oslo" }));
    expect(contextOf(beside, leila)?.words.days).toBe("Three days in the lab");
    const gone = context.reduce(beside, happened(leila, "context.written", { ...words, days: "" }));
    expect(contextOf(gone, leila)).toBeUndefined();
  });
  it("may be left empty in every field", () => {
    expect(z.safeParse(ContextWritten.payload, { days: "", people: "", hard: "", care: "" }).success).toBe(true);
  });
  it("P18 never asks for what is sensitive, and has no field beside its four texts", () => {
    expect(contextFields).toEqual(["days", "people", "hard", "care"]);
    expect(Object.values(fieldText).join(" ")).not.toMatch(
      /health|disab|relig|faith|belief|polit|ethnic|origin|race|gender|sex|orient|union|age\b|marri|child/i,
    );
    for (const field of ["health", "origin", "gender", "tags"])
      expect(z.safeParse(ContextWritten.payload, { ...words, [field]: "x" }).success).toBe(false);
  });
});
