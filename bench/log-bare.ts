/**
 * The least that could do the same: a node:http handler that puts the body into a table like ours, durable before it answers.
 * Argument "batched": the inserts of one turn share a transaction, as ours do; "single": each has its own.
 */
import Sqlite from "better-sqlite3";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { encodePage } from "../app/features/room/log/page/rules.ts";
import { openMigrated } from "../app/server/database/open.ts";
import { LogId } from "../app/values/id.ts";
import { Instant } from "../app/values/instant.ts";
import { newId } from "../app/features/room/log/testing.ts";
import { placeFromArguments, serveProcess } from "./log-process.ts";

interface Row {
  readonly values: ReadonlyArray<unknown>;
  readonly done: () => void;
}

/** Stores rows durably, and reads a page. */
interface Engine {
  insert(rows: ReadonlyArray<Row>): Promise<void>;
  page(logId: string, after: number): Promise<Array<{ number: number; kind: number; bytes: Uint8Array }>>;
}

const at = placeFromArguments();
const batched = process.argv[3] !== "single";
// The tables are made by the migrations, so that both sides have the same columns and indexes.
const db = await openMigrated(at);
const logIds = Array.from({ length: 16 }, () => LogId.parse(newId()));
const now = Instant.parse(Date.now());
const log = { kind: "room", last_number: 0, last_epoch: 0, opened_at: now, closed_at: null } as const;
await db.write((writer) =>
  writer
    .insertInto("log")
    .values(logIds.map((id) => ({ ...log, id })))
    .execute(),
);
await db.close();

const columns = "log_id, number, kind, author_id, device_id, seq, hash, bytes, arrived_at";
const engine = at.databaseUrl ? await postgres(at.databaseUrl) : sqlite(join(at.dataFolder, "oakroom.db"));
let number = 0;
const lanes = at.databaseUrl ? 2 : 1;
const waiting: Row[][] = Array.from({ length: lanes }, () => []);
const running = Array.from({ length: lanes }, () => false);

const server = createServer((request, response) => {
  if (request.method === "GET") void sendPage(request, response);
  else store(request, response);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  serveProcess({ port, callers: logIds.map((logId) => ({ accountId: newId(), cookie: "none", logId })) }, async () => {
    server.closeAllConnections();
    server.close();
  });
});

function store(request: IncomingMessage, response: ServerResponse): void {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    const bytes = pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces);
    number += 1;
    const mine = number;
    const logId = logOf(request);
    const hash = Buffer.alloc(32);
    hash.writeUInt32BE(mine);
    const done = () => {
      const body = JSON.stringify({ number: mine, generation: 1 });
      response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
    };
    const row = { values: [logId, mine, 0, logId, logId, mine, hash, bytes, Date.now()], done };
    if (batched) queue(row, mine % lanes);
    else void insertAlone(row, done);
  });
}

async function insertAlone(row: Row, done: () => void): Promise<void> {
  await engine.insert([row]);
  done();
}

/** The log in `/api/logs/:logId/entries`. */
function logOf(request: IncomingMessage): string {
  return request.url?.slice(10, 46) ?? "";
}

function queue(row: Row, lane: number): void {
  waiting[lane]?.push(row);
  if (running[lane]) return;
  running[lane] = true;
  setImmediate(() => void drain(lane));
}

async function drain(lane: number): Promise<void> {
  const rows = waiting[lane] ?? [];
  while (rows.length > 0) {
    const group = rows.splice(0, 64);
    await engine.insert(group);
    for (const { done } of group) done();
  }
  running[lane] = false;
}

async function sendPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const after = Number(new URL(request.url ?? "/", "http://a").searchParams.get("after"));
  const entries = await engine.page(logOf(request), after);
  const page = encodePage(1, number, entries);
  response.writeHead(200, { "content-type": "application/cbor", "content-length": page.length }).end(page);
}

function sqlite(file: string): Engine {
  const writing = new Sqlite(file);
  writing.pragma("journal_mode = WAL");
  writing.pragma("synchronous = FULL");
  const insert = writing.prepare<ReadonlyArray<unknown>>(
    `insert into log_entry (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const begin = writing.prepare("begin immediate");
  const commit = writing.prepare("commit");
  const page = writing.prepare<[string, number], { number: number; kind: number; bytes: Buffer }>(
    "select number, kind, bytes from log_entry where log_id = ? and number > ? order by number limit 50",
  );
  return {
    async insert(rows) {
      begin.run();
      for (const { values } of rows) insert.run(values);
      commit.run();
    },
    page: async (id, after) => page.all(id, after),
  };
}

async function postgres(url: string): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const insert = {
    name: "insert",
    text: `insert into log_entry (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  };
  const page = {
    name: "page",
    text: "select number::int, kind::int, bytes from log_entry where log_id = $1 and number > $2 order by number limit 50",
  };
  return {
    async insert(rows) {
      const client = await pool.connect();
      await client.query("begin");
      for (const { values } of rows) await client.query({ ...insert, values: [...values] });
      await client.query("commit");
      client.release();
    },
    page: async (id, after) => (await pool.query({ ...page, values: [id, after] })).rows,
  };
}
