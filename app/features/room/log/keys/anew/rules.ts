/** Decisions about beginning anew. */
import { readDisowning } from "@oakroom/crypto";
import { dayLength, type Instant, later } from "../../../../../values/instant.ts";
import { uuidText } from "../../../../../values/id.ts";

const quietMs = 7 * dayLength;
const mostInQuiet = 3;

/**
 * Until when somebody has to wait before beginning anew: where an old identity was taken back lately, since its owner can open it,
 * and after several times, so that nobody who merely reads a mail goes on and on. `undefined` where they need not.
 */
export function waitsUntil(
  { begun, cancelled }: { readonly begun: ReadonlyArray<Instant>; readonly cancelled: ReadonlyArray<Instant> },
  now: Instant,
): Instant | undefined {
  const newestFirst = begun.toSorted((a, b) => b - a);
  const counting = [...cancelled, ...newestFirst.slice(mostInQuiet - 1, mostInQuiet)];
  const ends = counting.map((at) => later(at, quietMs)).filter((end) => end > now);
  return ends.toSorted((a, b) => b - a)[0];
}

/** Reads a disowning: `[1, user16, iskHash32]`. */
export function readDisowningFacts(
  bytes: Uint8Array,
): { readonly user: string; readonly iskHash: Uint8Array } | "unreadable" {
  const disowning = readDisowning(bytes);
  if (typeof disowning === "string") return "unreadable";
  return { user: uuidText(disowning.user), iskHash: disowning.iskHash };
}
