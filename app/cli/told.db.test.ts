import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { setUp } from "../features/programme/programmes/testing.ts";
import { type TestServer, testServer } from "../server/testing.ts";
import { ran } from "./testing.ts";

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), "oakroom-told-"));

beforeAll(async () => {
  server = await testServer();
  await setUp(server, "Marta Nowak");
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.end();
});

const where = () => ({ dataFolder: server.dataFolder, databaseUrl: server.app.config.databaseUrl, folder });

it("what is the same of many lines is said once, with where it stands", async () => {
  writeFileSync(
    join(folder, "many.csv"),
    "name;email;role\nA;same;mentor\nB;same;mentor\nC;same;mentor\nD;d@northwind.example;mentor\n",
  );
  const { out } = await ran(where(), "import", "many.csv", "--dry-run");
  expect(out.split("\n")[0]).toMatch(
    /^line 2, column 2 \(email\): .same. is not an e-mail address\. .+ \(also on lines 3, 4\)$/,
  );
});

it("a mistyped setting is told by doctor", async () => {
  const { out } = await ran({ ...where(), env: { OAKROOM_ORGIN: "http://localhost" } }, "doctor");
  expect(out).toMatch(/^look +settings: there is no setting OAKROOM_ORGIN\. Did you mean OAKROOM_ORIGIN\?$/m);
});

it("doctor makes no folder where there is none", async () => {
  const dataFolder = join(folder, "empty");
  const { out } = await ran({ dataFolder }, "doctor");
  expect(out).toMatch(/^look +disk: .+empty is not there yet; the first start makes it$/m);
  expect(existsSync(dataFolder)).toBe(false);
});

it("version says which Oakroom this is", async () => {
  expect((await ran(where(), "version")).out).toMatch(/^Oakroom \d+\.\d+\.\d+\S*, Node v\d+/);
});
