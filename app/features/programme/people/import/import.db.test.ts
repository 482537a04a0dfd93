import { readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../../server/testing.ts";
import { OpenProfile } from "../../my-data/looks/schema.ts";
import { setUp } from "../../programmes/testing.ts";
import { CorrectPerson, ListPeople, ReadPerson } from "../schema.ts";
import { enrolled, type Managed } from "../testing.ts";
import { PreviewImport, ReadImport, RunImport } from "./schema.ts";

let server: TestServer;
let managed: Managed;
beforeEach(async () => {
  server ??= await testServer();
  managed = await setUp(server, `Marta ${server.app.chance.id()}`);
});
afterAll(() => server.end());

const columns = { name: "Name", email: "Email", role: "Role", team: "Team" };
const head = "Name,Email,Role,Team";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const preview = async (text: string) =>
  (
    await server.call(
      PreviewImport,
      { params: { programmeId: managed.programmeId }, body: { file: base64(text), columns } },
      managed.cookie,
    )
  ).answer;
const run = async (
  text: string,
  importId = server.app.chance.id(),
  expected?: { added: number; changed: number; refused: number },
) => {
  const { added, changed, refusedLines } = await preview(text);
  const body = {
    file: base64(text),
    columns,
    importId,
    expected: expected ?? { added, changed, refused: refusedLines.length },
  };
  return server.call(RunImport, { params: { programmeId: managed.programmeId }, body }, managed.cookie);
};
const list = async () =>
  (await server.call(ListPeople, { params: { programmeId: managed.programmeId } }, managed.cookie)).answer.people;

const two = `${head}\nAna Alm,ana@x.example,mentee,Legal\nBen Berg,ben@x.example,mentor,Sales\nNobody,,mentee,`;

describe("importing people", () => {
  it("the preview writes nothing, the import writes what it said", async () => {
    expect(await preview(two)).toMatchObject({
      stopped: null,
      added: 2,
      changed: 0,
      unchanged: 0,
      refusedLines: [4],
      faults: [{ word: "no-address", line: 4, column: 2, header: "Email" }],
    });
    expect(await list()).toEqual([]);
    expect((await run(two)).answer).toEqual({ added: 2, changed: 0, unchanged: 0, pairs: 0, refused: 1 });
    expect(
      (await list()).map(({ name, email, roles, team, state }) => [name, email, roles.join(), team, state]),
    ).toEqual([
      ["Ana Alm", "ana@x.example", "mentee", "Legal", "added"],
      ["Ben Berg", "ben@x.example", "mentor", "Sales", "added"],
    ]);
  });

  it("the same file twice changes nothing, also after a correction by hand", async () => {
    await run(two);
    const ana = (await list())[0];
    if (!ana) throw new Error("Ana is missing");
    const facts = {
      name: "Ana Maria Alm",
      email: ana.email,
      roles: ana.roles,
      team: "Law",
      site: "",
      level: null,
      managerEmail: "",
    };
    await server.call(
      CorrectPerson,
      { params: { programmeId: managed.programmeId, participantId: ana.id }, body: facts },
      managed.cookie,
    );
    expect((await run(two)).answer).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect((await list())[0]).toMatchObject({ name: "Ana Maria Alm", team: "Law" });
  });

  it("changed rows update, missing rows stay", async () => {
    await run(two);
    expect((await run(`${head}\nBen Berg,BEN@x.example,both,Sales`)).answer).toMatchObject({
      added: 0,
      changed: 1,
      unchanged: 0,
    });
    expect((await list()).map(({ name, roles }) => `${name} ${roles.join()}`)).toEqual([
      "Ana Alm mentee",
      "Ben Berg mentor,mentee",
    ]);
  });

  it("somebody who takes part keeps place and profile when their row changes", async () => {
    const emil = await enrolled(server, managed, "Emil Berg", ["mentor"]);
    await run(`${head}\nEmil Berg,${emil.email},mentor,Research`);
    const page = (
      await server.call(
        ReadPerson,
        { params: { programmeId: managed.programmeId, participantId: emil.participantId } },
        managed.cookie,
      )
    ).answer;
    expect(page).toMatchObject({
      state: "enrolled",
      joined: true,
      facts: { team: "Research" },
    });
    const params = { programmeId: managed.programmeId, participantId: emil.participantId };
    const opened = await server.call(OpenProfile, { params }, managed.cookie);
    expect(opened.answer.profile).toMatchObject({ why: "Somebody did this for me." });
  });

  it("a repeat after a lost answer says the same and writes nothing", async () => {
    const importId = server.app.chance.id();
    const expected = { added: 2, changed: 0, refused: 1 };
    const first = await run(two, importId, expected);
    expect((await run(two, importId, expected)).answer).toEqual(first.answer);
    const progress = await server.call(
      ReadImport,
      { params: { programmeId: managed.programmeId, importId } },
      managed.cookie,
    );
    expect(progress.answer).toEqual({ state: "done", written: 2, of: 2, result: first.answer });
    const unknown = await server.call(
      ReadImport,
      { params: { programmeId: managed.programmeId, importId: server.app.chance.id() } },
      managed.cookie,
    );
    expect(unknown.answer.state).toBe("unknown");
  });

  it("nothing is imported when people have changed since the preview", async () => {
    expect((await run(two, undefined, { added: 3, changed: 0, refused: 0 })).refused).toBe("changed-meanwhile");
    expect(await list()).toEqual([]);
  });

  it("a file without an address column is not imported", async () => {
    const body = { file: base64(two), columns: { name: "Name", role: "Role" } };
    const looked = await server.call(
      PreviewImport,
      { params: { programmeId: managed.programmeId }, body },
      managed.cookie,
    );
    expect(looked.answer).toMatchObject({ stopped: "no-address-column", added: 0 });
    const ran = await server.call(
      RunImport,
      {
        params: { programmeId: managed.programmeId },
        body: { ...body, importId: server.app.chance.id(), expected: { added: 0, changed: 0, refused: 0 } },
      },
      managed.cookie,
    );
    expect(ran.refused).toBe("cannot-import");
  });

  it("two imports of the same file at once add everyone once", async () => {
    const [one, other] = await Promise.all([
      run(two, undefined, { added: 2, changed: 0, refused: 1 }),
      run(two, undefined, { added: 2, changed: 0, refused: 1 }),
    ]);
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await list()).toHaveLength(2);
  });

  it("ten thousand people come in one piece, and how far it has come can be asked meanwhile", async () => {
    const lines = readFileSync(new URL("../../../../../journeys/people/cohort-300.csv", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .slice(1);
    const rows = Array.from({ length: 10_000 }, (_, at) =>
      (lines[at % lines.length] ?? "").replaceAll("@northwind", `@n${Math.floor(at / lines.length)}.northwind`),
    );
    const file = base64(
      [
        "name,email,role,team,manager_email,level,site,time_zone,languages,offers,goals,limits,capacity,availability",
        ...rows,
      ].join("\n"),
    );
    const mapped = {
      name: "name",
      email: "email",
      role: "role",
      team: "team",
      manager: "manager_email",
      level: "level",
      site: "site",
      timeZone: "time_zone",
      languages: "languages",
      offers: "offers",
      goals: "goals",
      limits: "limits",
      capacity: "capacity",
      availability: "availability",
    };
    const importId = server.app.chance.id();
    const ran = server.call(
      RunImport,
      {
        params: { programmeId: managed.programmeId },
        body: { file, columns: mapped, importId, expected: { added: 10_000, changed: 0, refused: 0 } },
      },
      managed.cookie,
    );
    const told = new Set<number>();
    const ending = { over: false };
    void ran.finally(() => (ending.over = true));
    while (!ending.over) {
      // Real requests arrive between the turns of the event loop; injected ones would never let it turn.
      await new Promise((resolve) => setImmediate(resolve));
      const { answer } = await server.call(
        ReadImport,
        { params: { programmeId: managed.programmeId, importId } },
        managed.cookie,
      );
      if (answer.state === "running" && answer.of > 0) told.add(answer.written);
    }
    expect((await ran).answer).toEqual({ added: 10_000, changed: 0, unchanged: 0, pairs: 0, refused: 0 });
    expect(told.size).toBeGreaterThan(3);
    expect(await list()).toHaveLength(10_000);
  });
});
