import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { ProgrammeId } from "../../../../values/id.ts";
import { aFirstProgramme } from "../testing.ts";
import { SetUp } from "./schema.ts";
import { replaceSetUpLink } from "./store.ts";

/* S7: of fifty requests with one set-up link that arrive at once, exactly one succeeds; two hundred times. */
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

it("a set-up link makes one programme with one manager", { timeout: 300_000 }, async () => {
  const { app } = server;
  process.stdout.write("tried: one-time things: 200\n");
  for (let burst = 0; burst < 200; burst += 1) {
    const token = app.chance.token();
    await app.db.write((writer) => replaceSetUpLink(writer, token));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => {
        const manager = { name: `Manager ${at}`, email: `manager.${burst}.${at}@northwind.example` };
        const programmeId = ProgrammeId.parse(app.chance.id());
        return server.call(SetUp, { body: { token, programmeId, manager, programme: aFirstProgramme } });
      }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ refused }) => refused === "no-longer-valid")).toHaveLength(49);
  }
  const { read } = app.db;
  const count = async (table: "programme" | "programme_manager" | "account" | "sign_in") =>
    (await read.selectFrom(table).selectAll().execute()).length;
  expect(
    await Promise.all([count("programme"), count("programme_manager"), count("account"), count("sign_in")]),
  ).toEqual([200, 200, 200, 200]);
  expect(await read.selectFrom("organisation").select("name").execute()).toHaveLength(1);
});
