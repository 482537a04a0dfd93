import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  type Amk,
  type SlotSecret,
  type UserId,
  fromHex,
  hex,
  openRing,
  openSlot,
  readPasskeySecret,
  readRecoveryCode,
} from "./index.ts";

interface DoorVectors {
  readonly user: string;
  readonly amk: string;
  readonly passphrase: string;
  readonly recoveryCode: string;
  readonly prf: string;
  readonly slots: ReadonlyArray<string>;
  readonly kems: ReadonlyArray<string>;
  readonly psks: ReadonlyArray<string>;
  readonly ring: string;
}

/** Frozen: what was sealed once has to open for good, and what was listed has to seal. */
const frozen = JSON.parse(readFileSync(new URL("./vectors/door-v1.json", import.meta.url), "utf8")) as DoorVectors;
const user = fromHex(frozen.user) as UserId;

function secrets(): ReadonlyArray<SlotSecret> {
  const [code, prf] = [readRecoveryCode(frozen.recoveryCode), readPasskeySecret(fromHex(frozen.prf))];
  if (typeof code === "string" || !prf) throw new Error("no secret");
  return [
    { type: "passphrase", passphrase: frozen.passphrase },
    { type: "recovery", code },
    { type: "passkey", prf },
  ];
}

test("slots of before open as they did, each with the door that it had", async () => {
  for (const [at, secret] of secrets().entries()) {
    const opened = await openSlot(fromHex(frozen.slots[at] ?? ""), user, secret, async (amk, { key }) => [
      hex(amk),
      hex(key.kem),
      hex(key.psk),
    ]);
    expect(opened).toEqual({ value: [frozen.amk, frozen.kems[at], frozen.psks[at]] });
  }
}, 30_000);

test("a ring of before lists its doors as it did", async () => {
  const opened = await openRing(fromHex(frozen.amk) as Amk, fromHex(frozen.ring), user, async (_, { doors }) =>
    doors === "none" ? [] : doors.map(({ type, key }) => [type, key && hex(key.kem), key && hex(key.psk)]),
  );
  const types = ["passphrase", "recovery", "passkey"];
  expect(opened).toEqual({ value: types.map((type, at) => [type, frozen.kems[at], frozen.psks[at]]) });
});
