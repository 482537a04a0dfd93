/** Two who both lost every key begin their room anew: each signs it with their new identity, once the words were compared. */
import { encode, hex, id, makeFounding } from "@oakroom/crypto";
import { PutFounding } from "../../../features/room/log/founding/schema.ts";
import { uuidBytes } from "../../../values/id.ts";
import type { Room } from "../../room.ts";
import type { Secret } from "../../secrets.ts";
import type { BeginRefusal } from "../../vault.ts";
import type { Owner } from "../fresh.ts";
import type { Notes } from "../pins.ts";
import { withIdentity } from "../signing.ts";

/**
 * Signs that this person begins the room anew with the other one. Refused on a device that holds anything of the room, and where the owner's
 * own log does not say that they lost everything: no server can bring anybody else to it.
 */
export async function beginTogether(
  owner: Owner,
  { isBegunAnew, people }: Notes,
  { log, other }: Room,
  secret: Secret,
): Promise<BeginRefusal | undefined> {
  const { session, returning } = log;
  const mine = session.bundles.of(owner.me).at(-1);
  const theirs = session.bundles.of(other).at(-1);
  if (!isBegunAnew || !returning.isAwaited || log.verifier) return "not-lost";
  const known = people.get(other);
  const isCompared = theirs && known?.isCompared && known.identity === hex(theirs.iskHash);
  if (!mine || !isCompared || log.stopped) return "not-compared";
  const identities = { iskHash: mine.iskHash, otherIskHash: theirs.iskHash };
  const said = { log: id("log", uuidBytes(log.id)), user: session.user, ...identities, at: owner.host.clock() };
  const founding = await withIdentity(owner, session, secret, (isk) => makeFounding(isk, said));
  if (typeof founding === "string") return founding;
  const input = { params: { logId: log.id }, body: encode([founding.bytes]) };
  const reply = await owner.host.server.call(PutFounding, input);
  if (reply.kind === "refused") return reply.refused === "too-soon" ? reply.refused : "not-lost";
  return reply.kind === "done" && (await log.catchUp()) === "done" ? undefined : "offline";
}
