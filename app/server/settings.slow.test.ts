import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "./database/testing.ts";
import { endPrograms, startProgram } from "./testing/process.ts";

let place: FreshDatabase;

beforeEach(async () => {
  place = await freshDatabase("sqlite");
});

afterEach(async () => {
  await endPrograms();
  await place.end();
});

const settings = (more: Readonly<Record<string, string>> = {}) => ({
  OAKROOM_DATA: place.dataFolder,
  OAKROOM_PORT: "0",
  ...more,
});

describe("what cannot start says so in one line", () => {
  it.each([
    ["OAKROOM_PORT", "eighty", /^OAKROOM_PORT must be a whole number/],
    ["OAKROOM_PORT", "65536", /^OAKROOM_PORT must be a whole number/],
    ["OAKROOM_PORT", "-1", /^OAKROOM_PORT must be a whole number/],
    ["OAKROOM_HOST", "203.0.113.77", /^OAKROOM_HOST is 203\.0\.113\.77, which is no address of this machine\./],
    ["OAKROOM_DATA", "/dev/null/data", /^The folder \/dev\/null\/data cannot be used\. Set OAKROOM_DATA/],
    ["OAKROOM_DATA", "/proc/oakroom/data", /^The folder \/proc\/oakroom\/data cannot be used\. Set OAKROOM_DATA/],
    ["OAKROOM_ORIGIN", "mentoring.example.org", /^OAKROOM_ORIGIN must be an address without a path/],
    ["OAKROOM_ORIGIN", "https://example.org/oakroom", /^OAKROOM_ORIGIN must be an address without a path/],
    ["OAKROOM_ORIGIN", "ftp://example.org", /^OAKROOM_ORIGIN must be an address without a path/],
    ["OAKROOM_SMTP_URL", "mail.example.org", /^OAKROOM_SMTP_URL must begin with smtp:\/\/ or smtps:\/\//],
    ["OAKROOM_SMTP_URL", "smtp://", /^OAKROOM_SMTP_URL must name a host/],
    ["OAKROOM_MAIL_FROM", "nobody", /^OAKROOM_MAIL_FROM must be an address/],
    ["OAKROOM_PROXY", "my-proxy", /^OAKROOM_PROXY must hold addresses or ranges/],
    ["OAKROOM_PROXY", "10.0.0.0/99", /^OAKROOM_PROXY must hold addresses or ranges/],
    ["OAKROOM_ENDED_ROOM_DAYS", "7", /^OAKROOM_ENDED_ROOM_DAYS must be a whole number of days from 90 to 3650/],
    ["OAKROOM_BACKUP_DAYS", "a week", /^OAKROOM_BACKUP_DAYS must be a whole number of days/],
    ["OAKROOM_LOG", "loud", /^OAKROOM_LOG must be one of/],
    ["DATABASE_URL", "mysql://localhost/oakroom", /^DATABASE_URL must begin with postgres:\/\/ or postgresql:\/\//],
    ["DATABASE_URL", "oakroom", /^DATABASE_URL must begin with postgres:\/\/ or postgresql:\/\//],
  ])("%s=%s", async (name, value, line) => {
    const program = startProgram(settings({ [name]: value }));
    expect([await program.ended(), program.out]).toEqual([2, ""]);
    expect(program.err).toMatch(line);
    expect(program.err.trim().split("\n")).toHaveLength(1);
  });

  it("a port that is in use", async () => {
    const taken = createServer();
    taken.listen(28_478, "127.0.0.1");
    await once(taken, "listening");
    const program = startProgram(settings({ OAKROOM_PORT: "28478" }));
    expect([await program.ended(), program.err]).toEqual([
      1,
      "Port 28478 is in use. Set OAKROOM_PORT to another one, or stop what uses it.\n",
    ]);
    taken.close();
  });

  it("a folder that is a file, or belongs to somebody else", async () => {
    const file = join(place.dataFolder, "data");
    writeFileSync(file, "");
    const program = startProgram(settings({ OAKROOM_DATA: file }));
    expect([await program.ended(), program.err]).toEqual([
      2,
      `The folder ${file} cannot be used. Set OAKROOM_DATA to a folder that this user may write in.\n`,
    ]);
    expect(readFileSync(file, "utf8")).toBe("");
  });

  it("a database file that is none", async () => {
    writeFileSync(join(place.dataFolder, "oakroom.db"), "x".repeat(10_000));
    const program = startProgram(settings());
    expect([await program.ended(), program.err]).toEqual([
      1,
      expect.stringMatching(/^The database in \S+ cannot be read\. Bring a backup back/),
    ]);
  });
});
