/** What the parts of a synced log need of one another. */
import type { Log } from "@oakroom/crypto";
import type { LogSummary } from "../../features/room/log/schema.ts";
import type { Part } from "../../features/room/state/fold.ts";
import type { States } from "../../features/room/state/rules.ts";
import type { AccountId, ItemId, LogId } from "../../values/id.ts";
import type { Session } from "../session.ts";
import type { Change } from "../store.ts";
import type { Stop } from "../vault.ts";
import type { Content, Line } from "./content.ts";
import type { Reader } from "./reading.ts";

const passing: ReadonlySet<Stop> = new Set(["restored", "shrunk", "own-log-short", "bundle-older"]);

/** True for a stop that ends by itself once what was missing is back. Every other stays, and outweighs these. */
export function mayPass(stop: Stop): boolean {
  return passing.has(stop);
}

/** What of one's words a log takes: none while the pair is paused, the last ones since one of the two has left. */
export type Takes = "all" | "last-words" | "none";

/** What a log takes, as the server lists it. */
export function takesOf({ paused, resting }: Pick<LogSummary, "paused" | "resting">): Takes {
  if (paused === true) return "none";
  return resting === true ? "last-words" : "all";
}

/** A log's kind, as the server names it. */
export type LogKind = "room" | "own";

/** What is known of a log from outside. */
export interface LogFacts {
  readonly id: LogId;
  readonly kind: LogKind;
  readonly members: ReadonlyArray<AccountId>;
}

/** How a log folds. */
export interface Folding<S extends States> {
  readonly empty: S;
  readonly parts: ReadonlyArray<Part>;
  /** Event types of the vault itself begin so. */
  readonly self: string | undefined;
}

/** Whom a log tells and asks. */
export interface LogOwner {
  /** Something to show changed. */
  readonly onChange: () => void;
  /** False while nothing may go out, whatever the log itself says. */
  readonly maySend: () => boolean;
  /** Fetches the newest bundles of a member. */
  readonly refreshBundles: (account: AccountId) => Promise<Stop | "offline" | undefined>;
  /** Fetches what the server has beyond the cursor. */
  readonly catchUp: () => Promise<"done" | "offline">;
}

/** A log, as its outbox and its keys see it. */
export interface LogCore {
  readonly id: LogId;
  readonly kind: LogKind;
  readonly members: ReadonlyArray<AccountId>;
  readonly session: Session;
  readonly reader: Reader;
  /** None while a member has no keys. */
  readonly verifier: Log | undefined;
  /** Up to where the server's entries were taken. */
  readonly cursor: number;
  /** What of one's words the server takes, as far as this device has heard; what it does not take waits here. */
  takes: Takes;
  /** True while events may go out: open, not stopped, not locked, and in step with the server. */
  readonly maySend: boolean;
  /** What an item holds, by its author and id. */
  contentOf(author: AccountId, id: ItemId): Content | undefined;
  /** Runs one task after the other: the log changes in no other way. */
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Takes a record that this device just made, and keeps it together with `changes`. Call it inside `run`. */
  takeOwn(bytes: Uint8Array, changes: ReadonlyArray<Change>): Promise<Line | undefined>;
  /** The server has this item at this number. Call it inside `run`. */
  acknowledge(number: number, bytes: Uint8Array, changes: ReadonlyArray<Change>): Promise<void>;
  /** Reads anew what was shut, now that keys have come. Call it inside `run`. */
  readShut(): Promise<void>;
  stop(because: Stop): Promise<void>;
  /** Nothing may be appended any more. */
  close(): Promise<void>;
  /** Takes what the server has beyond the cursor, and the newest bundles of the members. */
  catchUp(): Promise<"done" | "offline">;
  /** Something to show changed. */
  changed(): void;
}
