/**
 * Makes vectors/ground-v1.json, once: `node packages/crypto/testing/make-ground-vectors.ts`. It never writes over a file that is
 * there, since the point of the file is to stay.
 */
import { existsSync, writeFileSync } from "node:fs";
import { answerGround, offerGround } from "../ground.ts";
import { hex, id } from "../values.ts";
import { sha256Chain } from "./chance.ts";

const target = new URL("../vectors/ground-v1.json", import.meta.url);
if (existsSync(target)) throw new Error("The vectors are there; a new version of a format gets a new file");

const of = <Kind extends "log" | "user">(kind: Kind, byte: number) => id(kind, new Uint8Array(16).fill(byte));
const place = { log: of("log", 9), round: 1, me: of("user", 1), other: of("user", 2) };
const a = offerGround(place, ["moved", "late"], sha256Chain("leila"));
const b = offerGround({ ...place, me: place.other, other: place.me }, ["late", "garden"], sha256Chain("ingrid"));
const answer = answerGround(b.secret, b.offer, a.offer, sha256Chain("answer"));
if (typeof answer === "string") throw new Error(answer);
const frozen = { offerA: a.offer, secretA: a.secret, offerB: b.offer, secretB: b.secret, answerB: answer };
const lines = Object.fromEntries(Object.entries(frozen).map(([name, bytes]) => [name, hex(bytes)]));
writeFileSync(target, `${JSON.stringify(lines, undefined, 2)}\n`);
