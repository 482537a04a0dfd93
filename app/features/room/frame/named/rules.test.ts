import { describe, expect, it } from "vitest";
import { nameShown } from "./rules.ts";

describe("Ingrid asks to be called", () => {
  it.each(["You", "you", " YOU ", "Yоu", "Ｙｏｕ", "Y\u200bou", "“You”"])(
    "%s, and no line of hers reads as Leila's own",
    (name) => {
      expect(nameShown(name)).toBe(`the other, named “${name.trim()}”`);
    },
  );
  it.each(["Ingrid", "Youssef", "Yu", "Yo", "李", "Ёу"])("%s, and is called so", (name) => {
    expect(nameShown(name)).toBe(name);
  });
});
