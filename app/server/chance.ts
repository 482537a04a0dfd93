/** Randomness as a parameter: ids, tokens and codes come from here, so that tests can fix them. */
import { hash, randomBytes, randomInt } from "node:crypto";
import { makeUuid } from "../values/id.ts";
import type { Clock } from "../values/instant.ts";

/** What the server draws. */
export interface Chance {
  /** A new id; parse it with the kind it becomes: `AccountId.parse(chance.id())`. */
  id(): string;
  /** A new id that does not tell when it was made: for what others see whose dates are not theirs to know. */
  timelessId(): string;
  /** A bearer token of 256 bits, base64url, 43 signs. Only its hash is ever stored. */
  token(): string;
  /** A code of six digits for mails. */
  code(): string;
}

/** The real one. */
export function systemChance(clock: Clock): Chance {
  return {
    id: () => makeUuid(clock(), randomBytes(10)),
    timelessId: () => makeUuid(0, randomBytes(10)),
    token: () => randomBytes(32).toString("base64url"),
    code: () => String(randomInt(1_000_000)).padStart(6, "0"),
  };
}

/** The form in which tokens and throttle keys are stored: SHA-256 over a domain word and the text, hex. */
export function hashToken(domain: string, text: string): string {
  return hash("sha256", `oakroom/${domain}/v1\0${text}`, "hex");
}
