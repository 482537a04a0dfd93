/** The signed key bundles of the people one shares a log with: taken once, and never anything that does not follow. */
import { type Bundle, equal, hex, refuseSuccessor, verifyBundle } from "@oakroom/crypto";
import { ReadBundles } from "../../features/room/log/keys/schema.ts";
import { AccountId } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import type { Change } from "../store.ts";
import type { Stop } from "../vault.ts";
import { readRecords } from "../wire.ts";
import { userOf } from "../ids.ts";
import { Fresh } from "../turns.ts";

/** What is known of somebody's keys from one's own log. */
export interface Pin {
  /** The identity, as hex. */
  readonly identity: string;
  /** The newest version of the bundle that was seen, and its hash as hex. */
  readonly version: number;
  readonly bundle: string;
}

/** What came of asking for somebody's bundles. "none": the person has no keys yet. */
export type Refreshed = "same" | "newer" | "none" | "offline" | Stop;

/**
 * Why a list of bundles (oldest first, signatures verified) may not follow what is known; `undefined` where it may.
 * `isRestored`: the server came back from a backup, so that a shorter list is no attack.
 */
export function refuseBundles(
  list: ReadonlyArray<Bundle>,
  known: ReadonlyArray<Bundle>,
  pin: Pin | undefined,
  isRestored: boolean,
): Stop | undefined {
  const identity = known[0] ? hex(known[0].iskHash) : pin?.identity;
  const needed = Math.max(known.length, pin?.version ?? 0);
  const [first] = list;
  if (identity !== undefined && first && hex(first.iskHash) !== identity) return "keys-changed";
  if (list.length < needed) return isRestored ? "restored" : "bundle-older";
  if (first && first.version !== 1) return "bundle-older";
  if (known.some((bundle, at) => !equal(bundle.hash, list[at]?.hash ?? bundle.iskHash))) return "bundle-forked";
  const pinned = pin && list[pin.version - 1];
  if (pinned && hex(pinned.hash) !== pin.bundle) return "bundle-forked";
  for (const [at, bundle] of list.entries()) {
    const before = list[at - 1];
    if (!before) continue;
    const refused = refuseSuccessor(before, bundle);
    if (refused) return refused === "isk-changed" ? "keys-changed" : "bundle-forked";
  }
  return undefined;
}

/** The bundles at hand. */
export class BundleBook {
  readonly #host: VaultHost;
  readonly #known = new Map<AccountId, ReadonlyArray<Bundle>>();
  /** Identities that counted before, oldest first. */
  readonly #former = new Map<AccountId, ReadonlyArray<ReadonlyArray<Bundle>>>();
  /** Another identity that the server shows, and nobody has compared. */
  readonly #offered = new Map<AccountId, ReadonlyArray<Bundle>>();
  readonly #asking = new Map<AccountId, Fresh<Refreshed>>();

  constructor(host: VaultHost) {
    this.#host = host;
  }

  /** Takes what this device kept. */
  async load(): Promise<void> {
    for (const scope of await this.#host.store.scopes("bundle")) {
      const account = AccountId.safeParse(scope);
      // One person after the other: there are as many as rooms.
      const rows = await this.#host.store.list("bundle", scope);
      const bundles = await verifyAll(rows.map(({ value }) => value));
      if (account.success && bundles) this.#put(account.data, byIdentity(bundles));
    }
  }

  /** The bundles of somebody's identity that counts, oldest first. */
  of(account: AccountId): ReadonlyArray<Bundle> {
    return this.#known.get(account) ?? [];
  }

