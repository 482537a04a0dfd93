/** A real server for tests: on a fresh database of the engine under test, with a clock that the test moves. Imported by tests alone. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LightMyRequestResponse } from "fastify";
import * as z from "zod/mini";
import type { AnsweredOf, InputOf, Operation, RefusalOf } from "../values/operation.ts";
import { AccountId, SignInId } from "../values/id.ts";
import { Instant, later } from "../values/instant.ts";
import { hashToken } from "./chance.ts";
import { engineUnderTest, type FreshDatabase, freshDatabase } from "./database/testing.ts";
import { features } from "./features.ts";
import { type Features, type Running, startServer, type StartOptions } from "./run.ts";

export { engineUnderTest };

/** What came back from one call. */
export interface Called<O extends Operation> {
  readonly status: number;
  /** The parsed answer; only with status 200. */
  readonly answer: AnsweredOf<O>;
  /** The word of a refusal, with status 409. */
  readonly refused: RefusalOf<O> | undefined;
  readonly raw: LightMyRequestResponse;
}

/** A running server in a test's hands. */
export interface TestServer extends Running {
  /** Where the clock stands; set it to move time. */
  now: Instant;
  readonly dataFolder: string;
  /** Moves the clock forward. */
  pass(lengthMs: number): void;
  /** Calls a declared operation, as the holder of a cookie or as nobody. */
  call<const O extends Operation>(operation: O, input: InputOf<O>, cookie?: string): Promise<Called<O>>;
  /** Makes an account and signs it in; the answer is its cookie. */
  signIn(name: string, email?: string): Promise<{ readonly accountId: AccountId; readonly cookie: string }>;
  /** Runs all due jobs and reads every mail laid down so far, oldest name first. */
  mails(): Promise<ReadonlyArray<string>>;
  /** Ends the server and removes its data. */
  end(): Promise<void>;
}

/** Starts one. Every call makes a database of its own, unless one is given. */
export async function testServer(
  start = "2026-10-01T08:00:00Z",
  brought: Features = features,
  {
    database: given,
    smtpUrl,
    ...how
  }: Pick<StartOptions, "liveTiming" | "guardOf" | "databaseOf"> & {
    readonly database?: FreshDatabase;
    readonly smtpUrl?: string;
  } = {},
): Promise<TestServer> {
  const database = given ?? (await freshDatabase());
  const { dataFolder, databaseUrl } = database;
  const time = { now: Instant.parse(Date.parse(start)) };
  const origin = "http://localhost:8480";
  const config = {
    port: 0,
    host: "127.0.0.1",
    dataFolder,
    origin,
    originIsSecure: true,
    databaseUrl,
    smtpUrl,
    mailFrom: "Oakroom <oakroom@localhost>",
  };
  const running = await startServer(config, brought, {
    clock: () => time.now,
    logLevel: "silent",
    version: "test",
    worksOnJobs: false,
    ...how,
  });
  return {
    ...running,
    dataFolder,
    get now() {
      return time.now;
    },
    set now(instant: Instant) {
      time.now = instant;
    },
    pass: (lengthMs: number) => {
      time.now = later(time.now, lengthMs);
    },
    call: <const O extends Operation>(operation: O, input: InputOf<O>, cookie?: string) =>
      call(running, operation, input, cookie),
    signIn: (name: string, email = `${name.toLowerCase().replaceAll(" ", ".")}@northwind.example`) =>
      signIn(running, name, email),
    mails: () => readMails(running, brought, dataFolder),
    async end() {
      await running.stop();
      await database.end();
    },
  };
}

const Given = z.object({
  params: z.optional(z.record(z.string(), z.string())),
  query: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.unknown()),
});

async function call<const O extends Operation>(
  running: Running,
  operation: O,
  input: InputOf<O>,
  cookie: string | undefined,
): Promise<Called<O>> {
  const { params, query, body } = Given.parse(input);
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ""));
  const sealed = operation.takes === "cbor";
  const raw = await running.built.fastify.inject({
    method: operation.method,
    url: `/api${path}`,
    ...(query ? { query } : {}),
    headers: {
      origin: running.app.config.origin,
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { "content-type": sealed ? "application/cbor" : "application/json" }),
    },
    ...(body === undefined ? {} : { payload: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const answer =
    raw.statusCode === 200 ? (operation.gives === "cbor" ? new Uint8Array(raw.rawPayload) : raw.json()) : undefined;
  return { status: raw.statusCode, answer, refused: raw.statusCode === 409 ? raw.json().refused : undefined, raw };
}

async function signIn(running: Running, name: string, email: string) {
  const { app } = running;
  const accountId = AccountId.parse(app.chance.id());
  const token = app.chance.token();
  const now = app.clock();
  await app.db.write(async (writer) => {
    await writer
      .insertInto("account")
      .values({ id: accountId, email, email_key: email.toLowerCase(), name, created_at: now })
      .execute();
    await writer
      .insertInto("sign_in")
      .values({
        id: SignInId.parse(app.chance.id()),
        account_id: accountId,
        token_hash: hashToken("sign-in", token),
        created_at: now,
        expires_at: later(now, 30 * 86_400_000),
        revoked_at: null,
      })
      .execute();
  });
  return { accountId, cookie: `oakroom=${token}` };
}

async function readMails(running: Running, brought: Features, dataFolder: string): Promise<ReadonlyArray<string>> {
  // Sign-in mails wait for a part of a second.
  await running.runner.runDue(brought.jobs(running.app, running.mailer), 500);
  const folder = join(dataFolder, "outbox");
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(".eml"))
      .toSorted()
      .map((file) => readFileSync(join(folder, file), "utf8"));
  } catch {
    return [];
  }
}
