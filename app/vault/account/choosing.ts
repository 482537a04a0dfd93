/** Saying, with the identity key, whether one wants a room erased. */
import { encode, id, makeErasure } from "@oakroom/crypto";
import { PutErasure } from "../../features/room/log/erasing/schema.ts";
import { uuidBytes } from "../../values/id.ts";
import type { Room } from "../room.ts";
import type { Secret } from "../secrets.ts";
import type { ErasingRefusal } from "../vault.ts";
import type { Owner } from "./fresh.ts";
import { withIdentity } from "./signing.ts";

/** Sends one's word about erasing a room that has ended. What came of it is told by the server, and verified, like the other's. */
export async function chooseErasing(
  owner: Owner,
  { log }: Room,
  yes: boolean,
  secret: Secret,
): Promise<ErasingRefusal | undefined> {
  if (log.erasing.gone) return "erased";
  if (log.stopped) return "stopped";
  const { session } = log;
  const version = log.erasing.nextVersion(owner.me);
  const said = { log: id("log", uuidBytes(log.id)), user: session.user, version, yes, at: owner.host.clock() };
  const erasure = await withIdentity(owner, session, secret, (isk) => makeErasure(isk, said));
  if (typeof erasure === "string") return erasure;
  const body = encode([erasure.bytes]);
  const reply = await owner.host.server.call(PutErasure, { params: { logId: log.id }, body });
  if (reply.kind === "done") return (await log.catchUp()) === "done" ? undefined : "offline";
  if (reply.kind !== "refused") return "offline";
  if (reply.refused === "erased" || reply.refused === "began-anew") return reply.refused;
  return reply.refused === "open" ? "not-ended" : "stopped";
}
