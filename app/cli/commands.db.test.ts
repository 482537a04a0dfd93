import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReadProgramme } from "../features/programme/programmes/schema.ts";
import { ReadMe, SignInWithLink } from "../features/programme/sign-in/schema.ts";
import { cookieOf } from "../features/programme/sign-in/testing.ts";
import { sql } from "kysely";
import { type TestServer, testServer } from "../server/testing.ts";
import { ProgrammeId } from "../values/id.ts";
import { Instant } from "../values/instant.ts";
import { ran } from "./testing.ts";

/* Every command here runs beside a server that is up, on the same database. */
let server: TestServer;
let where: { readonly dataFolder: string; readonly databaseUrl: string | undefined; readonly folder: string };

beforeAll(async () => {
  // Commands have the real clock.
  server = await testServer(new Date().toISOString());
  const folder = join(server.dataFolder, "typed-here");
  mkdirSync(folder);
  where = { dataFolder: server.dataFolder, databaseUrl: server.app.config.databaseUrl, folder };
});

afterAll(() => server.end());

const contacts = [
  "--contact",
  "Lena Brandt <lena@northwind.example>",
  "--contact",
  "Paul Okafor <paul@northwind.example>",
];
const maria = ["--manager-name", "Maria Lind", "--manager-email", "maria@northwind.example"];
const declared = ["--adults-only", "--contacts-apart", "--prepared", "--variant", "company"];
const everything = [
  ...maria,
  "--organisation",
  "Northwind",
  "--programme",
  "Autumn mentoring",
  "--starts",
  "2026-10-01",
  "--ends",
  "2027-06-30",
  ...declared,
  ...contacts,
];

const idIn = (out: string) => /Its id: (\S+)/.exec(out)?.[1] ?? "";

describe("setup", () => {
  it.each([
    [[], 'setup needs --manager-name, for example: --manager-name "Maria Lind"'],
    [["--manager-name", "Maria"], "setup needs --manager-email, for example: --manager-email maria@example.org"],
    [[...everything, "more"], 'setup takes flags alone, not "more". See: npm run oakroom -- help setup'],
    [
      [...everything, ...["3", "4", "5", "6", "7"].flatMap((nth) => ["--contact", `Another <${nth}@x.example>`])],
      '--contact has to be given two to six times, each a name and an address such as "Lena Brandt <lena@example.org>".',
    ],
    [
      everything.map((arg) => (arg === "company" ? "circus" : arg)),
      "--variant has to be one of company, between-companies, university, health, public-service, charity.",
    ],
    [
      everything.map((arg) => (arg === "2027-06-30" ? "2026-09-30" : arg)),
      "The last day lies before the first; --ends has to come after --starts.",
    ],
    [
      everything.map((arg) => (arg === "2027-06-30" ? "soon" : arg)),
      "--starts and --ends have to be days such as 2026-10-01.",
    ],
    [
      everything.map((arg) => (arg.startsWith("Paul") ? "Lena again <LENA@northwind.example>" : arg)),
      "Two contacts have the same name or address; name different people with --contact.",
    ],
    [
      everything.map((arg) => (arg.startsWith("Paul") ? "Paul" : arg)),
      'A contact is a name and an address, for example: --contact "Lena Brandt <lena@example.org>", not "Paul".',
    ],
    [
      everything.map((arg) => (arg === "maria@northwind.example" ? "maria" : arg)),
      "--manager-email has to be an address such as maria@example.org.",
    ],
    [
      everything.filter((arg) => arg !== "--adults-only"),
      "setup needs --adults-only: you declare that everyone who takes part is of age; Oakroom is not for young people.",
    ],
  ])("%#: says in one line what is missing or wrong", async (args, line) => {
    expect(await ran(where, "setup", ...args)).toEqual({ code: 2, out: "", err: line });
  });

  it("makes the programme, and its link signs the manager in, once", async () => {
    const made = await ran(where, "setup", ...everything);
    expect([made.code, made.err]).toEqual([0, ""]);
    const token = /\/sign-in#t=([\w-]{43})$/m.exec(made.out)?.[1] ?? "";
    server.now = Instant.parse(Date.now());
    const came = await server.call(SignInWithLink, { body: { token } });
    const me = await server.call(ReadMe, {}, cookieOf(came.raw, "oakroom"));
    expect(me.answer.manages).toEqual([{ programmeId: idIn(made.out), programmeName: "Autumn mentoring" }]);
    expect((await server.call(SignInWithLink, { body: { token } })).refused).toBe("used");
  });

  it("asks for what no flag answers", async () => {
    const answers = [
      "Noor Haddad",
      "noor@northwind.example",
      "Spring mentoring",
      "",
      "yes",
      "university",
      "Lena <lena@n.example>",
      "Paul <paul@n.example>",
      "y",
    ];
    const made = await ran({ ...where, answers }, "setup");
    expect(made).toMatchObject({ code: 0, err: "" });
    const { cookie } = await server.signIn("Stranger", "stranger@northwind.example");
    expect(
      (await server.call(ReadProgramme, { params: { programmeId: ProgrammeId.parse(idIn(made.out)) } }, cookie)).status,
    ).toBe(404);
    const row = await server.app.db.read
      .selectFrom("programme")
      .select(["name", "kind", "confidentiality_variant"])
      .orderBy("created_at", "desc")
      .executeTakeFirst();
    expect(row).toEqual({ name: "Spring mentoring", kind: "rolling", confidentiality_variant: "university" });
  });

  it("does not make the same programme twice", async () => {
    const again = await ran(where, "setup", ...everything);
    expect(again).toEqual({
      code: 1,
      out: "",
      err: "There is a programme called Autumn mentoring already. Give this one another name with --programme.",
    });
  });
});