  /** Every identity of somebody that counted, oldest first: its bundles, oldest first. */
  identitiesOf(account: AccountId): ReadonlyArray<ReadonlyArray<Bundle>> {
    const known = this.of(account);
    return [...(this.#former.get(account) ?? []), ...(known.length > 0 ? [known] : [])];
  }

  #put(account: AccountId, identities: ReadonlyArray<ReadonlyArray<Bundle>>): void {
    this.#former.set(account, identities.slice(0, -1));
    this.#known.set(account, identities.at(-1) ?? []);
    this.#offered.delete(account);
  }

  /** Settles who somebody was and is: a comparison, a readmit or the person's own signature has said so. */
  async become(account: AccountId, identities: ReadonlyArray<ReadonlyArray<Bundle>>): Promise<void> {
    const all = identities.flat();
    await this.#host.store.commit([
      { clear: "bundle", scope: account },
      ...all.map(({ bytes }, at): Change => ({ put: "bundle", key: [account, at + 1], value: bytes })),
    ]);
    this.#put(account, identities);
  }

  /** Holds other keys that the server shows as somebody's, to be compared. */
  offer(account: AccountId, bundles: ReadonlyArray<Bundle> | undefined): void {
    if (bundles) this.#offered.set(account, bundles);
    else this.#offered.delete(account);
  }

  /** What the server shows as somebody's new keys. */
  offeredBy(account: AccountId): ReadonlyArray<Bundle> | undefined {
    return this.#offered.get(account);
  }

  /** Asks the server, and keeps what follows. One question a person at a time: an answer of before would look like a lie. */
  refresh(account: AccountId, pin: Pin | undefined, isRestored: boolean): Promise<Refreshed> {
    const asking = this.#asking.get(account) ?? new Fresh<Refreshed>();
    this.#asking.set(account, asking);
    return asking.ask(() => this.#refresh(account, pin, isRestored));
  }

  async #refresh(account: AccountId, pin: Pin | undefined, isRestored: boolean): Promise<Refreshed> {
    const reply = await this.#host.server.call(ReadBundles, { params: { accountId: account } });
    const known = this.of(account).length;
    const needed = Math.max(known, pin?.version ?? 0);
    // Nothing there, where something was, tells nothing: what is known goes on, and what is not is asked for again.
    if (reply.kind === "not-found" && needed > 0) return known < needed ? "offline" : "same";
    if (reply.kind === "not-found") return "none";
    const records = reply.kind === "done" ? readRecords(reply.value) : undefined;
    return records ? this.take(account, records, pin, isRestored) : "offline";
  }

  /** Keeps a list of bundles, where it follows. */
  async take(
    account: AccountId,
    records: ReadonlyArray<Uint8Array>,
    pin: Pin | undefined,
    isRestored: boolean,
  ): Promise<Refreshed> {
    const known = this.of(account);
    const list = await verifyAll(records);
    const user = userOf(account);
    if (!list || list.some((bundle) => !equal(bundle.user, user))) return "keys-changed";
    const stop = refuseBundles(list, known, pin, isRestored);
    if (stop) return stop;
    if (list.length === 0) return "none";
    if (list.length === known.length) return "same";
    const before = (this.#former.get(account) ?? []).flat().length;
    const changes = list
      .slice(known.length)
      .map(({ version, bytes }): Change => ({ put: "bundle", key: [account, before + version], value: bytes }));
    await this.#host.store.commit(changes);
    this.#known.set(account, list);
    return "newer";
  }
}

/** Bundles of one person in the order of their identities, each beginning with its first version. */
function byIdentity(bundles: ReadonlyArray<Bundle>): ReadonlyArray<ReadonlyArray<Bundle>> {
  const identities: Bundle[][] = [];
  for (const bundle of bundles) {
    if (bundle.version === 1) identities.push([]);
    identities.at(-1)?.push(bundle);
  }
  return identities;
}

/** Verifies bundles, each by itself; `undefined` where one does not hold. */
export async function verifyAll(records: ReadonlyArray<Uint8Array>): Promise<ReadonlyArray<Bundle> | undefined> {
  const verified = await Promise.all(records.map(verifyBundle));
  const bundles = verified.filter((bundle) => typeof bundle === "object");
  return bundles.length < verified.length ? undefined : bundles;
}
