/** Whether the time of asking for a sign-in mail tells known addresses from others: 2,000 of each, by turns, mails going out meanwhile (S6). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../app/server/database/database.ts";
import { postgresPrograms, startPostgres } from "../tools/postgres.ts";
import { features } from "../app/server/features.ts";
import { type TestServer, testServer } from "../app/server/testing.ts";
import { AccountId } from "../app/values/id.ts";
import { Instant } from "../app/values/instant.ts";
import type { Figure } from "./figure.ts";

const each = 2000;

/** Measures SQLite, and PostgreSQL where there is one. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const onSqlite = await onEngine("sqlite", undefined);
  if (postgresPrograms() === undefined) return [onSqlite];
  const postgres = await startPostgres({ durable: true });
  try {
    return [onSqlite, await onEngine("postgres", postgres.url)];
  } finally {
    await postgres.stop();
  }
}

/** The area under the curve: 0.5 where the two kinds cannot be told apart. */
async function onEngine(engine: Engine, databaseUrl: string | undefined): Promise<Figure> {
  const dataFolder = mkdtempSync(join(tmpdir(), "oakroom-bench-"));
  const end = async () => rmSync(dataFolder, { recursive: true, force: true });
  const server = await testServer(undefined, undefined, { database: { dataFolder, databaseUrl, end } });
  try {
    await addKnown(server);
    server.runner.start(features.jobs(server.app, server.mailer));
    const times: Record<"known" | "other", number[]> = { known: [], other: [] };
    for (let at = -100; at < each; at += 1) {
      // Each kind comes after itself as often as after the other, so that the mail of the one before weighs on both alike.
      for (const kind of at % 2 === 0 ? (["known", "other"] as const) : (["other", "known"] as const)) {
        // Mails wait by the clock, which stands still in a test server.
        server.now = Instant.parse(Date.now());
        const began = performance.now();
        await ask(server, `${kind}.${Math.abs(at)}@northwind.example`);
        if (at >= 0) times[kind].push(performance.now() - began);
      }
    }
    const area = separability(times.known, times.other);
    return {
      figure: `${engine}: asking for a sign-in mail: known told from unknown by time (AUC)`,
      target: "0.45 to 0.55",
      measured: area.toFixed(3),
    };
  } finally {
    await server.end();
  }
}

async function addKnown({ app, now }: TestServer): Promise<void> {
  const rows = Array.from({ length: each }, (_, at) => {
    const email = `known.${at}@northwind.example`;
    return { id: AccountId.parse(app.chance.id()), email, email_key: email, name: `Known ${at}`, created_at: now };
  });
  await app.db.write((writer) => writer.insertInto("account").values(rows).execute());
}

let connections = 0;

/** Every question comes from a connection of its own, so that no bucket runs empty. */
function ask(server: TestServer, email: string) {
  connections += 1;
  return server.built.fastify.inject({
    method: "POST",
    url: "/api/sign-in",
    remoteAddress: `10.${connections >> 16}.${(connections >> 8) & 255}.${connections & 255}`,
    headers: { origin: server.app.config.origin },
    payload: { email },
  });
}

/** The chance that a measure of the one kind is greater than one of the other. */
function separability(one: ReadonlyArray<number>, other: ReadonlyArray<number>): number {
  let greater = 0;
  for (const a of one) for (const b of other) greater += a > b ? 1 : a === b ? 0.5 : 0;
  return greater / (one.length * other.length);
}
