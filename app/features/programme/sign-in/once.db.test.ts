import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { Instant, later, minute } from "../../../values/instant.ts";
import { keepRequest, drawRequest } from "./requests/store.ts";
import { SignInWithCode, SignInWithLink } from "./schema.ts";
import { someone } from "./testing.ts";

/*
 * S7: of fifty requests with one token that arrive at once, exactly one succeeds; two hundred times, for each kind of token.
 */
const bursts = 200;
const callers = 50;

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

/** A link and a code for somebody new, without the mail. */
async function drawFor(name: string) {
  const { email } = await someone(server, name);
  const drawn = drawRequest(server.app.chance);
  await server.app.db.write((writer) => keepRequest(writer, drawn, email, server.now));
  return drawn;
}

const all = <T>(make: () => Promise<T>) => Promise.all(Array.from({ length: callers }, make));

async function signIns(since: Instant): Promise<number> {
  const rows = await server.app.db.read.selectFrom("sign_in").select("id").where("created_at", ">=", since).execute();
  return rows.length;
}

it("S7: a link signs in once", { timeout: 300_000 }, async () => {
  process.stdout.write(`tried: one-time things: ${bursts}\n`);
  for (let burst = 0; burst < bursts; burst += 1) {
    const { token } = await drawFor("Ana");
    server.pass(minute);
    const answers = await all(() => server.call(SignInWithLink, { body: { token } }));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ refused }) => refused === "used")).toHaveLength(callers - 1);
    expect(await signIns(later(server.now, 0))).toBe(1);
  }
});

it("S7: a code signs in once", { timeout: 300_000 }, async () => {
  process.stdout.write(`tried: one-time things: ${bursts}\n`);
  for (let burst = 0; burst < bursts; burst += 1) {
    const { code, binding } = await drawFor("Ana");
    server.pass(minute);
    const answers = await all(() => server.call(SignInWithCode, { body: { code } }, `oakroom-asked=${binding}`));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await signIns(later(server.now, 0))).toBe(1);
  }
});

it("a link and its code, both at once, sign in once together", { timeout: 300_000 }, async () => {
  process.stdout.write(`tried: one-time things: ${bursts}\n`);
  for (let burst = 0; burst < bursts; burst += 1) {
    const { code, binding, token } = await drawFor("Ana");
    server.pass(minute);
    const answers = await Promise.all([
      ...Array.from({ length: callers / 2 }, () => server.call(SignInWithLink, { body: { token } })),
      ...Array.from({ length: callers / 2 }, () =>
        server.call(SignInWithCode, { body: { code } }, `oakroom-asked=${binding}`),
      ),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  }
});
