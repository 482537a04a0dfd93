/** What goes into a keepsake: one's own words, the pages of both, and of the other's words those with a yes for it. */
import { closeKeepsake } from "../../../../vault/browser/files-client.ts";
import { vault } from "../../../../vault/browser/client.ts";
import type { KeepsakeContent } from "../../../../vault/files/keepsake.ts";
import type { AccountId, ItemId, LogId } from "../../../../values/id.ts";
import { toBase64url } from "../../../../values/bytes.ts";
import { wordsIn } from "../../../../values/worded.ts";
import { me } from "../../../programme/sign-in/api.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import { headings } from "../../hopes/rules.ts";
import { readHopes } from "../../hopes/schema.ts";
import { headingText } from "../../hopes/text.ts";
import { changeOfNote } from "../../notes/rules.ts";
import type { PageEvent } from "../../pages/rules.ts";
import { isAllowed } from "../../releases/rules.ts";
import { packRelease } from "../../../../vault/files/releasing.ts";
import { heldDays } from "../../sessions/rules.ts";
import type { RoomEvent } from "../../state/fold.ts";
import { asInlineScript, keepsakeHtml, keepsakeStyle } from "./rules.ts";
import { gatherText, insideText as text, labelText } from "./text.ts";

/** Asked and answered about words, and settled with the other: they are no words of one's own. */
const leftOut = /^(?:agreement|pages|releases|ground|offlimits)\.|^feedback\.asked$/;

/** What was said otherwise later stands with its later words; what was taken back does not. */
function isStanding(room: RoomInHand, event: RoomEvent): boolean {
  return event.type !== "notes.written" || changeOfNote(room.view.state.notes, event) === undefined;
}

/** What an entry was. */
function labelOf(room: RoomInHand, event: RoomEvent): string | undefined {
  if (event.type !== "commitments.made") return labelText[event.type];
  return event.payload.owner === room.me ? gatherText.promise : gatherText.promiseOf(room.name);
}

async function readAll(roomId: LogId, before?: string): Promise<ReadonlyArray<RoomEvent>> {
  const page = await vault.timeline(roomId, { limit: 200, ...(before === undefined ? {} : { before }) });
  if (page === "no-such-room") return [];
  const [first] = page.entries;
  const earlier = page.hasEarlier && first ? await readAll(roomId, first.place) : [];
  return [...earlier, ...page.entries.flatMap((entry) => (entry.is === "event" ? [entry.event] : []))];
}

const packed = (proof: Uint8Array | undefined) => (proof ? toBase64url(proof) : "");

async function writtenBy(
  author: AccountId,
  room: RoomInHand,
  events: ReadonlyArray<RoomEvent>,
): Promise<KeepsakeContent["mine"]> {
  const own = events.filter(
    (event) =>
      event.author === author &&
      !leftOut.test(event.type) &&
      wordsIn(event.payload).length > 0 &&
      isStanding(room, event),
  );
  const proofs = await vault.proveItems(
    room.roomId,
    own.map(({ hash, id }) => hash || id),
  );
  return own.map((event, index) => ({
    at: event.at,
    label: labelOf(room, event),
    words: [...wordsIn(event.payload)],
    proof: packed(proofs[index]),
  }));
}

async function mineOf(room: RoomInHand, events: ReadonlyArray<RoomEvent>): Promise<KeepsakeContent["mine"]> {
  const kept = await writtenBy(room.me, room, events);
  return [...kept, ...hopesOf(room, events)].toSorted((one, next) => one.at - next.at);
}

/** All that the other wrote, where they said yes to that; with the yes. */
async function theirsOf(room: RoomInHand, events: ReadonlyArray<RoomEvent>): Promise<KeepsakeContent["theirs"]> {
  const said = events.findLast(({ type, author }) => type === "ending.may-keep" && author === room.other);
  if (!said || room.view.state.ending.mayKeep[room.other] !== true) return undefined;
  const [yes] = await vault.proveItems(room.roomId, [said.hash || said.id]);
  return { yes: packed(yes), written: await writtenBy(room.other, room, events) };
}

/** One's own card, once it is turned over: its words are signed as a card, and not as an item. */
function hopesOf({ me: mine, view }: RoomInHand, events: ReadonlyArray<RoomEvent>): KeepsakeContent["mine"] {
  const card = view.state.hopes.cards.findLast((one) => one.by === mine && one.text !== undefined && !one.isWithdrawn);
  const words = readHopes(card?.text ?? "");
  const turned = events.findLast(({ author, type }) => author === mine && type === "hopes.revealed");
  if (!words || !turned) return [];
  const said = headings.flatMap((heading) =>
    words[heading] === "" ? [] : `${headingText[heading]} ${words[heading]}`,
  );
  return said.length === 0 ? [] : [{ at: turned.at, label: gatherText.hopes, words: said, proof: "" }];
}

/** What both signed last. */
function agreementOf({ view }: RoomInHand, events: ReadonlyArray<RoomEvent>): KeepsakeContent["pages"] {
  const signed = view.state.agreement.versions.findLast(({ signers }) => signers.length > 1);
  const last = events.findLast(({ type }) => type === "agreement.signed");
  return signed && last ? [{ title: gatherText.agreement, text: signed.text, at: last.at }] : [];
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
    theirs: await theirsOf(room, events),
    pages: [...agreementOf(room, events), ...(await pagesOf(room))],
    sessions: [...heldDays(room.view.state.sessions)],
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
