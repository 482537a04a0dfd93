/** One room: the log of two people, and what is known of the other one. */
import { fromHex, hasAll, heads, hex } from "@oakroom/crypto";
import { type RoomState, emptyRoom, roomParts } from "../features/room/state/fold.ts";
import type { AccountId, LogId } from "../values/id.ts";
import { Instant } from "../values/instant.ts";
import type { Notes, ReachedLog } from "./account/pins.ts";
import { type LogOwner, mayPass } from "./log/core.ts";
import { isToReadmit, newestBundles } from "./log/membership.ts";
import { previewLines } from "./log/preview.ts";
import { Sender } from "./log/sending.ts";
import { SyncedLog } from "./log/synced-log.ts";
import { countsOf, waitingEvents } from "./log/timeline.ts";
import type { Session } from "./session.ts";
import type { RoomCondition, RoomView } from "./vault.ts";

/** How long a note of how far a log has come stays good enough, in ms. */
const noteEveryMs = 12 * 60 * 60 * 1000;

/** A room of the unlocked vault. */
export class Room {
  readonly log: SyncedLog<RoomState>;
  readonly sender: Sender;
  readonly other: AccountId;
  /** How far reading has come; set from the start where nothing of it was read on this device. */
  reading: { readonly done: number; readonly all: number } | undefined;
  #revision = 0;
  /** True while a readmit waits to be sent, which holds a place in the chain; `undefined` before anybody looked. */
  #isLettingIn: boolean | undefined;
  #isLong = false;
  #hasPreviewed = false;

  constructor(session: Session, id: LogId, other: AccountId, owner: LogOwner) {
    const facts = { id, kind: "room" as const, members: [session.me, other].toSorted() };
    this.other = other;
    this.log = new SyncedLog(
      session,
      facts,
      { empty: emptyRoom, parts: roomParts, self: undefined },
      {
        ...owner,
        maySend: () => owner.maySend() && !this.isToReadmit && !this.#isLettingIn,
        onChange: () => {
          this.#revision += 1;
          owner.onChange();
        },
      },
    );
    this.sender = new Sender(this.log, session.ending.signal, () => this.#letIn());
  }

  /** True while the other person has new keys that were compared, and nobody has let them in here. */
  get isToReadmit(): boolean {
    return isToReadmit(this.log, this.other);
  }

  /** Lets the other person in again, with or without what was written before. */
  async readmit(history: boolean): Promise<boolean> {
    if ((await this.log.catchUp()) === "offline") return false;
    const { signReadmit } = await import("./log/readmitting.ts");
    const isSigned = await signReadmit(this.log, this.other, history);
    this.#isLettingIn = undefined;
    await this.send();
    return isSigned;
  }

  async #lookForReadmit(): Promise<boolean> {
    const { session, id } = this.log;
    this.#isLettingIn = (await session.host.store.get("readmitPending", [id, 0])) !== undefined;
    return this.#isLettingIn;
  }

  /** Lets the other person in before anything else is sent, or forgets it where their new keys were taken back. */
  async #letIn(): Promise<void> {
    if (this.#isLettingIn === false || !(await this.#lookForReadmit())) return;
    const { sendReadmit } = await import("./log/readmitting.ts");
    await sendReadmit(this.log, this.other);
    await this.#lookForReadmit();
  }

  /** Sends what waits. */
  send(): Promise<void> {
    return this.sender.send();
  }

  /** Rises with each change. */
  get revision(): number {
    return this.#revision;
  }

  /** Says how far a long reading has come; nothing, once reading has ended. */
  tellReading(reading: Room["reading"]): void {
    const hasBegun = this.#isLong;
    this.#isLong = reading !== undefined;
    this.reading = reading;
    if (!reading) this.log.preview = undefined;
    else if (!hasBegun && this.log.memory.order.length === 0) this.log.preview = [];
    // The keys have come with the first page; where they have not, there is nothing to show before the end.
    if (reading && reading.done > 0 && this.log.preview && !this.#hasPreviewed) void this.#showNewest(reading.all);
    this.log.changed();
  }

  async #showNewest(all: number): Promise<void> {
    if (!this.log.epochs.keyOf(this.log.epochs.newest)) return;
    this.#hasPreviewed = true;
    const lines = await previewLines(this.log, all);
    if (!this.log.preview) return;
    this.log.preview = lines;
    this.log.changed();
  }

  get #condition(): RoomCondition {
    const { stopped, isOpen, verifier, epochs, returning, erasing } = this.log;
    // What is gone has less than it had, and that was said.
    if (stopped && !(erasing.gone && mayPass(stopped))) return { is: "stopped", because: stopped };
    if (this.reading) return { is: "reading", ...this.reading };
    if (!returning.record.isRead && !erasing.gone) return { is: "unread" };
    if (!isOpen) return { is: "closed" };
    const { isAwaited, isBoth: isLostByBoth, hasFounded } = returning;
    if (isAwaited) return { is: "to-be-readmitted", isLostByBoth, hasFounded };
    if (this.isToReadmit) return { is: "to-readmit" };
    if (!verifier) return { is: "waiting-for-other" };
    // Older epochs may stay shut for good: a wrap that does not open is its announcer's doing.
    return epochs.keyOf(epochs.newest) ? { is: "ready" } : { is: "waiting-for-keys" };
  }

  /** The room at a glance. */
  view(notes: Notes): RoomView {
    const { begunAnewAt, restored, isPastClosed } = this.log.returning.record;
    return {
      room: this.log.id,
      me: this.log.session.me,
      other: this.other,
      condition: this.#condition,
      // What was compared were other keys.
      isChecked: this.log.stopped !== "keys-changed" && (notes.people.get(this.other)?.isCompared ?? false),
      state: this.log.memory.with(waitingEvents(this.log)),
      before: this.log.memory.before,
      revision: this.#revision,
      ...countsOf(this.log),
      erasing: this.log.erasing.view(this.log.session.me, this.other),
      begunAnewAt: begunAnewAt === undefined ? undefined : Instant.parse(begunAnewAt),
      isPastClosed,
      restored: restored && { ...restored, at: Instant.parse(restored.at) },
    };
  }

  /** True where everything that another device of the same person has seen is here. */
  hasReached(note: ReachedLog | undefined): boolean {
    const { verifier } = this.log;
    if (!note || note.heads.length === 0) return true;
    return verifier !== undefined && hasAll(verifier, note.heads.map(fromHex));
  }

  /** What to note for the other devices; `undefined` where the last note is good enough. */
  noteReached(note: ReachedLog | undefined, now: number): ReachedLog | undefined {
    const { verifier, outbox, stopped, hasGaps } = this.log;
    if (!verifier || stopped || outbox.length > 0 || hasGaps) return undefined;
    const newest = heads(verifier).map(hex);
    const isSame = note !== undefined && note.heads.join() === newest.join();
    if (newest.length === 0 || isSame || (note && now - note.at < noteEveryMs)) return undefined;
    return { log: this.log.id, heads: newest, at: now };
  }

  /** The newest bundles of the two, as the verifier took them. */
  get parties() {
    return newestBundles(this.log);
  }
}
