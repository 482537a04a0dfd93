import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { someone } from "./testing.ts";

/*
 * S6: whether an address belongs to somebody here cannot be told by asking for a mail: not from the answer, and not from
 * what is asked of the database and written there. The time that it takes is measured by `npm run bench -- sign-in`.
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

describe("S6: asking for a stranger's address", () => {
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
});
