/**
 * Makes vectors/door-v1.json, once: `node packages/crypto/testing/make-door-vectors.ts`. It never writes over a file that is there, since
 * the point of the file is to stay.
 */
import { existsSync, writeFileSync } from "node:fs";
import { makeRecoverySecret, recoveryGroups } from "../recovery.ts";
import { makeRing } from "../ring.ts";
import { makeDoor, readPasskeySecret, sealSlot } from "../slot.ts";
import { type Amk, type BundleHash, type RecordHash, hex, id } from "../values.ts";

const target = new URL("../vectors/door-v1.json", import.meta.url);
if (existsSync(target)) throw new Error("The vectors are there; a new version of a format gets a new file");

const of = (byte: number, length: number) => new Uint8Array(length).fill(byte);
const user = id("user", of(1, 16));
const amk = of(2, 32) as Amk;
const prf = readPasskeySecret(of(3, 32));
if (!prf) throw new Error("no secret");
const code = makeRecoverySecret();
const recoveryCode = recoveryGroups(code).join("-");
const passphrase = "river copper window seldom echo bright";
const doors = await Promise.all([
  makeDoor(user, id("slot", of(4, 16)), { type: "passphrase", passphrase }),
  makeDoor(user, id("slot", of(5, 16)), { type: "recovery", code }),
  makeDoor(user, id("slot", of(6, 16)), { type: "passkey", prf }),
]);
const slots = await Promise.all(doors.map((door) => sealSlot(amk, user, door)));
const facts = {
  user,
  version: 1,
  bundleHash: of(7, 32) as BundleHash,
  ownLog: id("log", of(8, 16)),
  ownLogEpoch1Hash: of(9, 32) as RecordHash,
  ownLogHeads: [of(10, 32) as RecordHash],
};
const secrets = { iskSeed: of(11, 32), ieks: [{ version: 1, secret: of(12, 32) }], logSalt: of(13, 32), doors };
const frozen = {
  user: hex(user),
  amk: hex(amk),
  passphrase,
  recoveryCode,
  prf: hex(prf),
  slots: slots.map(hex),
  kems: doors.map(({ key }) => hex(key.kem)),
  psks: doors.map(({ key }) => hex(key.psk)),
  ring: hex(await makeRing(amk, facts, secrets)),
};
writeFileSync(target, `${JSON.stringify(frozen, undefined, 2)}\n`);
