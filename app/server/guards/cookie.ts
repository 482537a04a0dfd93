/** The cookies of sign-in: names, flags, and finding out whose they are. */
import type { Config } from "../config.ts";
import { hashToken } from "../chance.ts";
import { compiled, type Slot } from "../database/compiled.ts";
import type { Reader } from "../database/database.ts";
import type { Instant } from "../../values/instant.ts";
import type { Caller } from "./guard.ts";

/** The name of the sign-in cookie; with TLS the browser itself refuses it for other hosts and paths. */
export function signInCookie(config: Pick<Config, "origin">): string {
  return config.origin.startsWith("https:") ? "__Host-oakroom" : "oakroom";
}

/** The flags that every cookie of Oakroom carries. */
export function cookieFlags(config: Pick<Config, "origin">, maxAgeSeconds: number) {
  return {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: config.origin.startsWith("https:"),
    maxAge: maxAgeSeconds,
  } as const;
}

/** Finds the person behind a cookie's token; `undefined` for none, unknown, expired or revoked. */
export async function findCaller(read: Reader, token: string | undefined, now: Instant): Promise<Caller | undefined> {
  if (!token) return undefined;
  const [row] = await findSignIn(read, hashToken("sign-in", token), now);
  return row && { accountId: row.account_id, signInId: row.id };
}

const findSignIn = compiled((db, tokenHash: Slot<string>, now: Slot<Instant>) =>
  db
    .selectFrom("sign_in")
    .select(["id", "account_id"])
    .where("token_hash", "=", tokenHash)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now),
);
