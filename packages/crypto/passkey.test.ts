import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importSigning } from "./curves.ts";
import {
  type UserId,
  fromHex,
  hex,
  makePasskeyRecord,
  openSlot,
  readKeysChange,
  readPasskeyRecord,
  readPasskeySecret,
  readSlot,
  signKeysChange,
} from "./index.ts";

interface PasskeyVectors {
  readonly user: string;
  readonly prf: string;
  readonly amk: string;
  readonly slot: string;
  readonly iskSeed: string;
  readonly credential: string;
  readonly change: string;
}

/** Frozen: a passkey has to open for good what it once opened. */
const frozen = JSON.parse(
  readFileSync(new URL("./vectors/passkey-v1.json", import.meta.url), "utf8"),
) as PasskeyVectors;
const user = fromHex(frozen.user) as UserId;

test("a passkey's slot of before opens as it did", async () => {
  const prf = readPasskeySecret(fromHex(frozen.prf));
  if (!prf) throw new Error("no secret");
  const opened = await openSlot(fromHex(frozen.slot), user, { type: "passkey", prf }, async (amk) => hex(amk));
  expect(opened).toEqual({ value: frozen.amk });
});

test("a passkey's record, made and signed again, has the same bytes", async () => {
  const { isk, iskPublic } = await importSigning(fromHex(frozen.iskSeed));
  const facts = readSlot(fromHex(frozen.slot));
  if (typeof facts === "string") throw new Error(facts);
  const record = makePasskeyRecord({ user, slot: facts.slot, credential: fromHex(frozen.credential) });
  expect(hex(await signKeysChange(isk, record))).toBe(frozen.change);
  const read = await readKeysChange(fromHex(frozen.change), iskPublic);
  expect(typeof read === "object" && readPasskeyRecord(read)).toMatchObject({ user, slot: facts.slot });
});
