/**
 * A page in the hands of one device: what came from the room goes in, what is typed comes out in batches, and snapshots of
 * both are compared. No clock, no chance, no host: who calls says when a batch is due.
 *
 * A snapshot covers, for each of its heads, that update and all updates of the same device before it. It is written only
 * once every update it covers is sealed, so that its heads can name them.
 */
import * as Y from "yjs";
import { fromBase64url, toBase64url } from "../../../../values/bytes.ts";
import type { AccountId, DeviceId, ItemId } from "../../../../values/id.ts";
import { linesOf, pageText, stateBytes, stateDomain } from "../content/rules.ts";
import { longestPage, type PageChanged, type PageEvent, type PageKept } from "../rules.ts";
import {
  clientOf,
  fromRoom,
  Gate,
  newDoc,
  refuseState,
  refuseUpdate,
  removedBy,
  replay,
  standsOn,
  tryApply,
  type UpdateRefusal,
  type Writer,
} from "../updates/rules.ts";

/** SHA-256 as hex; the host has it. */
export type Digest = (bytes: Uint8Array) => Promise<string>;

/** How a snapshot compares with what is here. "unknown": something that it covers is not here. */
export type Compared = "same" | "differs" | "unknown";

/** What updates come to, as plain words: for an archive or an export. `members` are the two, in any order. */
export function wordsOfUpdates(events: ReadonlyArray<PageEvent>, members: ReadonlyArray<AccountId>): string {
  const updates = events.flatMap((event) => (event.type === "pages.changed" ? [event] : []));
  return pageText(linesOf(replay(updates, members)));
}

/** The document of a snapshot; `undefined` where its bytes are none. */
export function documentOf({ payload }: PageKept): Y.Doc | undefined {
  const bytes = fromBase64url(payload.state);
  if (!bytes || refuseState(bytes)) return undefined;
  const doc = newDoc();
  return tryApply(doc, bytes) ? doc : undefined;
}

/** The hash of a document's state. */
export function hashOf(doc: Y.Doc, digest: Digest): Promise<string> {
  const bytes = stateBytes(doc);
  const whole = new Uint8Array(stateDomain.length + bytes.length);
  whole.set(stateDomain);
  whole.set(bytes, stateDomain.length);
  return digest(whole);
}

/** A page that is open on this device. */
export class OpenPage {
  readonly doc = newDoc();
  readonly #me: Writer;
  readonly #members: ReadonlyArray<AccountId>;
  readonly #gate: Gate;
  readonly #changed = new Map<ItemId, PageChanged>();
  readonly #kept = new Map<ItemId, PageKept>();
  readonly #refused = new Set<ItemId>();
  /** Typed here and not handed out yet. */
  #typed: Uint8Array[] = [];
  #hasTyped = false;
  readonly #onTyped: () => void;

