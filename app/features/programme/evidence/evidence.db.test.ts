import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { programVersion } from "../../../server/version.ts";
import { evidenceFile } from "./routes.ts";
import { ReadEvidence } from "./schema.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.end());

const record = {
  format: 1,
  version: "0.0.1",
  commit: "0123456789ab",
  node: "v24.0.0",
  at: "2026-10-01T08:00:00.000Z",
  skipped: [],
  tried: [{ suite: "fuzz", part: "slow", runs: 100_000, failed: 0, seed: "7" }],
};
const read = async () => (await server.call(ReadEvidence, {})).answer;
const lies = (text: string) => writeFile(join(server.dataFolder, evidenceFile), text);

describe("what was tried, for anyone", () => {
  it("is nothing where no record lies, and nothing is made up", async () => {
    expect(await read()).toEqual({ current: programVersion, record: null });
  });

  it("is the record as it was written, with its version and seeds, whatever runs here", async () => {
    await lies(JSON.stringify(record));
    expect(await read()).toEqual({ current: programVersion, record });
  });

  it("is nothing where the record cannot be read", async () => {
    for (const text of ["", "{", '{"format":2}', JSON.stringify({ ...record, tried: [{ suite: "magic" }] })]) {
      await lies(text);
      expect((await read()).record).toBeNull();
    }
  });
});
