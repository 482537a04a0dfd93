import { writeCsv } from "@oakroom/table";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PreviewImport, RunImport } from "../features/programme/people/import/schema.ts";
import { ListPeople } from "../features/programme/people/schema.ts";
import { setUp } from "../features/programme/programmes/testing.ts";
import { readBadTexts } from "./testing/bad-input.ts";
import { type TestServer, testServer } from "./testing.ts";

const texts = readBadTexts();
const all = texts ?? [];
let server: TestServer;
let managed: Awaited<ReturnType<typeof setUp>>;

beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Maria Manager");
}, 60_000);

afterAll(() => server.end());

it.runIf(texts)("imports as cells, in the same words, and reads back", { timeout: 120_000 }, async () => {
  const { programmeId, cookie } = managed;
  const columns = {
    name: "name",
    email: "email",
    role: "role",
    team: "team",
    site: "site",
    offers: "offers",
    goals: "goals",
    limits: "limits",
    availability: "availability",
    timeZone: "time_zone",
    languages: "languages",
    level: "level",
    manager: "manager_email",
    capacity: "capacity",
  };
  const well = all.filter(({ text }) => text.isWellFormed());
  for (const hostile of [
    ["name"],
    ["team", "site"],
    ["offers", "goals", "limits"],
    ["languages", "time_zone", "availability"],
    ["level", "capacity", "manager_email", "role"],
    ["email"],
  ]) {
    const header = Object.values(columns);
    const rows = well.map(({ text }, at) =>
      header.map((name) =>
        hostile.includes(name)
          ? text
          : ({ name: `Cell ${at}`, email: `cell.${at}@northwind.example`, role: "mentee" }[name] ?? ""),
      ),
    );
    const file = Buffer.from(writeCsv([header, ...rows])).toString("base64");
    const upload = { file, columns };
    const preview = await server.call(PreviewImport, { params: { programmeId }, body: upload }, cookie);
    expect([hostile, preview.status]).toEqual([hostile, 200]);
    const { added, changed, refusedLines, stopped } = preview.answer;
    expect(stopped).toBe(null);
    const body = {
      ...upload,
      importId: server.app.chance.id(),
      expected: { added, changed, refused: refusedLines.length },
    };
    expect([hostile, (await server.call(RunImport, { params: { programmeId }, body }, cookie)).status]).toEqual([
      hostile,
      200,
    ]);
  }
  const { answer } = await server.call(ListPeople, { params: { programmeId } }, cookie);
  expect(answer.people.length).toBeGreaterThan(400);
  for (const { name, team, site } of answer.people)
    for (const text of [name, team, site]) {
      expect(text).toBe(text.normalize("NFC"));
      expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    }
});
