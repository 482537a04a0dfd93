import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { PasskeyId } from "../../../../values/id.ts";
import { minute } from "../../../../values/instant.ts";
import { BeginPasskey, RemovePasskey } from "./schema.ts";
import { challengeOf, SoftPasskey, withPasskey } from "./testing.ts";

/*
 * S7: of fifty requests with one challenge that arrive at once, each from a connection of its own, exactly one succeeds; two
 * hundred times.
 */
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

it("S7: a passkey's answer to a challenge signs in once", { timeout: 300_000 }, async () => {
  const { passkey } = await withPasskey(server, "Ana");
  process.stdout.write("tried: one-time things: 200\n");
  for (let burst = 0; burst < 200; burst += 1) {
    const body = passkey.signs(await challengeOf(server));
    server.pass(minute);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (__, at) =>
        server.built.fastify.inject({
          method: "POST",
          url: "/api/sign-in/passkeys",
          remoteAddress: `10.7.${burst}.${at}`,
          headers: { origin: server.app.config.origin },
          payload: body,
        }),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(49);
  }
});

it("S7: a challenge adds one passkey", { timeout: 300_000 }, async () => {
  const { accountId, cookie } = await server.signIn("Ana");
  process.stdout.write("tried: one-time things: 200\n");
  for (let burst = 0; burst < 200; burst += 1) {
    server.pass(minute);
    const { challenge } = (await server.call(BeginPasskey, {}, cookie)).answer;
    const made = Array.from({ length: 50 }, () => ({
      id: PasskeyId.parse(server.app.chance.id()),
      ...new SoftPasskey(accountId).makes(challenge),
      change: null,
      slot: null,
    }));
    const answers = await Promise.all(
      made.map((body, at) =>
        server.built.fastify.inject({
          method: "POST",
          url: "/api/passkeys",
          remoteAddress: `10.8.${burst}.${at}`,
          headers: { origin: server.app.config.origin, cookie },
          payload: body,
        }),
      ),
    );
    const kept = made.filter((_, at) => answers[at]?.statusCode === 200);
    expect(kept).toHaveLength(1);
    await server.call(RemovePasskey, { body: { id: kept[0]?.id ?? "", change: null } }, cookie);
  }
});
