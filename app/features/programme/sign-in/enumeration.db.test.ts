import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { features } from "../../../server/features.ts";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { AccountId } from "../../../values/id.ts";
import { someone } from "./testing.ts";

/*
 * S6: whether an address belongs to somebody here cannot be told by asking for a mail: not from the answer, not from
 * what is written, not from the time it takes.
 */
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

let connections = 0;

/** Every question comes from a connection of its own, so that no bucket runs empty. */
function ask(email: string) {
  connections += 1;
  return server.built.fastify.inject({
    method: "POST",
    url: "/api/sign-in",
    remoteAddress: `10.${connections >> 16}.${(connections >> 8) & 255}.${connections & 255}`,
    headers: { origin: server.app.config.origin },
    payload: { email },
  });
}

/** The chance that a measure of the one kind is greater than one of the other: 0.5 where they cannot be told apart. */
function separability(one: ReadonlyArray<number>, other: ReadonlyArray<number>): number {
  const all = [...one.map((value) => ({ value, first: 1 })), ...other.map((value) => ({ value, first: 0 }))];
  const ranked = all.toSorted((a, b) => a.value - b.value);
  let sum = 0;
  for (let from = 0; from < ranked.length;) {
    const tied = ranked.filter(({ value }, at) => at >= from && value === ranked[from]?.value).length;
    const rank = from + (tied + 1) / 2;
    for (const { first } of ranked.slice(from, from + tied)) sum += first * rank;
    from += tied;
  }
  return (sum - (one.length * (one.length + 1)) / 2) / (one.length * other.length);
}

describe("asking for a stranger's address", () => {
  it("is answered as asking for one's own is", async () => {
    const { email } = await someone(server, "Ana");
    const [known, unknown] = [await ask(email), await ask(email.replace("ana", "bob"))];
    const shape = ({ statusCode, headers, rawPayload }: typeof known) => ({
      statusCode,
      body: rawPayload.toString("hex"),
      headers: { ...headers, date: "", "set-cookie": String(headers["set-cookie"]).replace(/=[\w-]{43};/, "=token;") },
    });
    expect(shape(unknown)).toEqual(shape(known));
  });

  it("writes what asking for one's own does", async () => {
    const { email } = await someone(server, "Ana");
    const rows = async () => {
      const { read } = server.app.db;
      const shape = (row: object) =>
        Object.entries(row).map(
          ([column, value]) => `${column}: ${value === null ? "null" : typeof value} ${String(value).length}`,
        );
      return {
        requests: (await read.selectFrom("sign_in_request").selectAll().orderBy("id", "desc").limit(1).execute()).map(
          shape,
        ),
        jobs: (await read.selectFrom("job").selectAll().orderBy("id", "desc").limit(1).execute()).map(shape),
        many: [
          (await read.selectFrom("sign_in_request").select("id").execute()).length,
          (await read.selectFrom("job").select("id").execute()).length,
          (await read.selectFrom("throttle").select("key_hash").execute()).length,
        ],
      };
    };
    const start = await rows();
    await ask(email);
    const afterKnown = await rows();
    server.pass(1);
    await ask(email.replace("ana", "bob"));
    const afterUnknown = await rows();
    expect(afterUnknown.requests).toEqual(afterKnown.requests);
    expect(afterUnknown.jobs).toEqual(afterKnown.jobs);
    expect(afterKnown.many).toEqual(start.many.map((many, at) => many + (at === 2 ? 3 : 1)));
    expect(afterUnknown.many).toEqual(afterKnown.many.map((many, at) => many + (at === 2 ? 3 : 1)));
  });

  it("takes as long: 2,000 of each kind, by turns, cannot be told apart", { timeout: 120_000 }, async () => {
    const each = 2000;
    const { app, runner, mailer } = server;
    await app.db.write((writer) =>
      writer
        .insertInto("account")
        .values(
          Array.from({ length: each }, (_, at) => {
            const email = `known.${at}@northwind.example`;
            return {
              id: AccountId.parse(app.chance.id()),
              email,
              email_key: email,
              name: `Known ${at}`,
              created_at: server.now,
            };
          }),
        )
        .execute(),
    );
    // Mails go out meanwhile, as they do in life.
    runner.start(features.jobs(app, mailer));
    const times: Record<"known" | "other", number[]> = { known: [], other: [] };
    for (let at = -100; at < each; at += 1) {
      // Each kind comes after itself as often as after the other, so that the mail of the one before weighs on both alike.
      for (const kind of at % 2 === 0 ? (["known", "other"] as const) : (["other", "known"] as const)) {
        const began = performance.now();
        await ask(`${kind}.${Math.abs(at)}@northwind.example`);
        if (at >= 0) times[kind].push(performance.now() - began);
      }
    }
    expect(Math.abs(separability(times.known, times.other) - 0.5)).toBeLessThanOrEqual(0.05);
  });
});
