import { describe, expect, it } from "vitest";
import { addressKey, EmailAddress, plainLine, plainText } from "./text.ts";

describe("text that people type", () => {
  it.each([
    ["a word", true],
    ["", true],
    ["a\u0000b", false],
    ["\ud800", false],
    ["x\udc00", false],
    ["💬".repeat(10), true],
    ["💬".repeat(11), false],
  ])("%j is accepted up to ten signs: %s", (text, answer) => {
    expect(plainText(10).safeParse(text).success).toBe(answer);
  });
  it("is normalised, so that equal words compare equal", () => {
    expect(plainText(10).parse("e\u0301")).toBe("é");
  });
  it("folds a line break in a name into one space", () => {
    expect(plainLine(50).parse("  Two\nLines  ")).toBe("Two Lines");
    expect(plainLine(50).safeParse("   ").success).toBe(false);
    expect(plainLine(50).parse("Zero\u200BWidth")).toBe("ZeroWidth");
  });
});

describe("addresses", () => {
  it.each([
    ["lina.virtanen@northwind.example", true],
    ["jürgen@bücher.example", true],
    ["ana@localhost", true],
    ["not-an-address", false],
    ["maria@oak..test", false],
    ["maria@-oak.test", false],
    ["maria@oak.test.", false],
    ["a@b@c", false],
    ["a\r\nBcc: b@c.example", false],
    ["", false],
  ])("%j is an address: %s", (text, answer) => expect(EmailAddress.safeParse(text).success).toBe(answer));
  it("are the same in capitals", () => {
    expect(addressKey("MATEO.TRAN@Northwind.Example ")).toBe(addressKey("mateo.tran@northwind.example"));
  });
});
