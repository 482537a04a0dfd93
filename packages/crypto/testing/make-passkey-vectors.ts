/**
 * Makes vectors/passkey-v1.json, once: `node packages/crypto/testing/make-passkey-vectors.ts`. It never writes over a file that is
 * there, since the point of the file is to stay.
 */
import { existsSync, writeFileSync } from "node:fs";
import { importSigning } from "../curves.ts";
import { makePasskeyRecord, signKeysChange } from "../keys-change.ts";
import { readPasskeySecret } from "../slot.ts";
import { type Amk, hex, id, utf8 } from "../values.ts";
import { makeFormerSlot } from "./slots.ts";

const target = new URL("../vectors/passkey-v1.json", import.meta.url);
if (existsSync(target)) throw new Error("The vectors are there; a new version of a format gets a new file");

const user = id("user", new Uint8Array(16).fill(1));
const slot = id("slot", new Uint8Array(16).fill(2));
const amk = new Uint8Array(32).fill(3) as Amk;
const given = new Uint8Array(32).fill(4);
const iskSeed = new Uint8Array(32).fill(5);
const credential = utf8("what an authenticator calls it");
const prf = readPasskeySecret(given);
if (!prf) throw new Error("no secret");
const made = await makeFormerSlot(amk, user, slot, { type: "passkey", prf });
const { isk } = await importSigning(iskSeed);
const change = await signKeysChange(isk, makePasskeyRecord({ user, slot, credential }));
const frozen = { user, prf: given, amk, slot: made, iskSeed, credential, change };
const lines = Object.fromEntries(Object.entries(frozen).map(([name, bytes]) => [name, hex(bytes)]));
writeFileSync(target, `${JSON.stringify(lines, undefined, 2)}\n`);
