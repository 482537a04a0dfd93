import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalBytes, fromBase64url, toBase64url, toHex } from "./bytes.ts";

describe("bytes as text", () => {
  it("come back unchanged", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(equalBytes(fromBase64url(text) ?? new Uint8Array(1000), bytes)).toBe(true);
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
      }),
    );
  });
  it.each(["A", "AB", "A=", "A+AA", "AA==", "é"])("%j has no second form", (text) => {
    const bytes = fromBase64url(text);
    expect(bytes === undefined || toBase64url(bytes) === text).toBe(true);
  });
});
