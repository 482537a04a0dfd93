import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ListChanges } from "../features/programme/changes/schema.ts";
import { setUp } from "../features/programme/programmes/testing.ts";
import { SignInWithLink } from "../features/programme/sign-in/schema.ts";
import { cookieOf } from "../features/programme/sign-in/testing.ts";
import { type TestServer, testServer } from "../server/testing.ts";
import { ran } from "./testing.ts";

let server: TestServer;
let where: { readonly dataFolder: string; readonly databaseUrl: string | undefined };

beforeAll(async () => {
  // Commands have the real clock.
  server = await testServer(new Date().toISOString());
  where = { dataFolder: server.dataFolder, databaseUrl: server.app.config.databaseUrl };
});

afterAll(() => server.end());

const otto = "Otto Meier <otto.meier@northwind.example>";

describe("appoint", () => {
  it("says what it needs, and that there is no programme", async () => {
    expect((await ran(where, "appoint", "Otto")).err).toBe(
      'appoint needs a name and an address, for example: appoint "Otto Meier <otto@example.org>"',
    );
    expect((await ran(where, "appoint", otto)).err).toBe(
      "There is no programme yet. Make one first: npm run oakroom -- setup",
    );
  });

  it("refuses while Marta manages the programme, unless it is said that she cannot be reached", async () => {
    const { programmeId, cookie } = await setUp(server, "Marta Nowak");
    const { code, err } = await ran(where, "appoint", otto);
    expect([code, err]).toEqual([1, expect.stringContaining("managed by Marta Nowak <marta.nowak@northwind.example>")]);
    expect((await ran(where, "appoint", otto, "--beside")).code).toBe(0);
    const { changes } = (await server.call(ListChanges, { params: { programmeId }, query: {} }, cookie)).answer;
    expect(changes[0]).toMatchObject({ act: "manager-appointed", by: "", about: ["Otto Meier"] });
  });

  it("appoints where nobody is left; the printed link signs in, once, and the log says that it was the operator", async () => {
    const { db } = server.app;
    await db.write((writer) => writer.deleteFrom("programme_manager").execute());
    const { code, out } = await ran(where, "appoint", otto);
    expect([code, out]).toEqual([0, expect.stringContaining("Otto Meier manages the programme now.")]);
    const token = /#t=([\w-]{43})/.exec(out)?.[1] ?? "";
    const signedIn = await server.call(SignInWithLink, { body: { token } });
    const cookie = cookieOf(signedIn.raw, "oakroom");
    const { id } = await db.read.selectFrom("programme").select("id").executeTakeFirstOrThrow();
    const listed = await server.call(ListChanges, { params: { programmeId: id }, query: {} }, cookie);
    expect(listed.status).toBe(200);
    expect((await server.call(SignInWithLink, { body: { token } })).status).not.toBe(200);
  });
});
