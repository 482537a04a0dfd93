/**
 * Where a log starts that was begun by other identities than its members have now. Readmits say so, one after the other backwards: each
 * is signed by a device of an identity that is trusted already, and names the bundle of the one before. Needed by those alone who came back.
 */
import {
  type Bundle,
  type Epoch,
  type Readmit,
  epochOf,
  equal,
  readEpoch,
  readReadmit,
  verifyEpoch,
  verifyReadmit,
} from "@oakroom/crypto";
import type { States } from "../../features/room/state/rules.ts";
import { type AccountId, uuidBytes } from "../../values/id.ts";
import { type Chain, askForIdentities } from "../account/lost/identities.ts";
import { accountOf } from "../ids.ts";
import type { Entry } from "../wire.ts";
import { foundersOf } from "./founding.ts";
import { fetchPage } from "./pages.ts";
import type { SyncedLog } from "./synced-log.ts";

type Behind = SyncedLog<States>;
type Identities = ReadonlyArray<ReadonlyArray<Bundle>>;

/** What a run through a log tells of who was in it. */
interface Seen {
  readonly readmits: ReadonlyArray<Readmit>;
  readonly foundings: ReadonlyArray<Entry>;
  readonly epochs: ReadonlyArray<Epoch>;
}

/** What is of this log: a record of another one of the same people says nothing here. */
async function look(log: Behind): Promise<Seen | "offline"> {
  const id = uuidBytes(log.id);
  const readmits: Readmit[] = [];
  const epochs: Epoch[] = [];
  const foundings: Entry[] = [];
  for (let after = 0; ;) {
    // Each page begins where the one before ended.
    const page = await fetchPage(log, after);
    if (page === "offline") return page;
    foundings.push(...page.entries.filter(({ kind }) => kind === "founding"));
    for (const { kind, bytes } of page.entries) {
      const readmit = kind === "readmit" ? readReadmit(bytes) : undefined;
      const epoch = kind === "epoch" ? readEpoch(bytes) : undefined;
      if (typeof readmit === "object" && equal(readmit.log, id)) readmits.push(readmit);
      if (typeof epoch === "object" && equal(epoch.log, id)) epochs.push(epoch);
    }
    after = page.entries.at(-1)?.number ?? page.last;
    if (after >= page.last) return { readmits, foundings, epochs };
  }
}

/** Finds where the log starts. "awaited": no readmit leads there yet. */
export async function findStart(log: Behind): Promise<"found" | "awaited" | "offline"> {
  const { session, members } = log;
  const shown = await look(log);
  if (shown === "offline") return shown;
  const told = new Map<AccountId, ReadonlyArray<Chain>>();
  for (const member of members) {
    const one = await askForIdentities(session.host, member);
    if (one === "offline") return one;
    told.set(member, one.chains);
  }
  // Of oneself the keys of now alone: what another room's readmit said of those before says nothing of this one.
  const known = new Map(
    members.map((member) => [member, session.bundles.identitiesOf(member).slice(member === session.me ? -1 : 0)]),
  );
  const seen = { ...shown, epochs: await signedAmong(shown.epochs, known, told) };
  const trusted = await follow(seen.readmits, known, told);
  const counting = new Map(members.map((member) => [member, session.bundles.of(member)[0]] as const).filter(isThere));
  const founders = await foundersOf(log, seen.foundings, counting);
  const mayBegin = founders.length === 2 || !log.returning.isBegunAnew;
  const begun = mayBegin && counting.size === members.length ? counting : undefined;
  const firsts = seen.epochs.length > 0 ? await beginningOf(seen.epochs, trusted) : begun;
  const isWhole = firsts !== undefined;
  const isThereAlready = await log.run(async () => {
    // The live stream was quicker, and what it brought holds.
    if (log.verifier && epochOf(log.verifier, 1)) return true;
    log.verifier = undefined;
    log.cursor = 0;
    log.returning.isAwaited = !isWhole;
    log.returning.hasFounded = !isWhole && founders.includes(session.me);
    log.returning.isBoth =
      !isWhole && (seen.epochs.length > 0 ? isLostByBoth(log, seen) : members.every((one) => hasReturned(told, one)));
    if (!firsts) return false;
    for (const [member, identities] of trusted)
      if (identities.length > session.bundles.identitiesOf(member).length)
        await session.bundles.become(member, identities);
    log.returning.record = { ...log.returning.record, isPastClosed: isPastClosed(log, seen) };
    log.returning.settle(firsts);
    return false;
  });
  log.changed();
  return isWhole || isThereAlready ? "found" : "awaited";
}

