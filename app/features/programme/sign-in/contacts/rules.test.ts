import { describe, expect, it } from "vitest";
import { hasNoContact, onlyContact, sharedContacts } from "./rules.ts";

const lena = { name: "Lena Brandt", email: "lena.brandt@northwind.example" };
const paul = { name: "Paul Okafor", email: "paul.okafor@northwind.example" };
const rosa = { name: "Rosa Lima", email: "rosa.lima@northwind.example" };

describe("whom somebody can turn to with a concern", () => {
  it.each([
    ["nobody yet", [], undefined],
    ["one programme, before anybody is suggested", [{ state: "invited", contacts: [lena, paul] }], [lena, paul]],
    [
      "two programmes with the same contacts",
      [
        { state: "enrolled", contacts: [lena, paul] },
        { state: "paused", contacts: [lena, paul] },
      ],
      [lena, paul],
    ],
    [
      "three of them: the first two, and the list names all",
      [{ state: "enrolled", contacts: [lena, paul, rosa] }],
      [lena, paul],
    ],
    [
      "two programmes with contacts of their own: each names them",
      [
        { state: "enrolled", contacts: [lena, paul] },
        { state: "enrolled", contacts: [lena, rosa] },
      ],
      undefined,
    ],
    [
      "a programme that was left says nothing beside one that goes on",
      [
        { state: "enrolled", contacts: [lena, rosa] },
        { state: "left", contacts: [lena, paul] },
      ],
      [lena, rosa],
    ],
    ["a programme that was left, alone", [{ state: "left", contacts: [lena, paul] }], [lena, paul]],
  ] as const)("%s", (_, places, contacts) => expect(sharedContacts(places)).toEqual(contacts));
});

describe("where nobody can be offered", () => {
  it.each([
    ["in the one programme of somebody", [{ state: "enrolled", contacts: [] }], true],
    [
      "and one in another programme",
      [
        { state: "enrolled", contacts: [] },
        { state: "paused", contacts: [lena] },
      ],
      false,
    ],
    [
      "and one in a programme that was left",
      [
        { state: "enrolled", contacts: [] },
        { state: "left", contacts: [lena] },
      ],
      true,
    ],
    ["since somebody takes part in nothing", [], false],
  ] as const)("%s", (_, places, nobody) => expect(hasNoContact(places)).toBe(nobody));
});

describe("where one contact alone is offered, since the other stands in a line", () => {
  it.each([
    ["in one programme", [{ state: "enrolled", contacts: [lena] }], lena],
    [
      "in two, the same one",
      [
        { state: "enrolled", contacts: [lena] },
        { state: "paused", contacts: [lena] },
      ],
      lena,
    ],
    ["beside another", [{ state: "enrolled", contacts: [lena, paul] }], undefined],
    ["or nobody", [{ state: "enrolled", contacts: [] }], undefined],
  ] as const)("%s", (_, places, only) => expect(onlyContact(places)).toEqual(only));
});
