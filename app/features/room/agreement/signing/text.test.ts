import { expect, it } from "vitest";
import { confExceptions } from "../../../../../content/en/confidentiality.generated.ts";
import { plainText } from "../../../../../content/blocks.ts";
import { type PartWording, variantIds } from "../rules.ts";
import { limitsWords, textToSign } from "./text.ts";

const wording = "Patients are never named.\nNot even their wards.";
const limits = { part: "limits", content: { edition: "1", variant: "health", wording } } as const satisfies PartWording;
const scope = { part: "scope", content: { here: "Leading", notHere: "Pay" } } as const satisfies PartWording;

it("P10: what both sign holds the statement, its exceptions, and the programme's own words", () => {
  const text = textToSign([limits, scope]);
  expect(text).toContain(plainText(confExceptions));
  expect(text).toContain(wording);
  expect(text.indexOf(plainText(confExceptions))).toBeLessThan(text.indexOf(wording));
  expect(text).toContain("## Here for, and not for");
});

it("P10: no words of a programme take the exceptions out", () => {
  const same = { ...limits.content, wording: "" };
  for (const variant of variantIds) expect(limitsWords({ ...same, variant })).toContain(plainText(confExceptions));
});

it("each kind of organisation, and each wording of a programme, is a text of its own", () => {
  const texts = variantIds.flatMap((variant) => [
    textToSign([{ part: "limits", content: { edition: "1", variant, wording: "" } }]),
    textToSign([{ part: "limits", content: { edition: "1", variant, wording } }]),
  ]);
  expect(new Set(texts).size).toBe(texts.length);
});

it("stays below what an event may carry, also with the longest words of a programme", () => {
  const longest = { ...limits.content, wording: "a".repeat(2000) };
  expect(textToSign([{ part: "limits", content: longest }]).length).toBeLessThan(8000);
});
