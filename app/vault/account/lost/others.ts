/** The other person's keys are others than those that were known: what may be compared, what was taken back, and what a comparison settles. */
import { type Bundle, hex } from "@oakroom/crypto";
import type { AccountId, LogId } from "../../../values/id.ts";
import type { OwnLog } from "../../own-log.ts";
import type { Room } from "../../room.ts";
import type { Session } from "../../session.ts";
import type { Stop } from "../../vault.ts";
import { pinned } from "../pins.ts";
import { askForIdentities, disownedBy } from "./identities.ts";
import { type KnownPerson, disowned, returned } from "./notes.ts";

/** What is needed of the keeper here. */
interface Knowing {
  readonly session: Session;
  readonly own: Pick<OwnLog, "notes" | "note">;
  readonly rooms: ReadonlyMap<LogId, Room>;
}

/**
 * The server shows other keys than are known. They are held for a comparison, and taken at once where another device of one's own has
 * compared them; keys that their supposed owner disowned are never offered again.
 */
export async function lookAtOtherKeys(keeper: Knowing, account: AccountId): Promise<Stop | "offline" | undefined> {
  const { session, own } = keeper;
  const { bundles } = session;
  const told = await askForIdentities(session.host, account);
  if (told === "offline") return told;
  const { people, disowned: refused } = own.notes;
  const newest = told.chains.at(-1);
  const identity = newest && hex(newest[0].iskHash);
  if (newest && people.get(account)?.identity === identity) {
    await bundles.become(account, [...bundles.identitiesOf(account), newest]);
    return undefined;
  }
  if (await takeBack(keeper, account, told.disowned)) return undefined;
  bundles.offer(account, identity !== undefined && refused.has(account + identity) ? undefined : newest);
  return "keys-changed";
}

/** Keys that were compared, and that the ones before them disowned while nobody had let them in: the ones before count again. */
async function takeBack(
  { session, own, rooms }: Knowing,
  account: AccountId,
  changes: ReadonlyArray<Uint8Array>,
): Promise<boolean> {
  const { bundles } = session;
  const [before, now] = bundles.identitiesOf(account).slice(-2);
  const [first] = before ?? [];
  const identity = now?.[0] && hex(now[0].iskHash);
  if (!before || !first || identity === undefined) return false;
  const isLetIn = [...rooms.values()].some((room) => room.other === account && !room.isToReadmit && room.log.verifier);
  if (isLetIn || !(await disownedBy(first.isk, account, changes)).has(identity)) return false;
  await own.note(disowned(account, identity));
  await bundles.become(account, bundles.identitiesOf(account).slice(0, -1));
  return true;
}

/** The server shows keys that are known: true where a stopped room may go on, since another device of one's own compared them, or the known ones have disowned those that stopped it. */
export async function isSettled({ session, own }: Knowing, account: AccountId): Promise<boolean> {
  if (own.notes.returned.has(account)) return true;
  const [first] = session.bundles.of(account);
  const told = first && (await askForIdentities(session.host, account));
  if (!first || !told || told === "offline") return false;
  const refused = [...(await disownedBy(first.isk, account, told.disowned))];
  for (const identity of refused)
    if (!own.notes.disowned.has(account + identity)) await own.note(disowned(account, identity));
  return refused.length > 0;
}

/** Counts the other person as checked: all twelve words were compared, or their code was scanned. New keys of theirs are theirs from now on. */
export async function noteCompared(keeper: Knowing & { refresh(): Promise<unknown> }, other: AccountId): Promise<void> {
  const { session, own, rooms } = keeper;
  const { bundles } = session;
  const offered = bundles.offeredBy(other);
  const newest = (offered ?? bundles.of(other)).at(-1);
  if (!newest) return;
  const person = personOf(other, newest);
  await own.note(offered ? returned(person) : pinned(person));
  if (offered) await bundles.become(other, [...bundles.identitiesOf(other), offered]);
  const theirs = [...rooms.values()].filter((room) => room.other === other && room.log.stopped === "keys-changed");
  await Promise.all(theirs.map(({ log }) => log.goOn()));
  if (theirs.length > 0) await keeper.refresh();
}

function personOf(account: AccountId, { iskHash, version, hash }: Bundle): KnownPerson {
  return { account, identity: hex(iskHash), version, bundle: hex(hash), isCompared: true };
}
