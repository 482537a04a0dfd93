/** A page of a room while it is open: what comes goes in, what is typed goes out in batches, and a snapshot when it is left. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { vault } from "../../../../vault/browser/client.ts";
import { writeText } from "../../../../vault/text.ts";
import type { ItemId } from "../../../../values/id.ts";
import { toHex } from "../../../../values/bytes.ts";
import { toast } from "../../../../web/ui/toast.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { OpenPage } from "../joint/rules.ts";
import type { PageEvent, PageKept } from "../rules.ts";
import { PageChanged, PageKept as PageKeptEvent } from "../schema.ts";

/** After so much quiet, what was typed goes out; and no later than so long after the first sign of it. In ms. */
const quietMs = 1200;
const longestMs = 4000;
const againMs = 5000;
/** What is longer than this, as something pasted, goes out at once and is not kept as a draft before. In signs. */
const longestDraft = 64_000;
/** A snapshot comes after so many updates, and when a page is left on which something was typed. */
const keepAfter = 60;
/** How long a page that was left waits for its last words to be sealed, in ms. */
const leaveMs = 30_000;

/** SHA-256 as hex. */
export async function digest(bytes: Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))));
}

/** What a screen shows of an open page beside its words. */
export interface PageStanding {
  /** False until everything that was here has been read. */
  readonly isRead: boolean;
  readonly isTyped: boolean;
  readonly isLacking: boolean;
  readonly refused: number;
  readonly differing: ReadonlyArray<PageKept>;
}

const unread: PageStanding = {
  isRead: false,
  isTyped: false,
  isLacking: false,
  refused: 0,
  differing: [],
};

/** An open page, tied to the room. */
export class PageInHand {
  readonly open: OpenPage;
  readonly #room: RoomInHand["roomId"];
  readonly #page: ItemId;
  readonly #standing = signal<PageStanding>(unread);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typedSince: number | undefined;
  #hasTyped = false;
  #isKeeping = false;
  #isLeft = false;
  readonly #isOpen: boolean;
  /** Batches that are being written. */
  #onItsWay: ReadonlyArray<string> = [];
  /** What lies on the device of what was typed; `#isHolding` while that is brought up to date. */
  #held: string | undefined;
  #isHolding = false;
  /** Visits of before whose words were typed again here. */
  #resumed: ReadonlyArray<number> | undefined;
  #end: () => void = () => undefined;
  /** While somebody's keyboard composes a sign, nothing may move below it. */
  #heldBack: PageEvent[] | undefined;

