import { describe, expect, it } from "vitest";
import type { Cohort, Mentee, Mentor } from "./people.ts";
import { reasons } from "./reasons.ts";
import { termsOf } from "./terms.ts";
import { amara, cohortOf, ravi } from "./testing/people.ts";

const told = (mentee: Partial<Mentee>, mentor: Partial<Mentor>, cohort: Partial<Cohort> = {}) => {
  const [looks, offers] = [amara(mentee), ravi(mentor)];
  const terms = termsOf(cohortOf({ mentees: [looks], mentors: [offers], ...cohort }));
  return reasons(looks, offers, terms).find(({ kind }) => kind === "level-distance");
};
const unknown = { level: undefined };
const underOneHead = [
  { person: "amara", manager: "bruno" },
  { person: "bruno", manager: "chidi" },
  { person: "chidi", manager: "sofia" },
  { person: "ravi", manager: "sofia" },
];
const somebody = (id: string, level: number): Mentee => amara({ id, level });

describe("P92: how far apart two people stand", () => {
  it("is counted from the nearest person above both", () => {
    expect(told(unknown, unknown, { reporting: underOneHead })).toEqual({
      kind: "level-distance",
      levels: 2,
      above: "mentor",
    });
  });

  it("is not known where nobody stands above both and grades are not known", () => {
    expect(told(unknown, { level: 4 }, { reporting: [{ person: "amara", manager: "bruno" }] })).toBeUndefined();
  });

  it("reads from managers which way grades run, either way", () => {
    const link = [{ person: "bruno", manager: "chidi" }];
    const rising = { reporting: link, mentees: [somebody("bruno", 2), somebody("chidi", 7)] };
    const falling = { reporting: link, mentees: [somebody("bruno", 7), somebody("chidi", 2)] };
    expect(told({ level: 3 }, { level: 6 }, rising)).toMatchObject({ levels: 3, above: "mentor" });
    expect(told({ level: 3 }, { level: 6 }, falling)).toMatchObject({ levels: 3, above: "mentee" });
  });

  it("says who stands above by the links where grades alone do not tell", () => {
    expect(told({ level: 3 }, { level: 5 }, { reporting: underOneHead })).toMatchObject({ levels: 2, above: "mentor" });
  });

  it("guesses nothing: with grades alone only the distance is known, and the same grade is the same level", () => {
    expect(told({ level: 3 }, { level: 5 })).toEqual({ kind: "level-distance", levels: 2 });
    expect(told({ level: 5 }, { level: 5 })).toEqual({ kind: "level-distance", levels: 0 });
  });

  it("survives loops", () => {
    const loop = [
      { person: "amara", manager: "bruno" },
      { person: "bruno", manager: "amara" },
      { person: "ravi", manager: "bruno" },
    ];
    expect(told(unknown, unknown, { reporting: loop })).toEqual({ kind: "level-distance", levels: 0 });
  });
});
