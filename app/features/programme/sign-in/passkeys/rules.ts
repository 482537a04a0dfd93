/** Decisions about passkeys: how long a challenge lives, what is counted, and what a change of them has to say. */
import { readPasskeyRecord, readSlotRemoval } from "@oakroom/crypto";
import { equalBytes } from "../../../../values/bytes.ts";
import { uuidText } from "../../../../values/id.ts";
import { minute } from "../../../../values/instant.ts";
import { type Bucket, challengesFromConnection, connectionOf, wrongPasskeysFromConnection } from "../throttle/rules.ts";

/** How long a challenge can be answered: long enough to look for a phone. */
export const challengeLifeMs = 5 * minute;

/** The try that asking for a challenge takes. */
export function bucketsOfChallenge(from: string): ReadonlyArray<Bucket> {
  return [{ limit: challengesFromConnection, of: connectionOf(from) }];
}

/** The try that answering one takes; it is given back when it was right. */
export function bucketsOfPasskey(from: string): ReadonlyArray<Bucket> {
  return [{ limit: wrongPasskeysFromConnection, of: connectionOf(from) }];
}

/** The relying party of an origin: its host, without scheme and port. */
export function relyingPartyOf(origin: string): string {
  return origin.replace(/^https?:\/\//, "").replace(/:\d+$/, "");
}

/** Whose passkey a record is about. */
export interface PasskeyNamed {
  readonly accountId: string;
  readonly id: string;
}

/** True where a signed record says that this very credential may sign in as this person. */
export function namesPasskey(record: Uint8Array, { accountId, id }: PasskeyNamed, credential: Uint8Array): boolean {
  const said = readPasskeyRecord(record);
  if (typeof said === "string") return false;
  return uuidText(said.user) === accountId && uuidText(said.slot) === id && equalBytes(said.credential, credential);
}

/** True where a signed record says that this person's passkey goes. */
export function namesRemoval(record: Uint8Array, { accountId, id }: PasskeyNamed): boolean {
  const said = readSlotRemoval(record);
  return typeof said !== "string" && uuidText(said.user) === accountId && uuidText(said.slot) === id;
}
