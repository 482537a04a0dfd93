/** Signing with the identity key, which is there only while a secret is at hand. */
import { type IskKey, equal, importIdentity } from "@oakroom/crypto";
import type { Secret, UnlockRefusal } from "../secrets.ts";
import type { Session } from "../session.ts";
import { type Owner, withOwnKeys } from "./key-records.ts";

/** Lends the identity key of this session; "stopped" where the secret opens another one. */
export async function withIdentity<T extends object>(
  owner: Owner,
  { iskPublic }: Pick<Session, "iskPublic">,
  secret: Secret,
  sign: (isk: IskKey) => Promise<T>,
): Promise<T | UnlockRefusal> {
  const opened = await withOwnKeys(owner, secret, async ({ secrets }) => {
    const identity = await importIdentity(secrets);
    return equal(identity.iskPublic, iskPublic) ? sign(identity.isk) : ("stopped" as const);
  });
  return typeof opened === "string" ? opened : opened.value;
}
