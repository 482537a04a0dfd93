/** What the browser asks about one's own data. */
import { toBase64url } from "../../../values/bytes.ts";
import { call } from "../../../web/client/client.ts";
import { ListChangesAboutMe } from "../changes/schema.ts";
import { ListSuggestions } from "../matching/proposals/schema.ts";
import { ListRelationships } from "../relationships/schema.ts";
import { ReadMe } from "../sign-in/schema.ts";
import { EraseAccount } from "./erasing/schema.ts";
import { ListLooks } from "./looks/schema.ts";
import { dataFile } from "./rules.ts";
import { ReadRows } from "./taking/schema.ts";

/** Who opened one's page. */
export function listLooks(signal: AbortSignal) {
  return call(ListLooks, {}, { signal });
}

/** Erases the account; `change` is what the person's keys have signed, null for whoever has none. */
export function eraseAccount(id: string, change: Uint8Array | null) {
  return call(EraseAccount, { body: { id, change: change && toBase64url(change) } });
}

/** Asks for everything that the server keeps about the caller and can read; `undefined` where one answer is missing. */
export async function gatherMyData(now: Date, names: Readonly<Record<string, string>>): Promise<string | undefined> {
  const [me, pairs, suggestions, changes, looks, rows] = await Promise.all([
    call(ReadMe, {}),
    call(ListRelationships, {}),
    call(ListSuggestions, {}),
    call(ListChangesAboutMe, {}),
    call(ListLooks, {}),
    call(ReadRows, {}),
  ]);
  if (rows.kind !== "done") return undefined;
  const told: unknown = JSON.parse(rows.value.rows);
  const parts = new Map([
    ["rows", told],
    ["names", names],
  ]);
  for (const [name, answer] of Object.entries({ me, pairs, suggestions, changes, looks })) {
    if (answer.kind !== "done") return undefined;
    parts.set(name, answer.value);
  }
  return dataFile(now.toISOString(), parts);
}
