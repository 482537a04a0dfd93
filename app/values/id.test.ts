import { describe, expect, it } from "vitest";
import { AccountId, makeUuid, uuidBytes, uuidText } from "./id.ts";

const chance = Uint8Array.from([0xff, 0xff, 0xff, 1, 2, 3, 4, 5, 6, 7]);

describe("ids", () => {
  it("are uuids of version 7 that sort by time", () => {
    const early = makeUuid(1_764_000_000_000, chance);
    const late = makeUuid(1_764_000_000_001, new Uint8Array(10));
    expect(AccountId.safeParse(early).success).toBe(true);
    expect(AccountId.safeParse(late).success).toBe(true);
    expect(early < late).toBe(true);
  });
  it("survive the way to bytes and back", () => {
    const id = makeUuid(1_764_000_000_000, chance);
    expect(uuidBytes(id)).toHaveLength(16);
    expect(uuidText(uuidBytes(id))).toBe(id);
  });
  it.each(["", "01234567-89ab-4def-8123-456789abcdef", "01234567-89AB-7DEF-8123-456789ABCDEF", "' or 1=1"])(
    "refuse %j",
    (text) => expect(AccountId.safeParse(text).success).toBe(false),
  );
});
