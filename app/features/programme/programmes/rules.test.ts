import { describe, expect, it } from "vitest";
import { aDay } from "../../../values/day.ts";
import { variantIds } from "../../room/agreement/rules.ts";
import { changedOnly, nextStep, refuseProgramme, variants } from "./rules.ts";
import { placeSentence, variantText } from "./text.ts";

const lena = { name: "Lena Brandt", email: "lena@northwind.example" };
const paul = { name: "Paul Okafor", email: "paul@northwind.example" };
const rolling = { kind: "rolling" } as const;
const cohort = (from: string, to: string) => ({ kind: "cohort", startsOn: aDay(from), endsOn: aDay(to) }) as const;

describe("a programme", () => {
  it.each([
    ["goes on", rolling, [lena, paul], undefined],
    ["has a first and a last day", cohort("2026-10-01", "2027-06-30"), [lena, paul], undefined],
    ["lasts a day", cohort("2026-10-01", "2026-10-02"), [lena, paul], undefined],
    ["ends on its first day", cohort("2026-10-01", "2026-10-01"), [lena, paul], "ends-before-it-starts"],
    ["ends before it starts", cohort("2026-10-02", "2026-10-01"), [lena, paul], "ends-before-it-starts"],
    ["has one contact twice", rolling, [lena, lena], "same-contact-twice"],
    [
      "has two contacts of one name",
      rolling,
      [lena, { ...lena, name: ` ${lena.name.toUpperCase()}`, email: "another@northwind.example" }],
      "same-contact-twice",
    ],
    [
      "has one contact under two names",
      rolling,
      [lena, { name: "L.", email: " LENA@Northwind.example " }],
      "same-contact-twice",
    ],
  ])("that %s", (_, timing, contacts, answer) => {
    expect(refuseProgramme({ timing, contacts })).toBe(answer);
  });
});

describe("what comes next for Maria", () => {
  const nobody = { added: 0, invited: 0, enrolled: 0 };
  const none = { proposed: 0, live: 0, leaving: 0 };
  it.each([
    ["nobody on the list", nobody, none, "people"],
    ["people who were not asked", { ...nobody, added: 3, enrolled: 9 }, none, "invite"],
    ["people who were invited", { ...nobody, invited: 3 }, none, "join"],
    ["one who takes part, others invited", { ...nobody, invited: 3, enrolled: 1 }, none, "join"],
    ["two who take part, others invited", { ...nobody, invited: 3, enrolled: 2 }, none, "match"],
    ["everyone suggested to somebody", { ...nobody, enrolled: 4 }, { proposed: 2, live: 0, leaving: 0 }, "answers"],
    [
      "a pair, and others invited",
      { ...nobody, invited: 418, enrolled: 2 },
      { proposed: 0, live: 1, leaving: 0 },
      "join",
    ],
    ["everyone in a pair", { ...nobody, enrolled: 4 }, { proposed: 0, live: 2, leaving: 0 }, "none"],
    ["somebody whose pair has left", { ...nobody, enrolled: 2 }, { proposed: 0, live: 0, leaving: 1 }, "none"],
    ["a pair, and two newcomers", { ...nobody, enrolled: 4 }, { proposed: 0, live: 1, leaving: 0 }, "match"],
  ])("with %s", (_, people, pairs, step) =>
    expect(nextStep({ isDraft: false, contactsToAsk: 0, people, pairs })).toBe(step),
  );

  it("P88: with people on the list of a draft, what comes before the first invitation", () => {
    const added = { ...nobody, added: 3 };
    const draft = { isDraft: true, contactsToAsk: 0, people: added, pairs: none };
    expect(nextStep(draft)).toBe("launch");
    expect(nextStep({ ...draft, people: nobody })).toBe("people");
  });

  it("P88: contacts for concerns whom nobody asked come before the checklist, since keys take them days", () => {
    const draft = { isDraft: true, contactsToAsk: 1, people: { ...nobody, added: 3 }, pairs: none };
    expect(nextStep(draft)).toBe("contacts");
    expect(nextStep({ ...draft, isDraft: false })).toBe("invite");
  });
});

describe("the kinds of places", () => {
  it("each have a sentence of their own, without the name in bold", () => {
    const sentences = variants.map(placeSentence);
    expect(new Set(sentences).size).toBe(variants.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{40,}\.$/);
    expect(placeSentence("health")).toMatch(/^Patients are never named\./);
    expect(placeSentence("charity")).toMatch(/safeguarding lead/);
    expect(Object.keys(variantText)).toEqual([...variants]);
  });

  it("are those that an agreement knows", () => {
    expect([...variants]).toEqual([...variantIds]);
  });
});

describe("two managers change settings side by side", () => {
  const read = { name: "Spring", wording: "", contacts: [lena, paul], suggestionDays: 7 };
  const omar = { name: "Omar Sy", email: "omar@northwind.example" };

  it("and whoever saves later takes nothing back that they did not change", () => {
    const now = { ...read, contacts: [lena, omar], suggestionDays: 10 };
    expect(changedOnly(read, { ...read, name: "Autumn" }, now)).toEqual({ ...now, name: "Autumn" });
    expect(changedOnly(read, read, now)).toEqual(now);
  });

  it("and what both changed is as the later one says", () => {
    const now = { ...read, name: "Summer" };
    expect(changedOnly(read, { ...read, name: "Autumn", wording: "Kind." }, now)).toEqual({
      ...read,
      name: "Autumn",
      wording: "Kind.",
    });
  });
});
