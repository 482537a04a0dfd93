/** Decisions about addresses. */
import { addressKey } from "../../../values/text.ts";
import { dayLength, type Instant, later, minute } from "../../../values/instant.ts";
import {
  type Bucket,
  connectionOf,
  mailsFromConnection,
  mailsToAddress,
  wrongCodes,
} from "../sign-in/throttle/rules.ts";

/** How long a code for a new address can be used. */
export const changeLifeMs = 30 * minute;
/** How many wrong codes one change bears. */
export const wrongCodesForOne = 10;
/** For how long somebody without keys can take an address back that was left. */
export const undoLifeMs = 7 * dayLength;
const quietMs = 7 * dayLength;

/** Whether somebody asks for an address that signs them in already: there is nothing to take then. */
export function isOwnAlready(email: string, own: ReadonlyArray<string | null>): boolean {
  return own.some((one) => one !== null && one !== "" && addressKey(one) === addressKey(email));
}

/** After beginning anew addresses stay as they are for a while: whoever did it may merely read a mail. */
export function isQuiet(begunAt: Instant | null, now: Instant): boolean {
  return begunAt !== null && later(begunAt, quietMs) > now;
}

/** The tries that asking for a code takes. */
export function bucketsOfChange(emailKey: string, from: string): ReadonlyArray<Bucket> {
  return [
    { limit: mailsFromConnection, of: connectionOf(from) },
    { limit: mailsToAddress, of: emailKey },
  ];
}

/** The tries that a code takes; given back when it was right. */
export function bucketsOfTaking(accountId: string): ReadonlyArray<Bucket> {
  return [{ limit: wrongCodes, of: `address\0${accountId}` }];
}
