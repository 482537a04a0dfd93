/** What whoever merely reads somebody's mail cannot do: sign with their identity key, or act soon after beginning anew. */
import { type AddressUse, readAddressRecord, textOf } from "@oakroom/crypto";
import type { Reader } from "../../../../server/database/database.ts";
import type { SignedIn } from "../../../../server/guards/signed-in.ts";
import { uuidText } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { readLoss } from "../../../room/log/keys/anew/store.ts";
import { readChange } from "../../../room/log/keys/rules.ts";
import { newestBundle } from "../../../room/log/keys/store.ts";
import { isQuiet } from "../rules.ts";

/** True within a week of beginning anew. Asked where the account is held: an identity that comes meanwhile must find its rest kept. */
export async function isTooEarly(read: Reader, proof: SignedIn, now: Instant): Promise<boolean> {
  const { begunAt } = await readLoss(read, proof, now);
  return isQuiet(begunAt, now);
}

/** What has to stand in a signed change. */
export interface Says {
  readonly id: string;
  readonly use: AddressUse;
  readonly address: string;
}

/** Whether the person's identity key has signed just this (`change` base64url); whoever has no keys signs nothing. */
export async function isSigned(read: Reader, proof: SignedIn, change: string | null, says: Says): Promise<boolean> {
  const newest = await newestBundle(read, proof);
  if (!newest || change === null) return !newest && change === null;
  const record = await readChange(newest, Buffer.from(change, "base64url"));
  const said = typeof record === "string" ? record : readAddressRecord(record);
  if (typeof said === "string") return false;
  const isTheirs = uuidText(said.user) === proof.accountId && uuidText(said.change) === says.id;
  return isTheirs && said.use === says.use && textOf(said.address) === says.address;
}
