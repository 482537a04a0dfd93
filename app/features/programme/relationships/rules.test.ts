import { describe, expect, it } from "vitest";
import { sharedContacts } from "./rules.ts";

const lena = { name: "Lena Brandt", email: "lena.brandt@northwind.example" };
const paul = { name: "Paul Okafor", email: "paul.okafor@northwind.example" };
const rosa = { name: "Rosa Lima", email: "rosa.lima@northwind.example" };

describe("whom somebody can turn to with a concern", () => {
  it.each([
    ["nobody yet", [], undefined],
    ["one pair", [{ state: "live", contacts: [lena, paul] }], [lena, paul]],
    [
      "two pairs of one programme",
      [
        { state: "live", contacts: [lena, paul] },
        { state: "paused", contacts: [lena, paul] },
      ],
      [lena, paul],
    ],
    [
      "pairs of two programmes",
      [
        { state: "live", contacts: [lena, paul] },
        { state: "live", contacts: [lena, rosa] },
      ],
      undefined,
    ],
    [
      "an ended pair beside a living one",
      [
        { state: "live", contacts: [lena, rosa] },
        { state: "ended", contacts: [lena, paul] },
      ],
      [lena, rosa],
    ],
    ["an ended pair alone", [{ state: "ended", contacts: [lena, paul] }], [lena, paul]],
  ] as const)("%s", (_, pairs, contacts) => expect(sharedContacts(pairs)).toEqual(contacts));
});
