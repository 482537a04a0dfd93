/** A room with many items on a real server, made by its own two people's keys and laid into the database at once. */
import { createHash } from "node:crypto";
import { encodeEvent, id, nextPlace, restoreLog, sealItem, takeRecords, utf8 } from "@oakroom/crypto";
import type { LogEntryRow } from "../app/features/room/log/append/row/store.ts";
import { openRoomLog } from "../app/features/room/log/store.ts";
import type { Running } from "../app/server/run.ts";
import { type AccountId, LogId, uuidBytes } from "../app/values/id.ts";
import { accountIn } from "../app/vault/node/testing/accounts.ts";
import { type NodeVault, openNodeVault } from "../app/vault/node/node-vault.ts";
import { freshUuid, passphrase, roomOf } from "../app/vault/testing/people.ts";

const words =
  "the a we plan talk about next week and then review what you learned from budget spring walk coffee letter garden meeting mentor question answer honest feedback quiet river stone harbour lantern".split(
    " ",
  );

/** A made-up sentence; the same for the same number. */
function sentence(at: number): string {
  const length = 8 + ((at * 7) % 50);
  return Array.from({ length }, (_, word) => words[(at * 31 + word * 17 + ((at * word) % 13)) % words.length]).join(
    " ",
  );
}

/** Two people, their room, and how to sign in as the first. */
export interface FilledRoom {
  readonly room: LogId;
  readonly account: string;
  readonly cookie: string;
  readonly passphrase: string;
}

/** Makes the room and fills it. */
export async function fillRoom(server: Running, origin: string, count: number): Promise<FilledRoom> {
  const [leila, ingrid] = [await accountIn(server, "Leila"), await accountIn(server, "Ingrid")];
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
    count,
  );
  return { room, account: leila.accountId, cookie: leila.cookie, passphrase };
}

interface Author {
  readonly device: NodeVault;
  readonly account: AccountId;
}

async function fill(server: Running, room: LogId, authors: ReadonlyArray<Author>, count: number): Promise<void> {
  const [first] = authors;
  const record = await first?.device.store.get("log", [room, 0]);
  const packs = (await first?.device.store.list("verified", room)) ?? [];
  const log =
    record?.saved &&
    (await restoreLog(
      record.saved,
      packs.flatMap(({ value }) => value),
    ));
  const key = (await first?.device.store.list("epochKey", room))?.at(-1)?.value;
  const kept = await Promise.all(authors.map(({ device }) => device.store.get("account", ["", 0])));
  if (!log || !key || !record) throw new Error("no room to fill");
  const rows: LogEntryRow[] = [];
  for (let at = 0; at < count; at += 1) {
    const turn = (at >> 2) % 2;
    const author = authors[turn];
    const own = kept[turn];
    if (!author || !own) throw new Error("nobody's turn");
    const place = nextPlace(log, id("user", uuidBytes(author.account)), id("device", uuidBytes(own.device)));
    const itemId = id("item", uuidBytes(freshUuid()));
    const payload = utf8(JSON.stringify({ text: sentence(at) }));
    const event = encodeEvent({ type: "notes.written", version: 1, at: 1_790_000_000_000 + at * 60_000, payload });
    const header = {
      ...place,
      author: id("user", uuidBytes(author.account)),
      logKind: "room" as const,
      kind: "content" as const,
      itemId,
    };
    const { bytes } = await sealItem(own.keys.dsk, key, header, event);
    await takeRecords(log, [bytes]);
    const name = {
      log_id: room,
      number: record.cursor + 1 + at,
      kind: 0,
      author_id: author.account,
      device_id: own.device,
      seq: place.seq,
    };
    rows.push({
      ...name,
      hash: Buffer.from(createHash("sha256").update(bytes).digest()),
      bytes: Buffer.from(bytes),
      arrived_at: server.app.clock(),
    });
  }
  await server.app.db.write(async (writer) => {
    for (let from = 0; from < rows.length; from += 200)
      await writer
        .insertInto("log_entry")
        .values(rows.slice(from, from + 200))
        .execute();
    await writer
      .updateTable("log")
      .set({ last_number: record.cursor + count })
      .where("id", "=", room)
      .execute();
  });
}
