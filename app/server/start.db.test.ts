import { existsSync, readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aFirstProgramme } from "../features/programme/programmes/testing.ts";
import { makeUuid } from "../values/id.ts";
import { engineUnderTest, type FreshDatabase, freshDatabase } from "./database/testing.ts";
import { openDatabase } from "./database/open.ts";
import { endPrograms, type Program, startProgram } from "./testing/process.ts";

let place: FreshDatabase;

beforeEach(async () => {
  place = await freshDatabase();
});

afterEach(async () => {
  await endPrograms();
  await place.end();
});

// Both engines are tested at the same time.
const insecurePort = engineUnderTest === "sqlite" ? 28_479 : 28_480;

const ready = /^Oakroom is ready at (http:\/\/localhost:(\d+))$/m;
const link = /^Set it up with this link, once: (http\S+#t=([\w-]{43}))$/m;

const settings = (more: Readonly<Record<string, string | undefined>> = {}) => ({
  OAKROOM_DATA: place.dataFolder,
  DATABASE_URL: place.databaseUrl,
  OAKROOM_PORT: "0",
  ...more,
});

async function startUp(more: Readonly<Record<string, string | undefined>> = {}) {
  const program = startProgram(settings(more));
  const [, origin = "", port = ""] = await program.line(ready);
  return { program, origin, port: Number(port) };
}

async function stop(program: Program, signal: NodeJS.Signals = "SIGTERM") {
  program.child.kill(signal);
  return program.ended();
}

const post = (origin: string, path: string, body: object, cookie = "") =>
  fetch(`${origin}/api${path}`, {
    method: "POST",
    headers: { origin, cookie, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Sets the server up; the answer is the manager's cookie. */
async function setUp(origin: string, token: string): Promise<string> {
  const programmeId = makeUuid(Date.now(), new Uint8Array(10).fill(7));
  const manager = { name: "Maria Lind", email: "maria.lind@canary-address.example" };
  const done = await post(origin, "/set-up", { token, programmeId, manager, programme: aFirstProgramme });
  expect(done.status).toBe(200);
  return done.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

describe("starting", () => {
  it("prints where it is, and a set-up link until somebody has used one", async () => {
    const first = await startUp();
    const [, , unused = ""] = await first.program.line(link);
    expect(await (await fetch(`${first.origin}/api/health`)).json()).toEqual({
      status: "ok",
      version: expect.any(String),
      engine: engineUnderTest,
    });
    expect(await stop(first.program)).toBe(0);

    const second = await startUp();
    const [, address = "", token = ""] = await second.program.line(link);
    expect(address).toBe(`${second.origin}/set-up#t=${token}`);
    expect((await post(second.origin, "/set-up/check", { token: unused })).status).toBe(409);
    await setUp(second.origin, token);
    expect(await stop(second.program)).toBe(0);

    const third = await startUp();
    await third.program.line(/^Mail is not set up/m);
    expect(third.program.out).not.toMatch(/set-up/);
    expect(await stop(third.program)).toBe(0);
    expect([first.program.err, second.program.err, third.program.err]).toEqual(["", "", ""]);
  });

  it("warns where browsers offer no encryption, and tells the page", async () => {
    const program = startProgram(
      settings({ OAKROOM_ORIGIN: "http://oakroom.example", OAKROOM_PORT: String(insecurePort) }),
    );
    await program.line(/^Warning: http:\/\/oakroom\.example is neither https nor localhost\..*rooms cannot open\./m);
    const site = await (await fetch(`http://127.0.0.1:${insecurePort}/api/site`)).json();
    expect(site).toEqual({ organisation: null, origin: "http://oakroom.example", originIsSecure: false });
    expect(await stop(program)).toBe(0);
  });

  it("is refused beside another server in the same folder, which goes on", async () => {
    const { program, origin } = await startUp();
    const other = startProgram(settings());
    expect(await other.ended()).toBe(1);
    expect(other.err).toBe(
      `Another Oakroom server uses the folder ${place.dataFolder}. Stop it first, or set OAKROOM_DATA to another folder.\n`,
    );
    expect((await fetch(`${origin}/api/health`)).status).toBe(200);
    expect(await stop(program)).toBe(0);
    const after = await startUp();
    expect(await stop(after.program)).toBe(0);
  });

  it("works again at once after kill -9", async () => {
    const { program } = await startUp();
    expect(await stop(program, "SIGKILL")).toBe("SIGKILL");
    const after = await startUp();
    expect(await stop(after.program)).toBe(0);
  });
});

describe("stopping", () => {
  it("ends cleanly with live streams, idle and half-sent requests open", async () => {
    const { program, origin, port } = await startUp();
    const [, , token = ""] = await program.line(link);
    const cookie = await setUp(origin, token);
    const streams = await Promise.all([1, 2, 3].map(() => fetch(`${origin}/api/live`, { headers: { cookie } })));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200]);
    const half = connect(port, "127.0.0.1");
    half.on("error", () => undefined);
    await once(half, "connect");
    half.write(
      `POST /api/sign-in HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"email"`,
    );
    const read = streams.map((stream) => stream.text().catch(() => ""));
    expect(await stop(program)).toBe(0);
    expect(program.err).toBe("");
    await Promise.all(read);
    half.destroy();
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("ends cleanly by %s, also when told twice", async (signal) => {
    const { program } = await startUp();
    program.child.kill(signal);
    expect(await stop(program, signal)).toBe(0);
    expect(program.err).toBe("");
    expect(program.out).toMatch(new RegExp(`\\nStopped \\(${signal}\\)\\.\\n$`));
  });
});

describe("what cannot start says so in one line", () => {
  it("a database that does not answer, or does not know us", async () => {
    const silent = startProgram(settings({ DATABASE_URL: "postgres://oakroom:secret-word@127.0.0.1:9/oakroom" }));
    expect([await silent.ended(), silent.err]).toEqual([
      1,
      "The database does not answer. Start PostgreSQL, or correct host and port in DATABASE_URL.\n",
    ]);
    if (!place.databaseUrl) return;
    const url = new URL(place.databaseUrl);
    url.pathname = "/there-is-none";
    const unknown = startProgram(settings({ DATABASE_URL: url.href }));
    expect([await unknown.ended(), unknown.err]).toEqual([
      2,
      expect.stringMatching(/^The database named in DATABASE_URL does not exist\./),
    ]);
  });

  it("a database that a newer Oakroom has written", async () => {
    const db = openDatabase({ dataFolder: place.dataFolder, databaseUrl: place.databaseUrl });
    await db.write(async (writer) => {
      await sql`create table meta (name text primary key, value text not null)`.execute(writer);
      await sql`insert into meta (name, value) values ('schema-version', '9999')`.execute(writer);
    });
    await db.close();
    const program = startProgram(settings());
    expect([await program.ended(), program.err]).toEqual([
      1,
      expect.stringMatching(
        /^The database has schema 9999; this program knows \d+\. Start the newer Oakroom that wrote it\.\n$/,
      ),
    ]);
  });
});

describe("S17: the log", () => {
  it("holds no address, no token, no code, no cookie and no query, also when it says most", async () => {
    const { program, origin } = await startUp({ OAKROOM_LOG: "debug" });
    const [, , token = ""] = await program.line(link);
    const cookie = await setUp(origin, token);
    const address = "ana.canary@canary-address.example";
    const asked = await post(origin, "/sign-in", { email: "maria.lind@canary-address.example" });
    await post(origin, "/sign-in", { email: address });
    await post(origin, "/sign-in/code", { code: "424242" }, asked.headers.getSetCookie()[0]?.split(";")[0]);
    await fetch(`${origin}/api/site?canary-query=${token}`);
    await fetch(`${origin}/nowhere/canary-path/${token}`);
    await fetch(`${origin}/api/programmes/canary-path`, {
      headers: { cookie, referer: `https://canary-referer.example/` },
    });
    await post(origin, "/sign-in", { email: "canary-field", extra: "canary-value" });
    const outbox = join(place.dataFolder, "outbox");
    const mails = () => (existsSync(outbox) ? readdirSync(outbox).filter((name) => name.endsWith(".eml")) : []);
    await expect.poll(() => mails().length).toBeGreaterThan(0);
    expect(await stop(program)).toBe(0);
    const lines = program.err.trim().split("\n");
    expect(lines.length).toBeGreaterThan(6);
    expect(lines.map((line) => JSON.parse(line).pattern)).toContain("/api/sign-in/code");
    const mailed = mails().flatMap(
      (name) => /#t=([\w-]{43})/.exec(readFileSync(join(outbox, name), "utf8"))?.[1] ?? [],
    );
    const secrets = [
      "canary",
      "424242",
      cookie.split("=")[1] ?? "",
      asked.headers.getSetCookie()[0]?.split(/[=;]/)[1] ?? "",
      ...mailed,
    ];
    expect(secrets.every((secret) => secret.length > 5)).toBe(true);
    for (const secret of secrets) expect(program.err).not.toContain(secret);
    expect(program.err).not.toContain(token);
    expect(program.err).not.toMatch(/127\.0\.0\.1|::1/);
  });
});
