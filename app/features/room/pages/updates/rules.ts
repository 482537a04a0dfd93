/**
 * What of a partner's updates may enter a page. It depends on the bytes, on who signed them, and on what they name, so that
 * every device refuses the same ones and the rest comes out equal: a bad one hides nothing else.
 *
 *   client = 1 bit which of the two (by account id), 31 bits of the device id, 21 bits which visit of that device
 *
 * So nobody can write under the other's number: neither words, nor a place that the other's next word would need.
 */
import * as Y from "yjs";
import type { AccountId, DeviceId } from "../../../../values/id.ts";
import { fromBase64url } from "../../../../values/bytes.ts";
import { rootName } from "../content/rules.ts";
import type { PageChanged } from "../rules.ts";

/** Why an update is left out: it cannot be read, claims to be somebody else's, or holds what is no page. */
export type UpdateRefusal = "unreadable" | "not-theirs" | "not-a-page";

/** Who wrote an update, as the room verified it. */
export interface Writer {
  readonly author: AccountId;
  readonly device: DeviceId;
}

const visits = 2 ** 21;
const mostPieces = 200_000;
const longestMark = 4096;
/** No person reaches this many signs; far below it, sums of clocks stay exact. */
const mostClock = 2 ** 40;

function shareOf({ author, device }: Writer, members: ReadonlyArray<AccountId>): number {
  const isLater = members.some((member) => member < author);
  const tail = Math.floor(Number.parseInt(device.slice(-8), 16) / 2);
  return (isLater ? 2 ** 31 : 0) + tail;
}

/** The number under which a device writes during one visit. `chance` is below one; `taken` are the numbers in use. */
export function clientOf(
  writer: Writer,
  members: ReadonlyArray<AccountId>,
  chance: number,
  taken: ReadonlySet<number>,
): number {
  const first = shareOf(writer, members) * visits;
  let visit = Math.floor(chance * visits);
  while (taken.has(first + visit)) visit = (visit + 1) % visits;
  return first + visit;
}

/** Decides from its bytes alone whether an update may be applied; `undefined` means that it may. */
export function refuseUpdate(
  update: Uint8Array,
  writer: Writer,
  members: ReadonlyArray<AccountId>,
): UpdateRefusal | undefined {
  const share = shareOf(writer, members);
  return refuse(update, (client) => Math.floor(client / visits) === share);
}

/** Decides whether a snapshot's state may be applied. It holds what both wrote, so the numbers are not asked. */
export function refuseState(state: Uint8Array): UpdateRefusal | undefined {
  return refuse(state, () => true);
}

function refuse(update: Uint8Array, isTheirs: (client: number) => boolean): UpdateRefusal | undefined {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    if (structs.length > mostPieces) return "not-a-page";
    if (!structs.every(({ id }) => isTheirs(id.client))) return "not-theirs";
    const ends = [...ds.clients.values()].flat().map(({ clock, len }) => clock + len);
    const isSmall = [...structs.map(({ id, length }) => id.clock + length), ...ends].every((end) => end < mostClock);
    return isSmall && structs.every(isOurs) ? undefined : "not-a-page";
  } catch {
    return "unreadable";
  }
}

function isOurs(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item)) return struct instanceof Y.GC;
  // Before it is put in its place, a piece names its parent by the root's name, or takes that of its neighbour.
  const parent: unknown = struct.parent;
  if ((parent !== null && parent !== rootName) || struct.parentSub !== null) return false;
  const { content } = struct;
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true;
  return content instanceof Y.ContentFormat && isMark(content);
}

function isMark({ key, value }: Y.ContentFormat): boolean {
  if (!["strong", "em", "link", "kind"].includes(key)) return false;
  const text: unknown = value;
  return text === null || text === true || (typeof text === "string" && text.length < longestMark);
}

/** How many signs an update takes away; none where it cannot be read. */
export function removedBy(update: Uint8Array): number {
  try {
    const ranges = [...Y.decodeUpdate(update).ds.clients.values()].flat();
    return ranges.reduce((sum, { len }) => sum + len, 0);
  } catch {
    return 0;
  }
}

/** The numbers of whose words an update takes some away that are not here. */
export function unknownDeletes(update: Uint8Array, doc: Y.Doc): ReadonlyArray<number> {
  const { structs, ds } = Y.decodeUpdate(update);
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  for (const { id, length } of structs) known.set(id.client, Math.max(known.get(id.client) ?? 0, id.clock + length));
  return [...ds.clients].flatMap(([client, ranges]) =>
    ranges.some(({ clock, len }) => clock + len > (known.get(client) ?? 0)) ? [client] : [],
  );
}

/** The origin of what comes from the room. */
export const fromRoom = "room";

/** A document that takes updates as they are: without the tidying that Yjs does after them, which would be an edit of its own. */
export function newDoc(): Y.Doc {
  const doc = new Y.Doc();
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    // Its own name for it; the 10,000 histories notice where it changes.
    // oxlint-disable-next-line no-underscore-dangle -- Yjs has no other way to leave a text as it is
    if (transaction.origin === fromRoom) transaction._needFormattingCleanup = false;
  });
  return doc;
}

/** Lets updates into a document, and keeps those aside that take away what is not here yet. */
export class Gate {
  readonly #doc: Y.Doc;
  readonly #members: ReadonlyArray<AccountId>;
  #aside: Uint8Array[] = [];

  constructor(doc: Y.Doc, members: ReadonlyArray<AccountId>) {
    this.#doc = doc;
    this.#members = members;
  }

  /** How many updates wait for what they take away. */
  get waiting(): number {
    return this.#aside.length;
  }

  /** Takes an update. `own` is the number under which words are typed here: nobody can have seen what is not typed yet. */
  take(event: PageChanged, own?: number): UpdateRefusal | undefined {
    const bytes = fromBase64url(event.payload.update);
    const refused = bytes ? refuseUpdate(bytes, event, this.#members) : "unreadable";
    if (refused || !bytes) return refused;
    const unknown = unknownDeletes(bytes, this.#doc);
    if (own !== undefined && unknown.includes(own)) return "not-theirs";
    if (unknown.length > 0) this.#aside.push(bytes);
    else if (!tryApply(this.#doc, bytes)) return "unreadable";
    else this.#takeAside();
    return undefined;
  }

  #takeAside(): void {
    for (let ready = this.#ready(); ready; ready = this.#ready()) {
      this.#aside = this.#aside.filter((bytes) => bytes !== ready);
      tryApply(this.#doc, ready);
    }
  }

  #ready(): Uint8Array | undefined {
    return this.#aside.find((bytes) => unknownDeletes(bytes, this.#doc).length === 0);
  }
}

/** Applies bytes that may be applied; false where Yjs cannot. */
export function tryApply(doc: Y.Doc, bytes: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, bytes, fromRoom);
    return true;
  } catch {
    return false;
  }
}

/** True where everything that an update continues or takes away is in a document. */
export function standsOn(update: Uint8Array, doc: Y.Doc): boolean {
  const tried = newDoc();
  Y.applyUpdate(tried, Y.encodeStateAsUpdate(doc), fromRoom);
  return tryApply(tried, update) && tried.store.pendingStructs === null && tried.store.pendingDs === null;
}

/** The document that updates come to. */
export function replay(events: ReadonlyArray<PageChanged>, members: ReadonlyArray<AccountId>): Y.Doc {
  const doc = newDoc();
  const gate = new Gate(doc, members);
  for (const event of events) gate.take(event);
  return doc;
}
