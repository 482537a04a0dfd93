/** A log that was begun by other identities than its members have now: somebody lost every key and came back. Where it starts, `start.ts` finds. */
import { type Bundle, bundleOf, epochOf, equal, readEpoch } from "@oakroom/crypto";
import type { AccountId } from "../../values/id.ts";
import type { LogPast, LogRecord } from "../store.ts";
import type { Entry } from "../wire.ts";
import type { LogCore } from "./core.ts";

/** Where a log starts, where it was begun by identities of before. */
export class Returning {
  /** True while this person's own new keys wait for the other member to let them in. */
  isAwaited = false;
  /** True where this person's own log says that they began anew: they begin no log alone. */
  isBegunAnew = false;
  /** True where the other member has lost every key too, so that nobody can. */
  isBoth = false;
  /** True where this person has signed that they begin the log anew with the other one, and the other one has not. */
  hasFounded = false;
  /** See `LogRecord`. */
  record: LogPast = {};
  #firsts: ReadonlyMap<AccountId, Bundle> = new Map();

  /** The bundle with which a member was there at the beginning; `undefined` where it is the first of the identity that counts. */
  firstOf(member: AccountId): Bundle | undefined {
    return this.#firsts.get(member);
  }

  /** Takes what this device kept. */
  load({ foundings, begunAnewAt, restored, isPastClosed, isRead }: LogRecord): void {
    this.record = { foundings, begunAnewAt, restored, isPastClosed, isRead };
  }

  /** Takes what the server shows of the words by which the two began the log anew. */
  async look(entries: ReadonlyArray<Entry>): Promise<void> {
    if (!entries.some(({ kind }) => kind === "founding")) return;
    const { toKeep } = await import("./founding.ts");
    this.record = { ...this.record, ...toKeep(entries) };
  }

  /** Takes what the own log says. Whoever lost every key begins no room of before alone: a server that shows an empty one would make it another. */
  hear(isBegunAnew: boolean, isUnread: boolean): void {
    this.isBegunAnew = isBegunAnew;
    if (isBegunAnew && isUnread) this.isAwaited = true;
  }

  /** Settles where the log starts. */
  settle(firsts: ReadonlyMap<AccountId, Bundle>): void {
    this.#firsts = firsts;
    this.isAwaited = false;
    this.isBoth = false;
  }
}

/** True for what has a place in a device's chain. */
export function hasPlace({ kind }: Entry): boolean {
  return kind !== "cut" && kind !== "erasure" && kind !== "founding";
}

/** True where a first epoch on a log's first page is one of other identities than the verifier was started with. */
export function isBegunByOthers({ verifier }: Pick<LogCore, "verifier">, page: ReadonlyArray<Entry>): boolean {
  if (!verifier || epochOf(verifier, 1)) return false;
  return page.some(({ kind, bytes }) => {
    const epoch = kind === "epoch" ? readEpoch(bytes) : undefined;
    if (typeof epoch !== "object" || epoch.n !== 1) return false;
    return epoch.members.some(({ user, iskHash }) => {
      const bundle = bundleOf(verifier, user);
      return bundle !== undefined && !equal(bundle.iskHash, iskHash);
    });
  });
}
