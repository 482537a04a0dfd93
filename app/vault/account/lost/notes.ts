/** What one's own log says about people who came back with new keys. Sealed: its owner alone. */
import * as z from "zod/mini";
import type { NewEvent } from "../../../features/room/state/schema.ts";
import { AccountId } from "../../../values/id.ts";
import type { Pin } from "../bundles.ts";

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Disowned = z.strictObject({ account: AccountId, identity: hash });

/** Somebody whose keys are known, and whether the words were compared. */
export interface KnownPerson extends Pin {
  readonly account: AccountId;
  readonly isCompared: boolean;
}

/** Notes that somebody has other keys from now on: the words were compared anew. */
export function returned({ account, identity, version, bundle }: KnownPerson): NewEvent {
  const payload = { account, identity, version, bundle, isCompared: true };
  return { type: "vault.returned", version: 1, payload };
}

/** Notes that keys under somebody's name are not theirs, as they have signed. */
export function disowned(account: AccountId, identity: string): NewEvent {
  return { type: "vault.disowned", version: 1, payload: { account, identity } };
}

/** Who people are, and were. */
export class Known {
  readonly people = new Map<AccountId, KnownPerson>();
  /** Accounts for which two devices wrote down different identities. */
  readonly disputed = new Set<AccountId>();
  /** Account and identity, one behind the other. */
  readonly disowned = new Set<string>();
  readonly #before = new Map<AccountId, ReadonlyArray<KnownPerson>>();

  /** Who came back with new keys that were compared. */
  get returned(): ReadonlySet<AccountId> {
    return new Set([...this.#before].flatMap(([account, before]) => (before.length > 0 ? account : [])));
  }

  /** Two devices may write at once: the newer version counts, and a comparison once made stays made. */
  pin(one: KnownPerson | undefined): void {
    if (!one || this.#was(one)) return;
    const known = this.people.get(one.account);
    if (known && known.identity !== one.identity) this.disputed.add(one.account);
    if (!known) this.people.set(one.account, one);
    if (known?.identity !== one.identity) return;
    const newer = one.version > known.version ? one : known;
    this.people.set(one.account, { ...newer, isCompared: known.isCompared || one.isCompared });
  }

  #was({ account, identity }: KnownPerson): boolean {
    return (this.#before.get(account) ?? []).some((one) => one.identity === identity);
  }

  /** Somebody has other keys from now on. */
  return(one: KnownPerson | undefined): void {
    const known = one && this.people.get(one.account);
    if (!one || !known || known.identity === one.identity) {
      this.pin(one);
      return;
    }
    if (this.#was(one)) return;
    this.#before.set(one.account, [...(this.#before.get(one.account) ?? []), known]);
    this.people.set(one.account, one);
  }

  /** Keys were not theirs: those of before count again. */
  disown(payload: unknown): void {
    const one = z.safeParse(Disowned, payload).data;
    if (!one) return;
    const { account, identity } = one;
    this.disowned.add(account + identity);
    const before = this.#before.get(account) ?? [];
    const last = before.at(-1);
    if (this.people.get(account)?.identity !== identity || !last) return;
    this.people.set(account, last);
    this.#before.set(account, before.slice(0, -1));
  }
}
