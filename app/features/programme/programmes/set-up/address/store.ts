/** Where confirming the first manager's address stands. Both rows lie in `meta`, and go with the set-up link. */
import * as z from "zod/mini";
import { hashToken } from "../../../../../server/chance.ts";
import type { Reader, Writer } from "../../../../../server/database/database.ts";
import { SignInRequestId } from "../../../../../values/id.ts";
import { addressKey } from "../../../../../values/text.ts";
import { FirstManager } from "../../schema.ts";

const askedRow = "set-up-asked";
const shownRow = "set-up-shown";
/** The names of both. */
export const addressRows = [askedRow, shownRow] as const;

const Asked = z.strictObject({ id: SignInRequestId, manager: FirstManager });
const shownHash = (token: string, email: string) => hashToken("set-up-address", `${token}\0${addressKey(email)}`);

async function keep(writer: Writer, name: string, value: string): Promise<void> {
  await writer
    .insertInto("meta")
    .values({ name, value })
    .onConflict((clash) => clash.column("name").doUpdateSet({ value }))
    .execute();
}

async function find(read: Reader, name: string): Promise<string | undefined> {
  return (await read.selectFrom("meta").select("value").where("name", "=", name).executeTakeFirst())?.value;
}

/** Keeps who is waited for; the newest mail counts. */
export function keepAskedFor(writer: Writer, asked: z.infer<typeof Asked>): Promise<void> {
  return keep(writer, askedRow, JSON.stringify(asked));
}

/** To whom the mail of a request went. */
export async function findAskedFor(
  read: Reader,
  id: SignInRequestId,
): Promise<z.infer<typeof FirstManager> | undefined> {
  const value = await find(read, askedRow);
  const asked = value === undefined ? undefined : Asked.parse(JSON.parse(value));
  return asked?.id === id ? asked.manager : undefined;
}

/** Keeps that the holder of this link has shown the digits that came to this address. */
export function keepShown(writer: Writer, token: string, email: string): Promise<void> {
  return keep(writer, shownRow, shownHash(token, email));
}

/** Whether they have. */
export async function isShown(read: Reader, token: string, email: string): Promise<boolean> {
  return (await find(read, shownRow)) === shownHash(token, email);
}
