/** Saying, with the identity key, whether one wants a room erased. */
import { encode, equal, id, importIdentity, makeErasure } from "@oakroom/crypto";
import { PutErasure } from "../../features/room/log/erasing/schema.ts";
import { uuidBytes } from "../../values/id.ts";
import type { Room } from "../room.ts";
import type { Secret } from "../secrets.ts";
import { only } from "../store.ts";
import type { ErasingRefusal } from "../vault.ts";
import type { Owner } from "./fresh.ts";
import { fetchKeyRecords, withSecret } from "./key-records.ts";

/** Sends one's word about erasing a room that has ended. What came of it is told by the server, and verified, like the other's. */
export async function chooseErasing(
  { host, me }: Owner,
  { log }: Room,
  yes: boolean,
  secret: Secret,
): Promise<ErasingRefusal | undefined> {
  if (log.erasing.gone) return "erased";
  if (log.stopped) return "stopped";
  const records = await fetchKeyRecords(host, await host.store.get("account", only));
  if (typeof records === "string") return records;
  const version = log.erasing.nextVersion(me);
  const opened = await withSecret(me, records, secret, async ({ secrets }) => {
    const { isk, iskPublic } = await importIdentity(secrets);
    if (!equal(iskPublic, log.session.iskPublic)) return "stopped" as const;
    const said = { log: id("log", uuidBytes(log.id)), user: log.session.user, version, yes, at: host.clock() };
    return makeErasure(isk, said);
  });
  if (typeof opened === "string") return opened;
  if (opened.value === "stopped") return "stopped";
  const body = encode([opened.value.bytes]);
  const reply = await host.server.call(PutErasure, { params: { logId: log.id }, body });
  if (reply.kind === "done") return (await log.catchUp()) === "done" ? undefined : "offline";
  if (reply.kind !== "refused") return "offline";
  return reply.refused === "open" ? "not-ended" : reply.refused === "erased" ? "erased" : "stopped";
}
