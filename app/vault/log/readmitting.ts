/**
 * Letting the other member in again, who lost every key and whose words were compared anew. The readmit is kept before anything is sent,
 * and sent again unchanged until the server has it; with history, the epochs that are held here are sealed for the new keys first.
 */
import { epochOf, equal, makeReadmit, nextPlace, readReadmit, readWrap, readmitPlan, rewrap } from "@oakroom/crypto";
import { AppendEntry, ReadWraps, ReplaceWrap } from "../../features/room/log/schema.ts";
import type { AccountId } from "../../values/id.ts";
import { userOf } from "../ids.ts";
import type { Change, PendingReadmit } from "../store.ts";
import { readRecords } from "../wire.ts";
import { isToReadmit } from "./membership.ts";
import type { SyncedLog } from "./synced-log.ts";
import type { States } from "../../features/room/state/rules.ts";

type Log = SyncedLog<States>;

/** Signs that the other member comes back, with or without what was written before; false where nobody is to be let in. */
export async function signReadmit(log: Log, other: AccountId, history: boolean): Promise<boolean> {
  if (log.stopped || !log.isCaughtUp || (await pendingOf(log))) return false;
  return log.run(async () => {
    const { session, verifier, id } = log;
    const [newest] = session.bundles.of(other);
    if (!verifier || !newest || !isToReadmit(log, other)) return false;
    await log.takeBundles();
    const plan = readmitPlan(verifier, userOf(other), newest.iskHash, history);
    if (!plan) return false;
    const place = nextPlace(verifier, session.user, session.deviceBytes);
    const { bytes } = await makeReadmit(session.keys.dsk, place, plan);
    const kept = await session.host.store.commit([
      { put: "readmitPending", key: [id, 0], value: { bytes, history } },
      { add: "place", key: [id, place.seq], value: 1 },
    ]);
    if (kept === "taken") throw new Error("another writer of this device was here");
    return true;
  });
}

function pendingOf({ session, id }: Log): Promise<PendingReadmit | undefined> {
  return session.host.store.get("readmitPending", [id, 0]);
}

/** Sends a readmit that waits. Whoever is offline does it with the next connection. */
export async function sendReadmit(log: Log, other: AccountId): Promise<void> {
  const pending = await pendingOf(log);
  if (!pending || log.stopped || log.session.ending.signal.aborted) return;
  if (!letsIn(log, other, pending)) return forget(log, pending);
  if (pending.history && (await giveWraps(log, other)) === "offline") return;
  const { server } = log.session.host;
  const { bytes } = pending;
  const reply = await server.call(AppendEntry, { params: { logId: log.id }, query: { kind: "readmit" }, body: bytes });
  if (reply.kind === "refused" && reply.refused === "seq-taken") await log.stop("forked");
  if (reply.kind === "refused" && reply.refused === "closed") await log.close();
  if (reply.kind === "refused" && reply.refused === "other-keys") await forget(log, pending);
  if (reply.kind !== "done") return;
  await log.run(() => log.takeOwn(bytes, [{ remove: "readmitPending", key: [log.id, 0] }]));
  log.changed();
}

function letsIn(log: Log, other: AccountId, { bytes }: PendingReadmit): boolean {
  const said = readReadmit(bytes);
  const newest = log.session.bundles.of(other).at(-1);
  return isToReadmit(log, other) && typeof said === "object" && !!newest && equal(said.newIskHash, newest.iskHash);
}

/** Nobody comes in by it any more: the keys were taken back, or are in already. Its place in the chain is free, unless it is in the log. */
function forget(log: Log, { bytes }: PendingReadmit): Promise<void> {
  return log.run(async () => {
    const { session, verifier, id, isCaughtUp } = log;
    const said = readReadmit(bytes);
    if (!verifier || !isCaughtUp || typeof said === "string") return;
    const isUnused = nextPlace(verifier, session.user, session.deviceBytes).seq === said.seq;
    const changes: Change[] = [{ remove: "readmitPending", key: [id, 0] }];
    if (isUnused) changes.push({ remove: "place", key: [id, said.seq] });
    await session.host.store.commit(changes);
  });
}

/** Seals the keys of all epochs that this person holds to a member's newest key: to somebody else's who came back, or to one's own. */
export async function giveWraps(log: Log, to: AccountId): Promise<"done" | "offline"> {
  const { session, verifier, id } = log;
  const target = session.bundles.of(to).at(-1);
  const reply = await session.host.server.call(ReadWraps, { params: { logId: id } });
  if (reply.kind !== "done" || !verifier || !target) return "offline";
  for (const bytes of readRecords(reply.value) ?? []) {
    const facts = readWrap(bytes);
    if (typeof facts !== "object" || (to === session.me && facts.iekVersion === target.iekVersion)) continue;
    const epoch = epochOf(verifier, facts.n);
    if (!epoch) continue;
    // A log has few epochs.
    const wrap = await rewrap(session.ieks, session.user, epoch, bytes, target);
    if (typeof wrap === "string") continue;
    const put = await session.host.server.call(ReplaceWrap, { params: { logId: id }, body: wrap });
    if (put.kind === "offline" || put.kind === "signed-out") return "offline";
  }
  return "done";
}
