/** Account ids, as text and as the bytes of records. */
import { type UserId, id } from "@oakroom/crypto";
import { AccountId, makeUuid, uuidBytes, uuidText } from "../values/id.ts";
import type { VaultHost } from "./host.ts";

/** An account's id as records hold it. */
export function userOf(account: AccountId): UserId {
  return id("user", uuidBytes(account));
}

/** The account that a record names. The verifier has checked that it is a member, so the id has our form. */
export function accountOf(user: Uint8Array): AccountId {
  return AccountId.parse(uuidText(user));
}

/** A new id of our form. */
export function newUuid({ clock, random }: Pick<VaultHost, "clock" | "random">): string {
  return makeUuid(clock(), random(10));
}