describe("import and invite", () => {
  const people =
    "name;email;role\nAna Ruiz;ana@northwind.example;mentee\nBen Okoye;ben@northwind.example;mentor\nNobody;not-an-address;mentor\n";

  it("say which programme is meant, or that there is none like it", async () => {
    writeFileSync(join(where.folder, "people.csv"), people);
    const unsaid = await ran(where, "import", "people.csv");
    expect([unsaid.code, unsaid.err]).toEqual([
      2,
      expect.stringMatching(
        /^Say which programme: --programme ID, one of \S+ \(Autumn mentoring\), \S+ \(Spring mentoring\)\.$/,
      ),
    ]);
    const wrong = await ran(where, "invite", "--programme", "Autum mentoring");
    expect([wrong.code, wrong.err]).toEqual([
      1,
      expect.stringMatching(
        /^There is no programme Autum mentoring\. Did you mean --programme \S+ \(Autumn mentoring\)\?$/,
      ),
    ]);
  });

  it("a dry run writes nothing; the import leaves out what cannot be, and says why", async () => {
    const at = ["import", "people.csv", "--programme", "Autumn mentoring"];
    const dry = await ran(where, ...at, "--dry-run");
    expect(dry).toMatchObject({ code: 0, err: "" });
    expect(dry.out).toMatch(
      /^line 4, column 2 \(email\): .+\n2 would be added, 0 would be changed, 0 unchanged, 1 would be left out\.\nNothing was written\./,
    );
    expect(await server.app.db.read.selectFrom("participant").select("id").execute()).toEqual([]);
    const real = await ran(where, ...at);
    expect(real.out).toMatch(/2 added, 0 changed, 0 unchanged, 1 left out\.$/);
    const again = await ran(where, ...at, "--json");
    expect(JSON.parse(again.out)).toMatchObject({
      written: true,
      added: 0,
      changed: 0,
      unchanged: 2,
      refused: 1,
      faults: [{ line: 4, word: "bad-address" }],
    });
  });

  it("invitations wait for the server, which sends them", async () => {
    const invited = await ran(where, "invite", "--programme", "Autumn mentoring");
    expect(invited).toEqual({
      code: 0,
      err: "",
      out: "2 invitations are on the way. The server sends them; start it if it does not run.",
    });
    server.now = Instant.parse(Date.now());
    const mails = await server.mails();
    expect(mails.filter((mail) => /^To: (ana|ben)@northwind\.example$/m.test(mail))).toHaveLength(2);
    expect((await ran(where, "invite", "--programme", "Autumn mentoring")).out).toBe(
      "Everyone in this programme has been invited already.",
    );
  });

  it.each([
    [["import"], 2, "import needs a file, for example: npm run oakroom -- import people.csv"],
    [["import", "none.csv"], 1, "The file none.csv cannot be read. Look at its name and its rights."],
    [["import", "people.csv", "more.csv"], 2, 'import takes one file, not also "more.csv".'],
    [["import", "people.csv", "--everyone-is", "boss"], 2, "--everyone-is has to be mentor or mentee."],
    [["imprt", "people.csv"], 2, "There is no command imprt. Did you mean import?"],
    [["help", "imprt"], 2, "There is no command imprt. Did you mean import?"],
    [["frobnicate"], 2, "There is no command frobnicate. See: npm run oakroom -- help"],
  ])("%j: exit %i, %s", async (typed, code, err) => {
    expect(await ran(where, ...typed)).toEqual({ code, out: "", err });
  });
});

