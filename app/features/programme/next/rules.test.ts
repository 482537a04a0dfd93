import { expect, it } from "vitest";
import { ParticipantId } from "../../../values/id.ts";
import { chosenOf } from "./rules.ts";

const idOf = (at: number) => ParticipantId.parse(`0192a000-0000-7000-8000-00000000000${at}`);
const [leila, ingrid, tom] = [idOf(1), idOf(2), idOf(3)];
const newIds = () => {
  let at = 3;
  return () => idOf((at += 1));
};
const listed = (isListed = false) => ({ people: [leila, ingrid, tom].map((id) => ({ id, isListed })) });
const nobody = [leila, ingrid, tom].map((id) => ({ id, mentee: false, mentor: false }));

it("whoever has no box ticked is not asked", () => {
  expect(chosenOf({ people: nobody, pairs: [] }, listed(), newIds())).toEqual({ people: [], pairs: [] });
});

it("somebody may continue in another role, or in both", () => {
  const people = [
    { id: leila, mentee: false, mentor: true },
    { id: ingrid, mentee: true, mentor: true },
  ];
  expect(chosenOf({ people, pairs: [] }, listed(), newIds()).people).toEqual([
    { id: idOf(4), earlier: leila, roles: ["mentor"] },
    { id: idOf(5), earlier: ingrid, roles: ["mentor", "mentee"] },
  ]);
});

it("a pair brings its two along in their roles, and whoever is on the list already comes no second time", () => {
  const pairs = [{ mentee: leila, mentor: ingrid }];
  expect(chosenOf({ people: nobody, pairs }, listed(), newIds()).people.map(({ roles }) => roles)).toEqual([
    ["mentee"],
    ["mentor"],
  ]);
  expect(chosenOf({ people: nobody, pairs }, listed(true), newIds())).toEqual({ people: [], pairs });
});
