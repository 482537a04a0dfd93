/** Gives back to a server that was restored from a backup what it lacks of a log, byte for byte, before anything new is written. */
import {
  type Bundle,
  type Epoch,
  bundleOf,
  encode,
  epochOf,
  equal,
  openWrap,
  readRecord,
  readWrap,
  rewrap,
} from "@oakroom/crypto";
import { PutFounding } from "../../features/room/log/founding/schema.ts";
import { GiveBack, TellWhole } from "../../features/room/log/restoring/schema.ts";
import type { States } from "../../features/room/state/rules.ts";
import type { AccountId } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { ReadWraps, ReplaceWrap } from "../../features/room/log/schema.ts";
import { accountOf, userOf } from "../ids.ts";
import type { Session } from "../session.ts";
import { readRecords, writeAnnouncement } from "../wire.ts";
import { sealedOf } from "./loading.ts";
import type { SyncedLog } from "./synced-log.ts";

type Behind = SyncedLog<States>;
type Kind = "bundle" | "cut" | "readmit" | "epoch" | "item";

interface Record {
  readonly kind: Kind;
  readonly body: Uint8Array;
}

/** In which generation a log was last given back, and how many items: whoever takes it and never shows it is not asked for ever. */
const given = new WeakMap<Behind, { readonly in: number; readonly items: number }>();

/**
 * Gives back what a new generation lacks; `held` is what the server has shown of it. "gave": what there is now has to be read anew.
 * "whole": nothing lacks, and the server knows. "lacking": it was given back before, and still is not there.
 */
export async function giveBack(
  log: Behind,
  held: ReadonlySet<string>,
  newest: number,
): Promise<"whole" | "gave" | "lacking" | "offline"> {
  const lacking = await log.run(() => lackingOf(log, held));
  const cuts = log.waiting.taken.map((body): Record => ({ kind: "cut", body }));
  const before = given.get(log);
  if (before?.in === newest || lacking.length + cuts.length === 0) {
    if (lacking.length > 0) return "lacking";
    if ((await giveWraps(log)) === "offline") return "offline";
    const restored = { at: log.session.host.clock(), gave: before?.in === newest ? before.items : 0 };
    log.returning.record = { ...log.returning.record, restored };
    return (await log.session.host.server.call(TellWhole, { params: { logId: log.id } })).kind === "done"
      ? "whole"
      : "offline";
  }
  await log.stop("restored");
  if (!(await giveFoundings(log))) return "offline";
  const gave = await giveAll(log.session, log.id, [...cuts, ...lacking]);
  const items = lacking.filter(({ kind }) => kind === "item").length;
  // Nothing of it was taken that the pause holds back: it is given once the pair goes on.
  if (gave === "paused") return "lacking";
  if (gave === "done") given.set(log, { in: newest, items });
  return gave === "done" ? "gave" : gave;
}

/** The words by which the two began the log anew come first: with them goes what a restored server has of before. */
async function giveFoundings({ id, session, returning }: Behind): Promise<boolean> {
  const { foundings = [] } = returning.record;
  if (foundings.length < 2) return true;
  const input = { params: { logId: id }, body: encode([...foundings]) };
  const reply = await session.host.server.call(PutFounding, input);
  return reply.kind === "done" || reply.kind === "refused";
}

/** Gives the owner's own bundles back, before anything of theirs is open. False where there was no answer. */
export async function giveOwnBundlesBack(
  host: VaultHost,
  ownLog: Behind["id"],
  bundles: ReadonlyArray<Bundle>,
): Promise<boolean> {
  return (await giveAll({ host, ending: new AbortController() }, ownLog, bundles.map(recordOf))) === "done";
}

const recordOf = ({ bytes }: Bundle): Record => ({ kind: "bundle", body: bytes });

/** Whose bundles are given back, and by which logs. */
interface Knowing {
  readonly session: Session;
  readonly own: { readonly log: Pick<Behind, "id"> };
  readonly rooms: ReadonlyMap<Behind["id"], { readonly other: AccountId }>;
}

/** Gives a person's bundles back, oldest first. False where there is no log to give them back by, or no answer. */
export async function giveBundlesBack({ session, own, rooms }: Knowing, account: AccountId): Promise<boolean> {
  const room = [...rooms].find(([, { other }]) => other === account);
  const log = account === session.me ? own.log.id : room?.[0];
  return log !== undefined && (await giveAll(session, log, session.bundles.of(account).map(recordOf))) === "done";
}

/**
 * One after the other, in order: each may rest on the one before. What is there already, or cannot be any more, is passed over; "paused":
 * the rest waits until the pair goes on.
 */
