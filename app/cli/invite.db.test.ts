import { afterAll, beforeAll, expect, it } from "vitest";
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

/** What somebody answers who sets a programme up by being asked. */
const answersFor = (programme: string, ...organisation: ReadonlyArray<string>) => [
  "Noor Haddad",
  "noor@northwind.example",
  ...organisation,
  programme,
  "",
  "yes",
  "university",
  "Lena <lena@n.example>",
  "Paul <paul@n.example>",
  "yes",
];

it("P88: the command invites nobody to a draft, and says where a manager goes on", async () => {
  await ran({ ...where, answers: answersFor("Autumn mentoring", "Northwind") }, "setup");
  const draft = await ran(where, "invite", "--programme", "Autumn mentoring");
  expect([draft.code, draft.err]).toEqual([
    1,
    expect.stringMatching(/^This programme is a draft\. .+ at \S+\/programmes\/\S+\/launch$/),
  ]);
});

it("P88: a programme that is declared to be prepared is open at once", async () => {
  await ran({ ...where, answers: answersFor("Spring mentoring") }, "setup", "--prepared");
  const { code, out } = await ran(where, "invite", "--programme", "Spring mentoring");
  expect([code, out]).toEqual([0, "Everyone in this programme has been invited already."]);
});
