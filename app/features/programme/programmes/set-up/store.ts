/** The one-time link of the first start. Only the hash of its token is kept, in `meta`. */
import { hashToken } from "../../../../server/chance.ts";
import type { Reader, Writer } from "../../../../server/database/database.ts";
import { addressRows } from "./address/store.ts";

const row = "set-up-link";
const hashOf = (token: string) => hashToken("set-up", token);

/** Keeps a new link instead of the one before, which ends. */
export async function replaceSetUpLink(writer: Writer, token: string): Promise<void> {
  const value = hashOf(token);
  await forgetAddress(writer);
  await writer
    .insertInto("meta")
    .values({ name: row, value })
    .onConflict((clash) => clash.column("name").doUpdateSet({ value }))
    .execute();
}

/** Whether the link would work now. */
export async function isSetUpLink(read: Reader, token: string): Promise<boolean> {
  const found = await read
    .selectFrom("meta")
    .select("name")
    .where("name", "=", row)
    .where("value", "=", hashOf(token))
    .executeTakeFirst();
  return found !== undefined;
}

/** Uses the link up; of many at once exactly one is told true. */
export async function useSetUpLink(writer: Writer, token: string): Promise<boolean> {
  const used = await writer
    .deleteFrom("meta")
    .where("name", "=", row)
    .where("value", "=", hashOf(token))
    .returning("name")
    .executeTakeFirst();
  if (used) await forgetAddress(writer);
  return used !== undefined;
}

/** Ends whatever link there is: somebody manages a programme now. */
export async function endSetUpLink(writer: Writer): Promise<void> {
  await writer.deleteFrom("meta").where("name", "=", row).execute();
  await forgetAddress(writer);
}

/** What was asked and shown of an address belongs to one link. */
async function forgetAddress(writer: Writer): Promise<void> {
  await writer.deleteFrom("meta").where("name", "in", addressRows).execute();
}
