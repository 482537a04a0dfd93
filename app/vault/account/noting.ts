/** Telling one's other devices what was done here to one's ways in. */
import { newUuid } from "../ids.ts";
import type { Account } from "./account.ts";
import { type KeyChange, keyChanged } from "./key-changes.ts";

/** Writes it into the log of one's own. A locked device has done nothing. `of`: the passkey, where it is about one. */
export async function noteChange(
  { host, keeper }: Pick<Account, "host" | "keeper">,
  what: KeyChange["what"],
  of?: string,
): Promise<void> {
  if (!keeper) return;
  const { device } = keeper.session;
  await keeper.own.note(keyChanged({ id: newUuid(host), what, of, device, at: host.clock() }));
}
