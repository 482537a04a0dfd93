import { describe, expect, it } from "vitest";
import {
  countForManagers,
  type KeptWish,
  mostAvoided,
  mostWished,
  mutualPairs,
  refuseWishes,
  wishesAmong,
} from "./rules.ts";

const addresses = (count: number) => Array.from({ length: count }, (_, at) => `person.${at}@northwind.example`);

describe("wishes", () => {
  it.each([
    ["none", [], [], undefined],
    ["as many as there may be", addresses(mostWished), ["other@northwind.example"], undefined],
    ["one too many to wish for", addresses(mostWished + 1), [], "too-many-wished"],
    ["five to rule out", [], addresses(mostAvoided), undefined],
    ["six to rule out", [], addresses(mostAvoided + 1), "too-many-avoided"],
    ["a name that is no address", ["Ingrid Weiss"], [], "no-address"],
    ["one person in both lists", ["a@northwind.example"], [" A@Northwind.example "], "named-twice"],
  ])("%s", (_, wished, avoided, answer) => {
    expect(refuseWishes({ wished, avoided })).toBe(answer);
  });

  const wish = (by: string, kind: KeptWish["kind"], key: string, who: string | null = null): KeptWish => ({
    by,
    kind,
    place: 1,
    addressKey: key,
    who,
  });
  const people = new Set(["leila", "ingrid"]);
  const byAddress = new Map([
    ["leila@x", "leila"],
    ["ingrid@x", "ingrid"],
  ]);

  it("name whoever has the address now, or had it when it was written", () => {
    const kept = [wish("leila", "wished", "ingrid@x"), wish("ingrid", "avoided", "left@x", "leila")];
    expect(wishesAmong(kept, people, byAddress)).toEqual({
      named: [{ by: "leila", who: "ingrid", rank: 1 }],
      avoided: [{ mentee: "ingrid", mentor: "leila" }],
    });
  });

  it("count pairs who named each other, and tell managers the last full five", () => {
    const named = (by: string, who: string) => ({ by, who, rank: 1 });
    expect(mutualPairs([named("a", "b"), named("b", "a"), named("a", "c"), named("c", "d"), named("d", "c")])).toBe(2);
    expect([0, 4, 5, 9, 10, 14].map(countForManagers)).toEqual([null, null, 5, 5, 10, 10]);
  });

  it("name nobody who is not there, nor oneself, and each person once", () => {
    const kept = [
      wish("leila", "wished", "nobody@x"),
      wish("leila", "wished", "leila@x"),
      wish("gone", "wished", "leila@x"),
      wish("leila", "wished", "ingrid@x"),
      { ...wish("leila", "wished", "ingrid@old", "ingrid"), place: 2 },
    ];
    expect(wishesAmong(kept, people, byAddress)).toEqual({
      named: [{ by: "leila", who: "ingrid", rank: 1 }],
      avoided: [],
    });
  });
});
