/**
 * What Oakroom adds to the least that could store a sealed item, and send a page of them, durably, on the same engine.
 * Both sides run in processes of their own; rounds take turns, so that whatever else the machine does meets both.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { Writer } from "../app/features/room/log/testing.ts";
import { AccountId, LogId } from "../app/values/id.ts";
import { postgresPrograms, startPostgres } from "../tools/postgres.ts";
import { type Figure, median } from "./figure.ts";
import { makeRequest, type Request, run } from "./log-load.ts";
import { type Caller, type Place, type ServerProcess, startProcess } from "./log-process.ts";

const rounds = 5;
const targets = {
  sqlite: { one: 0.7, sixteen: 0.6, page: 0.6 },
  postgres: { one: 0.6, sixteen: 0.6, page: 0.5 },
} as const;
type Engine = keyof typeof targets;

/** Measures SQLite, and PostgreSQL where there is one. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const figures = [...(await onEngine("sqlite", undefined)), await syncCost()];
  if (postgresPrograms() === undefined) return figures;
  const postgres = await startPostgres({ durable: true });
  try {
    return [...figures, ...(await onEngine("postgres", postgres.url))];
  } finally {
    await postgres.stop();
  }
}

async function onEngine(engine: Engine, url: string | undefined): Promise<ReadonlyArray<Figure>> {
  const places = await Promise.all(["ours", "bare", "single"].map((name) => makePlace(name, url)));
  const [atOurs, atBare, atSingle] = places;
  if (!atOurs || !atBare || !atSingle) throw new Error("three places were made");
  const ours = await startProcess("./log-ours.ts", atOurs);
  const bare = await startProcess("./log-bare.ts", atBare, ["batched"]);
  const single = await startProcess("./log-bare.ts", atSingle, ["single"]);
  try {
    const writers = ours.callers.map((caller) => new Writer(AccountId.parse(caller.accountId)));
    const sides = { ours, bare, single, writers };
    return [
      ...(await posts(engine, sides, 1, 400)),
      ...(await posts(engine, sides, 16, 150)),
      await pages(engine, ours, bare),
      ...(engine === "sqlite" ? [rawLoop(atSingle)] : []),
    ];
  } finally {
    await Promise.all([ours, bare, single].map((server) => server.stop()));
    for (const place of places) rmSync(place.dataFolder, { recursive: true, force: true });
  }
}

interface Sides {
  readonly ours: ServerProcess;
  readonly bare: ServerProcess;
  readonly single: ServerProcess;
  readonly writers: ReadonlyArray<Writer>;
}

async function posts(engine: Engine, sides: Sides, callers: 1 | 16, each: number): Promise<ReadonlyArray<Figure>> {
  const { ours, bare, single, writers } = sides;
  const rates = { ours: new Array<number>(), bare: new Array<number>(), single: new Array<number>() };
  for (let round = 0; round <= rounds; round += 1) {
    const bodies = writers.slice(0, callers).map((writer, at) => {
      const logId = LogId.parse(ours.callers[at]?.logId);
      return Array.from({ length: each }, () => writer.item(logId));
    });
    for (const name of ["ours", "bare", "single"] as const) {
      const server = { ours, bare, single }[name];
      const requests = bodies.map((items, at) => items.map((item) => postOf(server.callers[at], item)));
      const took = await run(server.port, requests);
      // The first round warms up.
      if (round > 0) rates[name].push((callers * each * 1000) / took);
    }
  }
  const [mine, least] = [median(rates.ours), median(rates.bare)];
  const who = callers === 1 ? "1 caller" : "16 callers";
  return [
    {
      figure: `${engine}: sealed item POST over bare node:http, same batching, ${who}`,
      target: String(callers === 1 ? targets[engine].one : targets[engine].sixteen),
      measured: `${(mine / least).toFixed(2)} (${mine.toFixed(0)} and ${least.toFixed(0)} a second)`,
    },
    {
      figure: `${engine}: the same, bare without batching, ${who}`,
      target: "",
      measured: `${(mine / median(rates.single)).toFixed(2)} (${median(rates.single).toFixed(0)} a second)`,
    },
  ];
}

function postOf(caller: Caller | undefined, body: Uint8Array): Request {
  const headers = {
    cookie: caller?.cookie ?? "",
    origin: "http://localhost:8480",
    "content-type": "application/cbor",
  };
  return makeRequest({ method: "POST", path: `/api/logs/${caller?.logId}/entries?kind=item`, headers, body });
}

/** Processor time of the server for a page of 50; the time of whoever asks is not in it. */
async function pages(engine: Engine, ours: ServerProcess, bare: ServerProcess): Promise<Figure> {
  const count = 1200;
  const cpu = { ours: new Array<number>(), bare: new Array<number>() };
  const pageOf = ({ cookie, logId }: Caller) =>
    makeRequest({ method: "GET", path: `/api/logs/${logId}/entries?after=20&limit=50`, headers: { cookie } });
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, server] of [
      ["ours", ours],
      ["bare", bare],
    ] as const) {
      const before = await server.cpu();
      await run(
        server.port,
        server.callers.slice(0, 4).map((caller) => Array.from({ length: count / 4 }, () => pageOf(caller))),
      );
      if (round > 0) cpu[name].push(((await server.cpu()) - before) / count);
    }
  }
  const [mine, least] = [median(cpu.ours), median(cpu.bare)];
  return {
    figure: `${engine}: page of 50 items, processor time of bare node:http over ours`,
    target: String(targets[engine].page),
    measured: `${(least / mine).toFixed(2)} (${(mine * 1000).toFixed(0)} and ${(least * 1000).toFixed(0)} µs)`,
  };
}

/** How many rows a loop inserts that does nothing else, each durable before the next. */
function rawLoop({ dataFolder }: Place): Figure {
  const connection = new Sqlite(join(dataFolder, "oakroom.db"));
  connection.pragma("synchronous = FULL");
  connection.exec(
    "create table if not exists bench_loop (log_id text, number integer, bytes blob, primary key (log_id, number))",
  );
  const insert = connection.prepare<[number, Buffer]>("insert into bench_loop values ('log', ?, ?)");
  const body = Buffer.alloc(600);
  const count = 400;
  const rates = Array.from({ length: rounds }, (_, round) => {
    const began = performance.now();
    for (let at = 0; at < count; at += 1) insert.run(round * count + at, body);
    return (count * 1000) / (performance.now() - began);
  });
  connection.close();
  return {
    figure: "sqlite: raw insert loop, one row a commit",
    target: "",
    measured: `${median(rates).toFixed(0)} a second`,
  };
}

/** What one sync of 4 kB costs on this disk. */
async function syncCost(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "oakroom-bench-"));
  const file = await open(join(folder, "sync"), "w");
  const block = Buffer.alloc(4096);
  const took: number[] = [];
  for (let at = 0; at < 301; at += 1) {
    await file.write(block, 0, block.length, at * block.length);
    const began = performance.now();
    await file.datasync();
    took.push(performance.now() - began);
  }
  await file.close();
  rmSync(folder, { recursive: true });
  return { figure: "one sync of 4 kB in this run", target: "", measured: `${median(took).toFixed(2)} ms` };
}

async function makePlace(name: string, url: string | undefined): Promise<Place> {
  const dataFolder = mkdtempSync(join(tmpdir(), "oakroom-bench-"));
  if (!url) return { dataFolder, databaseUrl: undefined };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database bench_${name}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/bench_${name}`;
  return { dataFolder, databaseUrl: own.href };
}
