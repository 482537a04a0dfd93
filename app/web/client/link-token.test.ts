import { expect, it } from "vitest";
import { isToken, tokenIn } from "./link-token.ts";

const token = "a_-9".repeat(10) + "xyz";

it("a link's token stands behind #t=, and nowhere else", () => {
  expect(tokenIn(`#t=${token}`)).toBe(token);
  expect(["", "#", "#main", `#x=${token}`, `?t=${token}`].map(tokenIn)).toEqual(["", "", "", "", ""]);
});

it("only 32 bytes as base64url have the form of a token", () => {
  expect(isToken(token)).toBe(true);
  expect(["", token.slice(1), `${token}x`, `${token.slice(1)}=`, `${token}\n`].map(isToken)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
