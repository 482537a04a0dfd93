import { afterEach, expect, it } from "vitest";
import { draft, dropAllDrafts, dropDraft, keepDraftsFor, keptDrafts } from "./draft.ts";

afterEach(dropAllDrafts);

it("what Leila types is there again when the screen comes back", () => {
  draft("message:1").value = "I said yes because";
  expect(draft("message:1").value).toBe("I said yes because");
  expect(draft("message:2").value).toBe("");
});

it("a draft begins with what it is given, once", () => {
  expect(draft("topic", "Hearing bad news").value).toBe("Hearing bad news");
  expect(draft("topic", "Something else").value).toBe("Hearing bad news");
});

it("the error page lists what holds words, and nothing that was sent", () => {
  draft("a").value = "Kept words";
  draft("b").value = "  ";
  draft("c").value = "Sent words";
  draft("choice:d").value = "2026-12-01";
  dropDraft("c");
  expect(keptDrafts()).toEqual(["Kept words"]);
});

it("signing out forgets everything, also in fields that are still on screen", () => {
  const field = draft("a");
  field.value = "Words";
  dropAllDrafts();
  expect(field.value).toBe("");
  expect(keptDrafts()).toEqual([]);
});

it("what Leila was typing is there when she signs in again, and gone when Ingrid does", () => {
  keepDraftsFor("Leila");
  const field = draft("message:1");
  field.value = "For nobody else";
  keepDraftsFor("Leila");
  expect(draft("message:1").value).toBe("For nobody else");
  keepDraftsFor("Ingrid");
  expect(field.value).toBe("");
  expect(draft("message:1").value).toBe("");
});
