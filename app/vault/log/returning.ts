/** A log that was begun by other identities than its members have now: somebody lost every key and came back. Where it starts, `start.ts` finds. */
import { type Bundle, bundleOf, epochOf, equal, readEpoch } from "@oakroom/crypto";
import type { AccountId } from "../../values/id.ts";
import type { Entry } from "../wire.ts";
import type { LogCore } from "./core.ts";

/** Where a log starts, where it was begun by identities of before. */
export class Returning {
  /** True while this person's own new keys wait for the other member to let them in. */
  isAwaited = false;
  /** True where the other member has lost every key too, so that nobody can. */
  isBoth = false;
  #firsts: ReadonlyMap<AccountId, Bundle> = new Map();

  /** The bundle with which a member was there at the beginning; `undefined` where it is the first of the identity that counts. */
  firstOf(member: AccountId): Bundle | undefined {
    return this.#firsts.get(member);
  }

  /** Settles where the log starts. */
  settle(firsts: ReadonlyMap<AccountId, Bundle>): void {
    this.#firsts = firsts;
    this.isAwaited = false;
    this.isBoth = false;
  }
}

/** True where a log's first entry is an epoch of other identities than the verifier was started with. */
export function isBegunByOthers({ verifier }: Pick<LogCore, "verifier">, first: Entry | undefined): boolean {
  const epoch = first?.kind === "epoch" ? readEpoch(first.bytes) : undefined;
  if (!verifier || typeof epoch !== "object" || epoch.n !== 1 || epochOf(verifier, 1)) return false;
  return epoch.members.some(({ user, iskHash }) => {
    const bundle = bundleOf(verifier, user);
    return bundle !== undefined && !equal(bundle.iskHash, iskHash);
  });
}
