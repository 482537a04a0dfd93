/** When a room begins anew: once each of its two members, who both lost every key, has signed that it does. */
import { type Founding, decode, equal, iskHashOf, readFounding, verifyBundle, verifyFounding } from "@oakroom/crypto";
import { dayLength, type Instant, later } from "../../../../values/instant.ts";
import { authorOf } from "../erasing/rules.ts";
import { byteStrings, everyRead } from "../rules.ts";

/** For so long whoever opens the keys of before can take them back before anything goes. */
const waitMs = 3 * dayLength;

/** Reads a body: CBOR `[founding, …]`, of one or of both. */
export function readFoundings(body: Uint8Array): ReadonlyArray<Founding> | "unreadable" {
  const records = byteStrings(decode(body), 2);
  const read = records && everyRead(records, readOne);
  return read && read.length > 0 ? read : "unreadable";
}

function readOne(bytes: Uint8Array): Founding | "unreadable" {
  const founding = readFounding(bytes);
  return typeof founding === "string" ? "unreadable" : founding;
}

/** A member with the newest bundle of the identity that counts, and when they last began anew. */
export interface Founder {
  readonly accountId: string;
  readonly bundle: Uint8Array | undefined;
  readonly lostAt: Instant | undefined;
}

/** Why a founding does not hold; `undefined` where its author signed it with the keys that count, and it names those of the other. */
export async function refuseFounding(
  founding: Founding,
  members: ReadonlyArray<Founder>,
): Promise<"not-signed" | "not-lost" | undefined> {
  const [mine, theirs] = await Promise.all(
    [true, false].map((isAuthor) =>
      iskOf(members.find(({ accountId }) => (accountId === authorOf(founding)) === isAuthor)),
    ),
  );
  if (!mine || !(await verifyFounding(founding, mine))) return "not-signed";
  return theirs && equal(founding.otherIskHash, iskHashOf(theirs)) ? undefined : "not-lost";
}

async function iskOf(member: Founder | undefined) {
  const bundle = member?.bundle && (await verifyBundle(member.bundle));
  return typeof bundle === "object" ? bundle.isk : undefined;
}

/** Whether the two may begin already: both began anew, and long enough ago. */
export function refuseBeginning(members: ReadonlyArray<Founder>, now: Instant): "not-lost" | "too-soon" | undefined {
  if (members.some(({ lostAt }) => lostAt === undefined)) return "not-lost";
  return members.some(({ lostAt }) => lostAt !== undefined && later(lostAt, waitMs) > now) ? "too-soon" : undefined;
}
