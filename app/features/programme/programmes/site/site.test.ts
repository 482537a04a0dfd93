import { describe, expect, it } from "vitest";
import { addressTrouble, mayBeWrong } from "./rules.ts";

const local = { origin: "http://localhost:8480", originIsSecure: true };
const real = { origin: "https://mentoring.example", originIsSecure: true };
const open = { origin: "http://mentoring.example", originIsSecure: false };

describe("the address at which a browser opened Oakroom", () => {
  it.each([
    ["localhost, as it should be", "http://localhost:8480", true, local, false, undefined],
    ["https, as it should be", "https://mentoring.example", true, real, false, undefined],
    ["127.0.0.1 in the place of localhost", "http://127.0.0.1:8480", true, local, true, "elsewhere"],
    ["http in the place of https", "http://mentoring.example", false, real, true, "elsewhere"],
    ["a bare address in the place of a name", "http://192.0.2.7", false, real, true, "elsewhere"],
    ["http, as the operator set it", "http://mentoring.example", false, open, true, "no-encryption"],
    ["localhost where http was set", "http://localhost:8480", true, open, false, undefined],
  ])("%s", (_, origin, isSecure, site, asks, trouble) => {
    expect(mayBeWrong({ origin, isSecure })).toBe(asks);
    expect(addressTrouble({ origin, isSecure }, site)).toBe(trouble);
  });
});
