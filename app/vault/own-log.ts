/** The log of one's own: what its owner keeps for themselves, and what the vault notes for their other devices. */
import { type OwnState, emptyOwn, ownParts } from "../features/room/state/fold.ts";
import type { NewEvent } from "../features/room/state/schema.ts";
import type { LogId } from "../values/id.ts";
import { type Notes, readNotes, selfPrefix } from "./account/pins.ts";
import type { LogOwner } from "./log/core.ts";
import { Sender } from "./log/sending.ts";
import { SyncedLog } from "./log/synced-log.ts";
import { waitingEvents } from "./log/timeline.ts";
import type { Session } from "./session.ts";
import type { OwnView } from "./vault.ts";

/** One person's own log. */
export class OwnLog {
  readonly log: SyncedLog<OwnState>;
  readonly sender: Sender;
  #notes: Notes | undefined;
  #revision = 0;

  constructor(session: Session, id: LogId, owner: LogOwner) {
    const facts = { id, kind: "own" as const, members: [session.me] };
    this.log = new SyncedLog(
      session,
      facts,
      { empty: emptyOwn, parts: ownParts, self: selfPrefix },
      { ...owner, onChange: () => this.#changed(owner) },
    );
    this.sender = new Sender(this.log, session.ending.signal);
  }

  #changed(owner: LogOwner): void {
    this.#notes = undefined;
    this.#revision += 1;
    owner.onChange();
  }

  /** Rises with each change. */
  get revision(): number {
    return this.#revision;
  }

  /** What the vault noted, also what waits to be sent. */
  get notes(): Notes {
    this.#notes ??= this.#readNotes();
    return this.#notes;
  }

  #readNotes(): Notes {
    const { memory, outbox } = this.log;
    const placed = memory.order.flatMap((hash) => memory.contentOf(hash) ?? []);
    return readNotes(
      [...placed, ...outbox.contents].flatMap((content) => (content.is === "self" ? content.event : [])),
    );
  }

  /** Notes something for the owner's other devices. */
  async note(event: NewEvent): Promise<void> {
    await this.log.outbox.write(event, "control");
    void this.sender.send();
  }

  /** The log at a glance. */
  get view(): OwnView {
    return { state: this.log.memory.with(waitingEvents(this.log)), revision: this.#revision };
  }
}
