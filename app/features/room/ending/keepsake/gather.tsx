/** What goes into a keepsake: one's own words, the pages of both, and of the other's words those with a yes for it. */
import { closeKeepsake } from "../../../../vault/browser/files-client.ts";
import { vault } from "../../../../vault/browser/client.ts";
import type { KeepsakeContent } from "../../../../vault/files/keepsake.ts";
import type { ItemId, LogId } from "../../../../values/id.ts";
import { toBase64url } from "../../../../values/bytes.ts";
import { wordsIn } from "../../../../values/worded.ts";
import { me } from "../../../programme/sign-in/api.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import type { PageEvent } from "../../pages/rules.ts";
import { isAllowed } from "../../releases/rules.ts";
import { packRelease } from "../../../../vault/files/releasing.ts";
import type { RoomEvent } from "../../state/fold.ts";
import { asInlineScript, keepsakeHtml, keepsakeStyle } from "./rules.ts";
import { insideText as text } from "./text.ts";

/** Asked and answered about words, and settled with the other: they are no words of one's own. */
const leftOut = /^(?:pages|releases|ground|offlimits)\./;

async function readAll(roomId: LogId, before?: string): Promise<ReadonlyArray<RoomEvent>> {
  const page = await vault.timeline(roomId, { limit: 200, ...(before === undefined ? {} : { before }) });
  if (page === "no-such-room") return [];
  const [first] = page.entries;
  const earlier = page.hasEarlier && first ? await readAll(roomId, first.place) : [];
  return [...earlier, ...page.entries.flatMap((entry) => (entry.is === "event" ? [entry.event] : []))];
}

const packed = (proof: Uint8Array | undefined) => (proof ? toBase64url(proof) : "");

async function mineOf(room: RoomInHand, events: ReadonlyArray<RoomEvent>): Promise<KeepsakeContent["mine"]> {
  const own = events.filter(
    ({ author, type, payload }) => author === room.me && !leftOut.test(type) && wordsIn(payload).length > 0,
  );
  const proofs = await vault.proveItems(
    room.roomId,
    own.map(({ hash, id }) => hash || id),
  );
  return own.map(({ at, payload }, index) => ({ at, words: [...wordsIn(payload)], proof: packed(proofs[index]) }));
}

/** All pieces of a page, as they are now. */
function piecesOf(roomId: LogId, page: ItemId): Promise<ReadonlyArray<PageEvent>> {
  return new Promise((resolve) => {
    const watched = vault.watchPage(roomId, page, (pieces) => {
      resolve(pieces);
      void watched.then((end) => typeof end === "function" && end());
    });
    void watched.then((end) => end === "no-such-room" && resolve([]));
  });
}

async function pagesOf({ roomId, view, me: mine, other }: RoomInHand): Promise<KeepsakeContent["pages"]> {
  const { all } = view.state.pages;
  if (all.length === 0) return [];
  // What reads a page is as heavy as the editor of pages.
  const { wordsOfUpdates } = await import("../../pages/joint/rules.ts");
  const read = all.map(async ({ id, title, changedAt }) => ({
    title: title ?? text.sessionNotes,
    text: wordsOfUpdates(await piecesOf(roomId, id), [mine, other]),
    at: changedAt,
  }));
  return Promise.all(read);
}

async function releasedOf({ roomId, me: mine, view }: RoomInHand): Promise<KeepsakeContent["released"]> {
  const allowed = view.state.releases.all.filter((one) => one.by === mine && one.to === "" && isAllowed(one));
  const releases = allowed.map(async ({ item, answer }) => {
    const hashes = answer?.kind === "as-written" ? [item.hash, answer.hash] : [answer?.hash ?? ""];
    const proofs = await vault.proveItems(roomId, hashes);
    return packed(packRelease(proofs.flatMap((proof) => proof ?? [])));
  });
  return Promise.all(releases);
}

async function hashOf(words: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words)));
  return btoa(String.fromCharCode(...digest));
}

/** Makes the whole file on this device. */
export async function makeKeepsake(room: RoomInHand, passphrase: string): Promise<string> {
  const events = await readAll(room.roomId);
  const content: KeepsakeContent = {
    names: [me.value?.name ?? "", room.name],
    identity: (await vault.identity()) ?? "",
    madeAt: Date.now(),
    mine: await mineOf(room, events),
    released: await releasedOf(room),
    pages: await pagesOf(room),
  };
  const { default: code } = await import("./reader.tsx?inline");
  const script = asInlineScript(code);
  return keepsakeHtml({
    ...text,
    script,
    hashes: { script: await hashOf(script), style: await hashOf(keepsakeStyle) },
    closed: await closeKeepsake(JSON.stringify(content), passphrase),
  });
}
