/** What was typed on a page and is not in the room yet, kept on this device: a tab may close between two words. */
import { openFromSelf, sealToSelf, textOf, utf8 } from "@oakroom/crypto";
import type { ItemId } from "../values/id.ts";
import type { Session } from "./session.ts";
import type { PageDraft } from "./vault.ts";

/** Keeps the draft of one visit, or drops it where it has no update. Sealed to oneself, as what waits to be sent is. */
export async function keepPageDraft({ host, ieks, user }: Session, page: ItemId, draft: PageDraft): Promise<void> {
  const key = [page, draft.visit] as const;
  const iek = ieks.at(-1);
  if (draft.update === undefined || !iek) await host.store.commit([{ remove: "draft", key }]);
  else await host.store.commit([{ put: "draft", key, value: await sealToSelf(iek, user, utf8(draft.update)) }]);
}

/** The drafts of a page, of any visit that left one. */
export async function pageDrafts({ host, ieks, user }: Session, page: ItemId): Promise<ReadonlyArray<PageDraft>> {
  const rows = await host.store.list("draft", page);
  const opened = rows.map(async ({ at, value }): Promise<PageDraft> => {
    const plain = await openFromSelf(ieks, user, value);
    return { visit: at, update: typeof plain === "string" ? undefined : textOf(plain.plaintext) };
  });
  return Promise.all(opened);
}