async function giveAll(
  { host, ending }: Pick<Session, "host" | "ending">,
  log: Behind["id"],
  records: ReadonlyArray<Record>,
): Promise<"done" | "paused" | "offline"> {
  for (const { kind, body } of records) {
    const reply = await host.server.call(GiveBack, { params: { logId: log }, query: { kind }, body });
    if (reply.kind === "refused" && reply.refused === "paused") return reply.refused;
    if (ending.signal.aborted || (reply.kind !== "done" && reply.kind !== "refused")) return "offline";
  }
  return "done";
}

/** Readmits, then epochs with wraps for all, then items, each in the order in which they came. What waits to be sent is sent as ever. */
async function lackingOf(log: Behind, held: ReadonlySet<string>): Promise<ReadonlyArray<Record>> {
  const unsent = log.outbox.sealed;
  const sealed = await sealedOf(log.session, log.id);
  const byKind: { readonly [Each in "readmit" | "epoch" | "item"]: Record[] } = { readmit: [], epoch: [], item: [] };
  for (const { hash, bytes } of sealed) {
    if (held.has(hash) || unsent.has(hash)) continue;
    const record = readRecord(bytes);
    if (typeof record === "string") continue;
    const body = record.type === "epoch" ? await announcementOf(log, record) : bytes;
    if (body) byKind[record.type].push({ kind: record.type, body });
  }
  return [...byKind.readmit, ...byKind.epoch, ...byKind.item];
}

/**
 * Wraps that were made since: one's own, for a newer encryption key or after one was let in again, and those of somebody who was let in with
 * what was written before. Whoever was let in without it is given none.
 */
async function giveWraps(log: Behind): Promise<"done" | "offline"> {
  const { session, id } = log;
  const kept = await session.host.store.list("wrap", id);
  for (const to of [session.me, ...(await letInWithHistory(log))]) {
    const target = session.bundles.of(to).at(-1);
    const held = to === session.me ? await heldWraps(log) : [];
    if (!held) return "offline";
    for (const { at: n, value } of kept) {
      const epoch = log.verifier && epochOf(log.verifier, n);
      if (!epoch || !target || (await isHeld(log, epoch, held, target))) continue;
      const wrap = await rewrap(session.ieks, session.user, epoch, value, target);
      if (typeof wrap === "string") continue;
      const put = await session.host.server.call(ReplaceWrap, { params: { logId: id }, body: wrap });
      if (put.kind === "offline" || put.kind === "signed-out") return "offline";
    }
  }
  return "done";
}

/** This person's wraps, as the server has them. */
async function heldWraps({ id, session }: Behind): Promise<ReadonlyArray<Uint8Array> | undefined> {
  const reply = await session.host.server.call(ReadWraps, { params: { logId: id } });
  return reply.kind === "done" ? (readRecords(reply.value) ?? []) : undefined;
}

/** True where a wrap of this epoch opens with the newest key: one of keys that were lost may stand in its place. */
async function isHeld(
  { session }: Behind,
  epoch: Epoch,
  held: ReadonlyArray<Uint8Array>,
  { iekVersion }: Bundle,
): Promise<boolean> {
  const wrap = held.find((bytes) => {
    const facts = readWrap(bytes);
    return typeof facts === "object" && facts.n === epoch.n && facts.iekVersion === iekVersion;
  });
  return wrap !== undefined && typeof (await openWrap(session.ieks, session.user, epoch, wrap)) === "object";
}

/** Members who were let in again with what was written before, by a readmit that holds, and count by those keys now. */
async function letInWithHistory({ id, session, members, verifier }: Behind): Promise<ReadonlyArray<AccountId>> {
  const records = (await sealedOf(session, id)).map(({ bytes }) => readRecord(bytes));
  const counts = (member: AccountId, iskHash: Uint8Array) => {
    const bundle = verifier && bundleOf(verifier, userOf(member));
    return bundle !== undefined && equal(bundle.iskHash, iskHash);
  };
  return members.filter((member) =>
    records.some(
      (one) =>
        typeof one === "object" &&
        one.type === "readmit" &&
        one.history &&
        member !== session.me &&
        accountOf(one.user) === member &&
        counts(member, one.newIskHash),
    ),
  );
}

/** An epoch with a wrap for each of its members; none where this device cannot open its own. */
async function announcementOf({ id, session }: Behind, epoch: Epoch): Promise<Uint8Array | undefined> {
  const { host, bundles, ieks, user } = session;
  const mine = await host.store.get("wrap", [id, epoch.n]);
  if (!mine) return undefined;
  const wraps = await Promise.all(
    epoch.members.map(async (member) => {
      const known = bundles.identitiesOf(accountOf(member.user)).flat();
      const bundle = known.find(
        ({ iskHash, iekVersion }) => iekVersion === member.iekVersion && equal(iskHash, member.iskHash),
      );
      return bundle && rewrap(ieks, user, epoch, mine, bundle);
    }),
  );
  const sealed = wraps.filter((wrap) => wrap instanceof Uint8Array);
  return sealed.length === epoch.members.length ? writeAnnouncement(epoch.bytes, sealed) : undefined;
}