/** Epochs that a device of some identity has signed. Whoever holds a sign-in alone can put others there: they are nothing, and hide nothing. */
async function signedAmong(
  epochs: ReadonlyArray<Epoch>,
  known: ReadonlyMap<AccountId, Identities>,
  told: ReadonlyMap<AccountId, ReadonlyArray<Chain>>,
): Promise<ReadonlyArray<Epoch>> {
  const signed = await Promise.all(
    epochs.map((epoch) => {
      const author = accountOf(epoch.author);
      return isEpochBy(epoch, [...(known.get(author) ?? []), ...(told.get(author) ?? [])]);
    }),
  );
  return epochs.filter((_, at) => signed[at]);
}

async function isEpochBy(epoch: Epoch, identities: Identities): Promise<boolean> {
  const device = deviceOf(identities, epoch);
  return device !== undefined && verifyEpoch(epoch, device.dsk);
}

/** With which bundles the first epoch begins; `undefined` where none is shown, or it names anybody but identities that are trusted, or none of their devices has signed it. */
async function beginningOf(
  epochs: ReadonlyArray<Epoch>,
  trusted: ReadonlyMap<AccountId, Identities>,
): Promise<ReadonlyMap<AccountId, Bundle> | undefined> {
  for (const epoch of epochs.filter(({ n }) => n === 1)) {
    const firsts = epoch.members.map(({ user, iskHash }) => {
      const identities = trusted.get(accountOf(user)) ?? [];
      return [
        accountOf(user),
        identities.flatMap(([first]) => first ?? []).find((one) => equal(one.iskHash, iskHash)),
      ] as const;
    });
    const isSigned = await isEpochBy(epoch, trusted.get(accountOf(epoch.author)) ?? []);
    if (isSigned && firsts.every(isThere)) return new Map(firsts.filter(isThere));
  }
  return undefined;
}

/** What the server says, as a hint: nothing is let in by it. */
function hasReturned(told: ReadonlyMap<AccountId, ReadonlyArray<Chain>>, member: AccountId): boolean {
  return (told.get(member)?.length ?? 0) > 1;
}

function isThere(one: readonly [AccountId, Bundle | undefined]): one is readonly [AccountId, Bundle] {
  return one[1] !== undefined;
}

/** Neither member counts in the log by the keys that they have now. */
function isLostByBoth({ session, members }: Behind, { epochs, readmits }: Seen): boolean {
  const last = epochs.at(-1);
  return members.every((member) => {
    const [now] = session.bundles.of(member);
    const named = last?.members.find(({ user }) => accountOf(user) === member);
    const isLetIn = readmits.some(({ newIskHash }) => now && equal(newIskHash, now.iskHash));
    return now !== undefined && named !== undefined && !isLetIn && !equal(named.iskHash, now.iskHash);
  });
}

/** The other member's word when they let in the keys that this person has now. */
function isPastClosed({ session }: Behind, { readmits }: Seen): boolean {
  const [now] = session.bundles.of(session.me);
  const mine = readmits.find(({ newIskHash }) => now && equal(newIskHash, now.iskHash));
  return mine !== undefined && !mine.history;
}

/** Goes back from the identities that are trusted, readmit by readmit. */
async function follow(
  readmits: ReadonlyArray<Readmit>,
  known: ReadonlyMap<AccountId, Identities>,
  told: ReadonlyMap<AccountId, ReadonlyArray<Chain>>,
): Promise<ReadonlyMap<AccountId, Identities>> {
  const trusted = new Map(known);
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const readmit of readmits) {
      const back = accountOf(readmit.user);
      const signer = [...trusted.keys()].find((member) => member !== back);
      const oldest = trusted.get(back)?.[0]?.[0];
      if (!signer || !oldest || !equal(oldest.iskHash, readmit.newIskHash)) continue;
      const before = (await isSignedBy(readmit, trusted.get(signer) ?? [])) && chainOf(readmit, told.get(back) ?? []);
      if (!before) continue;
      trusted.set(back, [before, ...(trusted.get(back) ?? [])]);
      isNew = true;
    }
  }
  return trusted;
}

async function isSignedBy(readmit: Readmit, identities: Identities): Promise<boolean> {
  const device = deviceOf(identities, readmit);
  return device !== undefined && verifyReadmit(readmit, device.dsk);
}

function deviceOf(identities: Identities, { device }: Pick<Readmit, "device">) {
  return identities.flatMap((bundles) => bundles.at(-1)?.devices ?? []).find((one) => equal(one.device, device));
}

function chainOf({ oldIskHash, oldBundleHash }: Readmit, chains: ReadonlyArray<Chain>): Chain | undefined {
  return chains.find(
    (chain) => equal(chain[0].iskHash, oldIskHash) && chain.some(({ hash }) => equal(hash, oldBundleHash)),
  );
}
