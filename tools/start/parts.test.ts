import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint, filesBelow } from "./fingerprint.mjs";
import { holdsAll } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { explainNpm } from "./trouble.mjs";
import { suits } from "./versions.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "oakroom-start-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("which Node suits", () => {
  const engines = "^22.22.2 || ^24.15.0 || >=26.0.0";
  it.each([
    ["v20.20.2", false],
    ["v22.22.1", false],
    ["v22.22.2", true],
    ["v22.30.0", true],
    ["v23.11.0", false],
    ["v24.14.9", false],
    ["v24.15.0", true],
    ["v25.9.0", false],
    ["v26.0.0", true],
    ["v31.1.0", true],
  ])("%s: %s", (version, answer) => {
    expect(suits(version, engines)).toBe(answer);
  });

  it("refuses a form of range that it does not know, instead of guessing", () => {
    expect(() => suits("v24.15.0", "~24.15.0")).toThrow("form");
  });
});

describe("what npm's failure means", () => {
  it.each([
    ["npm error code ENOTFOUND\nnpm error network request failed", /no way to the package registry \(ENOTFOUND\)/],
    ["npm error code ENOSPC\nnpm error nospc", /disk is full/],
    ["npm error code EACCES\nnpm error syscall mkdir", /may not write to the folder \(EACCES\)/],
    [
      "npm warn x\nnpm error code EUSAGE\nnpm error\nnpm error The lockfile is out of step",
      /: The lockfile is out of step$/,
    ],
    ["", /npm said nothing$/],
  ])("%j", (output, line) => {
    const said = explainNpm("install what it needs", output);
    expect(said).toMatch(line);
    expect(said).not.toContain("\n");
  });
});

describe("whether node_modules already holds what the lockfile asks for", () => {
  const wanted = {
    "": { version: "0.1.0" },
    app: { version: "0.1.0" },
    "node_modules/@oakroom/app": { resolved: "app", link: true },
    "node_modules/zod": { version: "4.6.7", integrity: "sha512-a" },
    "node_modules/only-on-windows": { version: "1.0.0", integrity: "sha512-b", optional: true },
  };
  const { "": _, "node_modules/only-on-windows": __, ...present } = wanted;

  it("does, when all is there but what this machine cannot use", () => {
    expect(holdsAll(wanted, present)).toBe(true);
  });
  it.each([
    ["a package is missing", (({ "node_modules/zod": ___, ...rest }) => rest)(present)],
    ["a version differs", { ...present, "node_modules/zod": { version: "4.6.6", integrity: "sha512-a" } }],
    ["the content differs", { ...present, "node_modules/zod": { version: "4.6.7", integrity: "sha512-x" } }],
    ["a package is left over", { ...present, "node_modules/left-pad": { version: "1.0.0" } }],
    ["a link leads elsewhere", { ...present, "node_modules/@oakroom/app": { resolved: "old", link: true } }],
  ])("does not, when %s", (_story, there) => {
    expect(holdsAll(wanted, there)).toBe(false);
  });
});

describe("the fingerprint of files", () => {
  it("changes with a name, a content and a word, and with nothing else", () => {
    mkdirSync(join(folder, "a/node_modules"), { recursive: true });
    writeFileSync(join(folder, "a/one"), "1");
    writeFileSync(join(folder, "a/node_modules/hidden"), "never looked at");
    const files = filesBelow(folder, ["a", "missing"], () => true);
    expect(files).toEqual(["a/one"]);
    const first = fingerprint(folder, files);
    utimesSync(join(folder, "a/one"), new Date(0), new Date(0));
    expect(fingerprint(folder, files)).toBe(first);
    expect(fingerprint(folder, files, ["arm64"])).not.toBe(first);
    writeFileSync(join(folder, "a/one"), "2");
    expect(fingerprint(folder, files)).not.toBe(first);
  });
});

describe("the lock", () => {
  it("lets one work at a time and says once that the other waits", async () => {
    const lock = join(folder, ".oakroom", "starting");
    const waits: string[] = [];
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const first = withLock(lock, { onWait: () => waits.push("first") }, async () => {
      await mayEnd;
      return "done";
    });
    let entered = false;
    const second = withLock(
      lock,
      {
        onWait: () => {
          waits.push("second");
          end();
        },
      },
      async () => {
        entered = true;
      },
    );
    expect(entered).toBe(false);
    expect(await first).toBe("done");
    await second;
    expect(entered).toBe(true);
    expect(waits).toEqual(["second"]);
    expect(readdirSync(join(folder, ".oakroom"))).toEqual([]);
  });

  it.each(["died inside", "died before it wrote its name"])("breaks the lock of one who %s", async (story) => {
    const lock = join(folder, "starting");
    mkdirSync(lock);
    const owner = story === "died inside" ? join(lock, "owner") : lock;
    if (story === "died inside") writeFileSync(owner, "1");
    utimesSync(owner, new Date(0), new Date(0));
    expect(await withLock(lock, { onWait: () => {} }, async () => "in")).toBe("in");
  });

  it("gives way when the work fails, and says why it cannot be made at all", async () => {
    const lock = join(folder, "starting");
    await expect(withLock(lock, { onWait: () => {} }, () => Promise.reject(new Error("no room")))).rejects.toThrow(
      "no room",
    );
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, "file"), "");
    await expect(withLock(join(folder, "file", "starting"), { onWait: () => {} }, async () => 1)).rejects.toThrow(
      /ENOTDIR|EEXIST/,
    );
  });
});
