import { describe, expect, it } from "vitest";
import { profileFields } from "../profile/rules.ts";
import { fieldRows, keptFacts, openFacts } from "./rules.ts";
import { keptFactText, openFactText, text } from "./text.ts";

describe("who sees what", () => {
  it("no manager sees a date, a rhythm, a mail setting, a wake-up or a disclosure", () => {
    const seen = Object.entries(openFacts).filter(([, fact]) => fact.manager !== "no");
    expect(seen.map(([name]) => name)).toEqual(["pair", "firstMeeting", "mayLikeAWord"]);
  });

  it("a contact for concerns sees that something was shown to them, and nothing else", () => {
    const seen = Object.entries(openFacts).filter(([, fact]) => fact.contact !== "no");
    expect(seen).toEqual([["disclosure", openFacts.disclosure]]);
  });

  it("answers to suggestions, keys and sign-in are no manager's business", () => {
    const seen = Object.entries(keptFacts).filter(([, fact]) => fact.manager === "yes");
    expect(seen.map(([name]) => name)).toEqual([
      "place",
      "imported",
      "invitation",
      "drafts",
      "managing",
      "asked",
      "changes",
      "reasons",
    ]);
  });

  it("every field of a profile stands on the page with the readers that the profile declares", () => {
    expect(fieldRows().map(({ field, readers }) => [field, readers])).toEqual(
      Object.entries(profileFields).map(([field, { readers }]) => [field, readers]),
    );
    expect(
      fieldRows()
        .filter(({ mayWidenTo }) => mayWidenTo.length > 0)
        .map(({ field }) => field),
    ).toEqual(["setback"]);
  });

  it("the page promises no more than it can keep", () => {
    const words = JSON.stringify([openFactText, keptFactText, text]);
    expect(words).not.toMatch(/completely|guarantee|never be read|impossible/i);
  });
});