  /** Use `openPage`. */
  constructor(room: RoomInHand, page: ItemId, open: (onTyped: () => void) => OpenPage) {
    this.#room = room.roomId;
    this.#isOpen = room.isOpen;
    this.#page = page;
    this.open = open(() => this.#onTyped());
  }

  /** How it stands. */
  get standing(): ReadonlySignal<PageStanding> {
    return this.#standing;
  }

  /** Begins to follow the room. */
  async follow(): Promise<void> {
    const end = await vault.watchPage(this.#room, this.#page, (pieces) => this.#take(pieces));
    if (end === "no-such-room") return;
    this.#end = end;
    if (this.#isLeft && !this.#hasTyped) end();
  }

  #take(pieces: ReadonlyArray<PageEvent>): void {
    if (this.#heldBack) {
      this.#heldBack.push(...pieces);
      return;
    }
    this.open.take(pieces);
    this.#tell({ isRead: true });
    if (this.#resumed === undefined) void this.#resume();
    if (pieces.some(({ type }) => type === "pages.kept")) void this.#compare();
    if (this.#hasTyped && (this.#isLeft || this.open.uncovered >= keepAfter)) void this.#keep();
  }

  /** Holds back what comes, and gives it all once that is over. */
  hold(isHeld: boolean): void {
    const back = this.#heldBack;
    if (isHeld) this.#heldBack ??= [];
    else {
      this.#heldBack = undefined;
      if (back && back.length > 0) this.#take(back);
    }
  }

  async #compare(): Promise<void> {
    this.#tell({ differing: await this.open.differing(digest) });
  }

  #tell(more: Partial<PageStanding>): void {
    const { open } = this;
    const now = { isTyped: open.isTyped, isLacking: open.isLacking, refused: open.refused };
    this.#standing.value = { ...this.#standing.peek(), ...now, ...more };
  }

  #onTyped(): void {
    const now = Date.now();
    this.#hasTyped = true;
    this.#typedSince ??= now;
    this.#later(Math.max(0, Math.min(quietMs, this.#typedSince + longestMs - now)));
    if (!this.#standing.peek().isTyped) this.#tell({});
    void this.#hold();
  }

  /** Keeps on the device what was typed, until it is in the room: a tab may close before the quiet comes. */
  async #hold(): Promise<void> {
    if (this.#isHolding || this.#resumed === undefined) return;
    this.#isHolding = true;
    try {
      await this.#holdNewest();
    } finally {
      this.#isHolding = false;
    }
  }

  async #holdNewest(): Promise<void> {
    const update = this.open.unwritten(this.#onItsWay);
    if (update === this.#held) return;
    if (update !== undefined && update.length > longestDraft) {
      void this.flush();
      return;
    }
    await vault.pageDrafts(this.#page, { visit: this.open.doc.clientID, update });
    this.#held = update;
    // More may have been typed meanwhile.
    await this.#holdNewest();
  }

  /** Types again what a visit before this one left unwritten. */
  async #resume(): Promise<void> {
    this.#resumed = [];
    if (!this.#isOpen) return;
    const drafts = await vault.pageDrafts(this.#page);
    const done = drafts
      .filter(({ visit }) => visit !== this.open.doc.clientID)
      .filter(({ update }) => update === undefined || this.open.resume(update) !== "lacking");
    this.#resumed = done.map(({ visit }) => visit);
    if (this.open.isTyped) await this.flush();
    else await this.#dropResumed();
  }

  async #dropResumed(): Promise<void> {
    const visits = this.#resumed ?? [];
    this.#resumed = [];
    await Promise.all(visits.map((visit) => vault.pageDrafts(this.#page, { visit, update: undefined })));
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  /** Writes what was typed into the room. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#typedSince = undefined;
    const update = this.open.batch();
    if (update === undefined) return;
    this.#onItsWay = [...this.#onItsWay, update];
    const answer = await vault.write(this.#room, eventOf(PageChanged, { page: this.#page, update }));
    this.#onItsWay = this.#onItsWay.filter((batch) => batch !== update);
    if (typeof answer === "string") {
      this.open.takeBack(update);
      toast(writeText[answer]);
      if (!this.#isLeft) this.#later(againMs);
    } else await this.#dropResumed();
    void this.#hold();
    this.#tell({});
  }

  async #keep(): Promise<void> {
    if (this.#isKeeping || !this.open.mayKeep || this.open.uncovered === 0) return;
    this.#isKeeping = true;
    const kept = await this.open.keep(digest);
    if (kept)
      await vault.write(this.#room, eventOf(PageKeptEvent, { page: this.#page, ...kept, heads: [...kept.heads] }));
    this.#isKeeping = false;
    if (this.#isLeft) this.#end();
  }

  /** The screen goes: the last words go out, and once they are sealed, a snapshot with them. */
  async leave(): Promise<void> {
    this.#isLeft = true;
    this.hold(false);
    await this.flush();
    if (!this.#hasTyped) return this.#end();
    setTimeout(() => this.#end(), leaveMs);
    return this.#keep();
  }
}

/** Opens a page for this device, under a number that nobody else writes under. */
export async function openPage(room: RoomInHand, page: ItemId): Promise<PageInHand | undefined> {
  const device = (await vault.devices()).find(({ isThisOne }) => isThisOne)?.id;
  if (!device) return undefined;
  const chance = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
  const me = { author: room.me, device };
  return new PageInHand(room, page, (onTyped) => new OpenPage(me, [room.me, room.other].toSorted(), chance, onTyped));
}
