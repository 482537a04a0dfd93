/** Two people with a room: each writes in turn, and the other's device has it before the story goes on. */
import { PutCadence } from "../app/features/programme/cadence/schema.ts";
import { openDates } from "../app/features/room/sessions/dates/rules.ts";
import type { NewEvent } from "../app/features/room/state/schema.ts";
import { type ItemId, pairOf, roomOf, type LogId, type RelationshipId } from "../app/values/id.ts";
import type { Instant } from "../app/values/instant.ts";
import type { RoomView, Vault } from "../app/vault/vault.ts";
import { setTimeout as wait } from "node:timers/promises";
import type { Person } from "./person.ts";

/** Who of the two. */
export type Side = "mentee" | "mentor";

/** Waits until a room fits, on one device. */
export async function untilRoom(vault: Vault, room: LogId, fits: (view: RoomView) => boolean): Promise<RoomView> {
  const { promise, resolve } = Promise.withResolvers<RoomView>();
  const tell = (view: RoomView) => {
    if (fits(view)) resolve(view);
  };
  let stop = await vault.watchRoom(room, tell);
  while (stop === "no-such-room") {
    // The news of a pair reaches a device by its own stream; there is nothing to watch until then.
    await wait(10);
    stop = await vault.watchRoom(room, tell);
  }
  const view = await promise;
  stop();
  return view;
}

/** Two people with a room. */
export class Pair {
  readonly room: LogId;
  readonly mentee: Person;
  readonly mentor: Person;
  #said = "";

  constructor(relationship: RelationshipId, mentee: Person, mentor: Person) {
    this.room = roomOf(relationship);
    this.mentee = mentee;
    this.mentor = mentor;
  }

  /** The person on a side. */
  who(side: Side): Person {
    return side === "mentee" ? this.mentee : this.mentor;
  }

  /** Waits until both can read and write. */
  async ready(): Promise<void> {
    for (const { vault } of [this.mentee, this.mentor])
      await untilRoom(vault, this.room, ({ condition }) => condition.is === "ready");
  }

  /** Writes one event, and waits until it stands on both devices. */
  async write(side: Side, event: NewEvent): Promise<ItemId> {
    const other = this.who(side === "mentee" ? "mentor" : "mentee");
    const written = await this.who(side).vault.write(this.room, event);
    if (typeof written === "string") throw new Error(`not written: ${written}`);
    const view = await untilRoom(this.who(side).vault, this.room, ({ waiting }) => waiting === 0);
    await untilRoom(other.vault, this.room, ({ events }) => events >= view.events);
    return written.id;
  }

  /** How the room stands. */
  async view(side: Side): Promise<RoomView> {
    return untilRoom(this.who(side).vault, this.room, () => true);
  }

  /** Posts the few open dates that follow from the room, as a browser does when they change. */
  async tellDates(side: Side, now: Instant): Promise<void> {
    const { state, me, other } = await this.view(side);
    const dates = openDates(state, [me, other], now);
    if (JSON.stringify(dates) === this.#said) return;
    this.#said = JSON.stringify(dates);
    await this.who(side).visitor.ask(PutCadence, { params: { relationshipId: pairOf(this.room) }, body: dates });
  }
}