describe("doctor", () => {
  it("finds all well beside the running server", async () => {
    const looked = await ran(where, "doctor", "--json");
    expect(looked.code).toBe(0);
    const found: ReadonlyArray<{ about: string; state: string }> = JSON.parse(looked.out);
    expect(found.map(({ about, state }) => `${about} ${state}`)).toEqual([
      "settings ok",
      "disk ok",
      "database ok",
      "schema ok",
      "work ok",
      "clock ok",
      "mail look",
    ]);
  });

  it("names work that was given up", async () => {
    await server.app.db.write((writer) =>
      writer
        .updateTable("job")
        .set({ state: "parked", last_error: "EENVELOPE" })
        .where("kind", "=", "invitation-mail")
        .execute(),
    );
    expect((await ran(where, "doctor")).out).toMatch(
      /^look +work: given up after many tries: 2 invitation-mail \(EENVELOPE\)$/m,
    );
  });

  it("says so where mail, address or database do not work", async () => {
    const mail = await ran({ ...where, env: { OAKROOM_SMTP_URL: "smtp://127.0.0.1:9" } }, "doctor");
    expect([mail.code, mail.out]).toEqual([
      1,
      expect.stringMatching(
        /^wrong +mail: 127\.0\.0\.1:9 does not answer as a mail server; look at OAKROOM_SMTP_URL$/m,
      ),
    ]);
    const origin = await ran({ ...where, env: { OAKROOM_ORIGIN: "http://oakroom.example" } }, "doctor");
    expect(origin.out).toMatch(/^look +settings: http:\/\/oakroom\.example is neither https nor localhost/m);
    const database = await ran({ ...where, env: { DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" } }, "doctor");
    expect([database.code, database.out]).toEqual([
      1,
      expect.stringMatching(/^wrong +database: The database does not answer\./m),
    ]);
  });

  it("says so where the database is newer or not there yet", async () => {
    const nothing = await ran({ dataFolder: join(where.folder, "empty") }, "doctor");
    expect(nothing.out).toMatch(/^look +database: there is none yet; start the server, or run setup$/m);
    const setVersion = (value: string) =>
      server.app.db.write((writer) =>
        sql`update meta set value = ${value} where name = 'schema-version'`.execute(writer),
      );
    const held = (
      await server.app.db.read
        .selectFrom("meta")
        .select("value")
        .where("name", "=", "schema-version")
        .executeTakeFirstOrThrow()
    ).value;
    await setVersion("9999");
    const newer = await ran(where, "doctor");
    const command = await ran(where, "invite", "--programme", "Autumn mentoring");
    await setVersion(held);
    expect([newer.code, newer.out]).toEqual([
      1,
      expect.stringMatching(
        /^wrong +schema: version 9999; this program knows \d+\. Start the newer Oakroom that wrote it$/m,
      ),
    ]);
    expect([command.code, command.err]).toEqual([1, expect.stringMatching(/Start the newer Oakroom that wrote it\.$/)]);
  });
});

describe("settings that are wrong", () => {
  it.each([
    ["OAKROOM_PORT", "eighty", "OAKROOM_PORT must be a whole number from 0 to 65535, for example 8480."],
    ["DATABASE_URL", "mysql://x", "DATABASE_URL must begin with postgres:// or postgresql://."],
    [
      "OAKROOM_DATA",
      "/dev/null/data",
      "The folder /dev/null/data cannot be used. Set OAKROOM_DATA to a folder that this user may write in.",
    ],
  ])("%s=%s", async (name, value, err) => {
    expect(await ran({ ...where, databaseUrl: undefined, env: { [name]: value } }, "invite")).toEqual({
      code: 2,
      out: "",
      err,
    });
  });
});