  /** `chance` is below one. */
  constructor(me: Writer, members: ReadonlyArray<AccountId>, chance: number, onTyped: () => void = () => undefined) {
    this.#me = me;
    this.#onTyped = onTyped;
    this.#members = members;
    this.#gate = new Gate(this.doc, members);
    let mine = 0;
    const number = () => {
      const taken = new Set(Y.decodeStateVector(Y.encodeStateVector(this.doc)).keys());
      mine = clientOf(me, members, chance, taken);
      this.doc.clientID = mine;
    };
    number();
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === fromRoom) {
        // Yjs takes any number where somebody else uses this one.
        if (!this.#hasTyped || this.doc.clientID !== mine) number();
        return;
      }
      this.#hasTyped = true;
      this.#typed.push(update);
      onTyped();
    });
  }

  /** Takes what the room has; what it had before changes nothing, but its hash may be known now. */
  take(events: ReadonlyArray<PageEvent>): void {
    this.doc.transact(() => {
      for (const event of events) {
        if (event.type === "pages.kept") this.#kept.set(event.id, event);
        else this.#takeChanged(event);
      }
      this.#mend();
    }, fromRoom);
  }

  #takeChanged(event: PageChanged): void {
    const isKnown = this.#changed.has(event.id);
    if (this.#refused.has(event.id)) return;
    if (!isKnown && this.#gate.take(event, this.doc.clientID)) this.#refused.add(event.id);
    else this.#changed.set(event.id, event);
  }

  /** Where updates are not here any more, the newest snapshot that covers them stands for them. */
  #mend(): void {
    const hashes = new Set([...this.#changed.values()].map(({ hash }) => hash));
    const isWhole = (kept: PageKept) => kept.payload.heads.every((head) => hashes.has(head));
    for (const kept of [...this.#kept.values()].toReversed()) {
      if (isWhole(kept) && !this.isLacking) return;
      const bytes = fromBase64url(kept.payload.state);
      if (bytes && !refuseState(bytes)) tryApply(this.doc, bytes);
    }
  }

  /** True while something is missing that came before what is here. */
  get isLacking(): boolean {
    return this.doc.store.pendingStructs !== null || this.#gate.waiting > 0;
  }

  /** How many updates were left out. */
  get refused(): number {
    return this.#refused.size;
  }

  /** The updates that are here, each device's in its order. */
  get updates(): ReadonlyArray<PageChanged> {
    return [...this.#changed.values()];
  }

  /** True while something typed was not handed out. */
  get isTyped(): boolean {
    return this.#typed.length > 0;
  }

  /** Hands out what was typed since the last time, as one update in base64url; nothing where nothing was. */
  batch(): string | undefined {
    if (this.#typed.length === 0) return undefined;
    const update = Y.mergeUpdates(this.#typed);
    this.#typed = [];
    return toBase64url(update);
  }

  /** Takes a batch back that could not be written. */
  takeBack(batch: string): void {
    const update = fromBase64url(batch);
    if (update) this.#typed.unshift(update);
  }

  /** What was typed and is in no room yet, with the batches that are on their way there; nothing where nothing is. */
  unwritten(onItsWay: ReadonlyArray<string> = []): string | undefined {
    const all = [...onItsWay.flatMap((batch) => fromBase64url(batch) ?? []), ...this.#typed];
    return all.length === 0 ? undefined : toBase64url(Y.mergeUpdates(all));
  }

  /**
   * Types again what was typed here before and left unwritten. "known": all of it is here already. "lacking": what it stands
   * on is not here, so that it has to wait.
   */
  resume(unwritten: string): "typed" | "known" | "lacking" | UpdateRefusal {
    const bytes = fromBase64url(unwritten);
    const refused = bytes ? refuseUpdate(bytes, this.#me, this.#members) : "unreadable";
    if (refused || !bytes) return refused ?? "unreadable";
    if (!standsOn(bytes, this.doc)) return "lacking";
    let isNew = false;
    const note = () => (isNew = true);
    this.doc.on("update", note);
    const isTaken = tryApply(this.doc, bytes);
    this.doc.off("update", note);
    if (!isTaken || !isNew) return isTaken ? "known" : "unreadable";
    this.#hasTyped = true;
    this.#typed.push(bytes);
    this.#onTyped();
    return "typed";
  }

  /** How many updates no snapshot of this page covers yet. */
  get uncovered(): number {
    const covered = new Set([...this.#kept.values()].flatMap((kept) => this.#covered(kept) ?? []));
    return this.updates.filter((event) => !covered.has(event)).length;
  }

  /** True where a snapshot may be written: nothing typed, nothing unsealed, nothing missing. */
  get mayKeep(): boolean {
    return !this.isTyped && !this.isLacking && this.#changed.size > 0 && this.updates.every(({ hash }) => hash !== "");
  }

  /** A snapshot of what is here; `undefined` while there can be none. */
  async keep(digest: Digest): Promise<Omit<PageKept["payload"], "page"> | undefined> {
    if (!this.mayKeep) return undefined;
    const heads = new Map<DeviceId, string>();
    for (const { device, hash } of this.updates) heads.set(device, hash);
    const state = toBase64url(Y.encodeStateAsUpdate(this.doc));
    const text = Array.from(pageText(linesOf(this.doc)).normalize("NFC"))
      .slice(0, longestPage)
      .join("");
    return { heads: [...heads.values()].toSorted(), hash: await hashOf(this.doc, digest), state, text };
  }

  #covered({ payload }: PageKept): ReadonlyArray<PageChanged> | undefined {
    const { updates } = this;
    const heads = payload.heads.map((head) => updates.findIndex(({ hash }) => hash === head));
    if (heads.includes(-1)) return undefined;
    const ends = new Map(heads.map((at) => [updates[at]?.device, at]));
    return updates.filter(({ device }, at) => at <= (ends.get(device) ?? -1));
  }

  /** Recomputes what a snapshot says, from the updates it covers. */
  async compare(kept: PageKept, digest: Digest): Promise<Compared> {
    const covered = this.#covered(kept);
    if (!covered) return "unknown";
    const doc = replay(covered, this.#members);
    return (await hashOf(doc, digest)) === kept.payload.hash ? "same" : "differs";
  }

  /** The newest snapshot of each person that says something else than what is here. */
  async differing(digest: Digest): Promise<ReadonlyArray<PageKept>> {
    const newest = new Map([...this.#kept.values()].map((kept) => [kept.author, kept]));
    const compared = await Promise.all([...newest.values()].map((kept) => this.compare(kept, digest)));
    return [...newest.values()].filter((_, at) => compared[at] === "differs");
  }

  /** Who writes here. */
  get me(): Writer {
    return this.#me;
  }
}

/** A time at which a page was left for a while, or the other went on. */
export interface Moment {
  readonly author: AccountId;
  readonly at: PageChanged["at"];
  /** How many updates, in the room's order, had been written. */
  readonly updates: number;
}

const pauseMs = 20 * 60 * 1000;
/** So many signs are more than a correction. */
const muchSigns = 40;

function removesMuch({ payload }: PageChanged): boolean {
  const bytes = fromBase64url(payload.update);
  return bytes !== undefined && removedBy(bytes) >= muchSigns;
}

/** The states of a page worth going back to, the newest first: where somebody paused, or the other went on, or much was taken away. */
export function momentsOf(events: ReadonlyArray<PageChanged>): ReadonlyArray<Moment> {
  return events
    .flatMap(({ author, at }, index): ReadonlyArray<Moment> => {
      const next = events[index + 1];
      const isEnd = !next || next.author !== author || Math.abs(next.at - at) > pauseMs || removesMuch(next);
      return isEnd ? [{ author, at, updates: index + 1 }] : [];
    })
    .toReversed();
}
