/** A room with many items on a real server, made by its own two people's keys and laid into the database at once. */
import { createHash } from "node:crypto";
import { encodeEvent, hex, id, nextPlace, restoreLog, sealItem, takeRecords, utf8 } from "@oakroom/crypto";
import type { LogEntryRow } from "../app/features/room/log/append/row/store.ts";
import { openRoomLog } from "../app/features/room/log/store.ts";
import type { Running } from "../app/server/run.ts";
import { type AccountId, LogId, uuidBytes } from "../app/values/id.ts";
import { accountIn } from "../app/vault/node/testing/accounts.ts";
import { type NodeVault, openNodeVault } from "../app/vault/node/node-vault.ts";
import { freshUuid, passphrase, roomOf } from "../app/vault/testing/people.ts";
import { begun, type Script, type Two } from "./two-years.ts";

/** Two people, their room, and how to sign in as the first. */
export interface FilledRoom {
  readonly room: LogId;
  readonly account: string;
  readonly cookie: string;
  readonly passphrase: string;
}

/** Two names that nobody else on the server has, and what these two write. */
export interface Filling {
  readonly names: readonly [mentee: string, mentor: string];
  readonly write: (two: Two) => Script;
}

/** Makes a room and fills it. */
export async function fillRoom(server: Running, origin: string, { names, write }: Filling): Promise<FilledRoom> {
  const [leila, ingrid] = [await accountIn(server, names[0]), await accountIn(server, names[1])];
  const address = `http://127.0.0.1:${server.port}`;
  const open = async ({ accountId, cookie }: typeof leila) =>
    openNodeVault({ address, origin, cookie, account: accountId });
  const [hers, theirs] = [await open(leila), await open(ingrid)];
  for (const { vault } of [hers, theirs]) await vault.enrol(passphrase);
  const room = LogId.parse(freshUuid());
  const members = [leila.accountId, ingrid.accountId] as const;
  await server.app.db.write((writer) => openRoomLog(writer, room, members, server.app.clock()));
  for (const { accountId } of [leila, ingrid])
    server.app.live.factChanged({ about: "relationship", id: room }, [accountId]);
  for (const device of [hers, theirs]) await roomOf(device, room, ({ condition }) => condition.is === "ready");
  for (const device of [hers, theirs]) device.close();
  await fill(
    server,
    room,
    [
      { device: hers, account: leila.accountId },
      { device: theirs, account: ingrid.accountId },
    ],
    write({ leila: leila.accountId, ingrid: ingrid.accountId }),
  );
  return { room, account: leila.accountId, cookie: leila.cookie, passphrase };
}

interface Author {
  readonly device: NodeVault;
  readonly account: AccountId;
}

/** Notes are written all through two years. */
const apartMs = 6_300_000;

async function fill(server: Running, room: LogId, authors: ReadonlyArray<Author>, script: Script): Promise<void> {
  const { log, key, cursor } = await begunRoom(room, authors[0]);
  const keys = new Map(
    await Promise.all(
      authors.map(async ({ device, account }) => [account, await device.store.get("account", ["", 0])] as const),
    ),
  );
  const rows: LogEntryRow[] = [];
  for (let next = script.next(); !next.done;) {
    const { by, id: itemId, event } = next.value;
    const own = keys.get(by);
    if (!own) throw new Error("nobody's turn");
    const place = nextPlace(log, id("user", uuidBytes(by)), id("device", uuidBytes(own.device)));
    const payload = utf8(JSON.stringify(event.payload));
    const { type, version } = event;
    const content = encodeEvent({ type, version, at: begun + rows.length * apartMs, payload });
    const header = {
      ...place,
      author: id("user", uuidBytes(by)),
      logKind: "room" as const,
      kind: "content" as const,
      itemId: id("item", uuidBytes(itemId)),
    };
    const { bytes, hash } = await sealItem(own.keys.dsk, key, header, content);
    await takeRecords(log, [bytes]);
    rows.push({
      log_id: room,
      number: cursor + 1 + rows.length,
      kind: 0,
      author_id: by,
      device_id: own.device,
      seq: place.seq,
      hash: Buffer.from(createHash("sha256").update(bytes).digest()),
      bytes: Buffer.from(bytes),
      arrived_at: server.app.clock(),
    });
    next = script.next({ id: itemId, hash: hex(hash) });
  }
  await store(server, room, rows);
}

/** The room as the two left it, with its key. */
async function begunRoom(room: LogId, first: Author | undefined) {
  const record = await first?.device.store.get("log", [room, 0]);
  const packs = (await first?.device.store.list("verified", room)) ?? [];
  const log =
    record?.saved &&
    (await restoreLog(
      record.saved,
      packs.flatMap(({ value }) => value),
    ));
  const key = (await first?.device.store.list("epochKey", room))?.at(-1)?.value;
  if (!log || !key || !record) throw new Error("no room to fill");
  return { log, key, cursor: record.cursor };
}

async function store(server: Running, room: LogId, rows: ReadonlyArray<LogEntryRow>): Promise<void> {
  await server.app.db.write(async (writer) => {
    for (let from = 0; from < rows.length; from += 200)
      await writer
        .insertInto("log_entry")
        .values(rows.slice(from, from + 200))
        .execute();
    await writer
      .updateTable("log")
      .set({ last_number: rows.at(-1)?.number ?? 0 })
      .where("id", "=", room)
      .execute();
  });
}
