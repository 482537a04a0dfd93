/** Decisions about signing in: how long things live, and which tries are counted for what. */
import { dayLength, type Instant, later, minute } from "../../../values/instant.ts";
import {
  type Bucket,
  connectionOf,
  mailsFromConnection,
  mailsHere,
  mailsToAddress,
  wrongCodes,
  wrongCodesFromConnection,
  wrongCodesInAll,
} from "./throttle/rules.ts";

/** How long a link and a code can be used. */
export const requestLifeMs = 15 * minute;
/** How long a browser stays signed in without being used. */
export const signInLifeMs = 30 * dayLength;
/** How long a browser stays signed in at most, however often it is used. */
export const signInLongestMs = 180 * dayLength;
/** How many wrong codes one mail bears. */
export const wrongCodesForOneMail = 10;
/** How long the rows of used and expired links are kept, so that "used" and "expired" can be told. */
export const keepUsedMs = dayLength;

/** The tries that asking for a mail takes. `emailKey` is `addressKey` of what was typed, `from` the network address. */
export function bucketsOfAsking(emailKey: string, from: string): ReadonlyArray<Bucket> {
  const connection = connectionOf(from);
  return [
    { limit: mailsFromConnection, of: connection },
    { limit: mailsHere, of: `${connection}\0${emailKey}` },
    { limit: mailsToAddress, of: emailKey },
  ];
}

/** The tries that a code takes; they are given back when it was right. */
export function bucketsOfCode(emailKey: string, from: string): ReadonlyArray<Bucket> {
  return [
    { limit: wrongCodesFromConnection, of: connectionOf(from) },
    { limit: wrongCodes, of: emailKey },
    { limit: wrongCodesInAll, of: emailKey },
  ];
}

/** Until when a sign-in record may be prolonged today; `undefined` where it was prolonged less than a day ago, or may not be any more. */
export function prolonged(
  record: { readonly createdAt: Instant; readonly expiresAt: Instant },
  now: Instant,
): Instant | undefined {
  const until = Math.min(later(now, signInLifeMs), later(record.createdAt, signInLongestMs));
  return until - record.expiresAt < dayLength ? undefined : later(now, until - now);
}
