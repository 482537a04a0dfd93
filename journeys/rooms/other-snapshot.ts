/** A device that kept something else of a page than what was written there: by a fault, or on purpose. */
import { createHash } from "node:crypto";
import * as Y from "yjs";
import { textOf } from "../../app/features/room/pages/content/rules.ts";
import { hashOf } from "../../app/features/room/pages/joint/rules.ts";
import type { PageEvent } from "../../app/features/room/pages/rules.ts";
import { PageKept } from "../../app/features/room/pages/schema.ts";
import { replay } from "../../app/features/room/pages/updates/rules.ts";
import { eventOf } from "../../app/features/room/state/schema.ts";
import { toBase64url } from "../../app/values/bytes.ts";
import type { ItemId, LogId } from "../../app/values/id.ts";
import type { Vault } from "../../app/vault/vault.ts";

const digest = async (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Keeps a page with these words in front of what stands there, as if that were what both had written. */
export async function keepsSomethingElse(vault: Vault, room: LogId, page: ItemId, words: string): Promise<void> {
  const view = (await vault.rooms()).find((each) => each.room === room);
  if (!view) throw new Error("no such room");
  const { promise, resolve } = Promise.withResolvers<ReadonlyArray<PageEvent>>();
  const end = await vault.watchPage(room, page, resolve);
  const changed = (await promise).flatMap((piece) => (piece.type === "pages.changed" ? [piece] : []));
  if (typeof end === "function") end();
  const doc = replay(changed, [view.me, view.other].toSorted());
  textOf(doc).insert(0, words);
  const heads = [...new Map(changed.map(({ device, hash }) => [device, hash])).values()].toSorted();
  const state = toBase64url(Y.encodeStateAsUpdate(doc));
  const kept = { page, heads, hash: await hashOf(doc, digest), state, text: words.trim() };
  const written = await vault.write(room, eventOf(PageKept, kept));
  if (typeof written === "string") throw new Error(written);
}
