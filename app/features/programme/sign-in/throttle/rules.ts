/** How often something may be tried. Each limit is a bucket that holds some tries and fills again with time. */
import { dayLength, minute, second } from "../../../../values/instant.ts";

/** So many tries at once, then one more each `everyMs`. */
export interface Limit {
  /** Names the bucket's purpose; part of its key. */
  readonly name: string;
  readonly tries: number;
  readonly everyMs: number;
}

/** Mails that one connection may ask for one address. */
export const mailsHere: Limit = { name: "mails-here", tries: 5, everyMs: 10 * minute };
/** Mails that one address may get, whoever asks. */
export const mailsToAddress: Limit = { name: "mails-to-address", tries: 20, everyMs: 5 * minute };
/** Mails that one connection may ask for; a whole office may stand behind it. */
export const mailsFromConnection: Limit = { name: "mails-from-connection", tries: 60, everyMs: 10 * second };
/** Wrong codes for one address before each further one has to wait. Links are not touched: the owner of the mailbox always gets in. */
export const wrongCodes: Limit = { name: "wrong-codes", tries: 10, everyMs: 15 * minute };
/** Wrong codes for one address in all: never more than 100 in 30 days. */
export const wrongCodesInAll: Limit = { name: "wrong-codes-in-all", tries: 70, everyMs: dayLength };
/** Wrong codes from one connection, whatever the address. */
export const wrongCodesFromConnection: Limit = { name: "wrong-codes-from-connection", tries: 50, everyMs: minute };
/** Challenges for passkeys that one connection may ask for; a whole office may stand behind it. */
export const challengesFromConnection: Limit = { name: "challenges-from-connection", tries: 120, everyMs: 2 * second };
/** Passkeys from one connection that were not accepted. */
export const wrongPasskeysFromConnection: Limit = {
  name: "wrong-passkeys-from-connection",
  tries: 50,
  everyMs: minute,
};
/** One-time links of set-up and invitations that one connection may try. */
export const linksFromConnection: Limit = { name: "links-from-connection", tries: 300, everyMs: second };

/** One bucket: which limit, and what it counts for. */
export interface Bucket {
  readonly limit: Limit;
  /** What is counted: an address key, a connection, or both. Stored as a hash. */
  readonly of: string;
}

/**
 * The part of a network address that one customer holds: an IPv4 address, or the first 64 bits of an IPv6 one.
 * Whoever owns a /64 has 2^64 addresses and must not get a bucket for each.
 */
export function connectionOf(address: string): string {
  const mapped = /^(?:0*:)*:?ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [before = "", after] = address.toLowerCase().split("%", 1).join("").split("::", 2);
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array.from({ length: zeros }, () => "0"), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
