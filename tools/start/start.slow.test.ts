import { spawn, type ChildProcessByStdio } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

// A copy of the starter in a folder of its own, with an npm that only writes down that it was called.
let root: string;

const fakeNpm = `
  const { appendFileSync, mkdirSync, writeFileSync } = require("node:fs");
  const verb = process.argv.slice(2).find((word) => !word.startsWith("--"));
  appendFileSync("calls", verb + "\\n");
  if (verb === "ci" && process.env.FAKE_NPM === "offline") {
    console.error("npm error code ENOTFOUND\\nnpm error network request failed");
    process.exit(1);
  }
  if (verb === "ci") {
    mkdirSync("node_modules", { recursive: true });
    setTimeout(() => writeFileSync("node_modules/whole", ""), 300);
  }
  if (verb === "exec") console.log(process.env.FAKE_NODE);
`;

const program = `
  import { existsSync } from "node:fs";
  if (!existsSync("node_modules/whole")) process.exit(9);
  const signals = [];
  process.on("SIGTERM", () => signals.push("SIGTERM"));
  process.on("SIGINT", () => { signals.push("SIGINT"); });
  const [mode, ...rest] = process.argv.slice(2);
  if (mode === "wait") {
    setInterval(() => { if (signals.length > 0) { console.log("got " + signals.join()); process.exit(0); } }, 100);
    console.log("pid " + process.pid);
  } else {
    console.log("args " + JSON.stringify(rest));
    process.exit(Number(mode));
  }
`;

// What npm is to us: a process with a shell below it, in which we run; the shell stays for a last word of its own.
const npmAndShell = `
  const [node, start] = process.argv.slice(1);
  require("node:child_process").spawn("sh", ["-c", node + " " + start + " oakroom wait; true"], { stdio: "inherit" });
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "oakroom-start-"));
  mkdirSync(join(root, "app/cli"), { recursive: true });
  mkdirSync(join(root, "tools"));
  cpSync(join(import.meta.dirname, "../../start.mjs"), join(root, "start.mjs"));
  cpSync(import.meta.dirname, join(root, "tools/start"), { recursive: true });
  writeFileSync(
    join(root, "package.json"),
    JSON.stringify({ type: "module", engines: { node: "^22.22.2 || ^24.15.0 || >=26.0.0" } }),
  );
  writeFileSync(join(root, "package-lock.json"), "{}");
  writeFileSync(join(root, "npm-cli.cjs"), fakeNpm);
  writeFileSync(join(root, "app/cli/main.ts"), program);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Started = ChildProcessByStdio<null, Readable, Readable>;

function begin(args: ReadonlyArray<string>, env: NodeJS.ProcessEnv = {}): Started {
  const { npm_lifecycle_event: _, ...own } = process.env;
  return spawn(process.execPath, [join(root, "start.mjs"), ...args], {
    env: { ...own, npm_execpath: join(root, "npm-cli.cjs"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ended(child: Started): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => (stdout += data));
  child.stderr.on("data", (data) => (stderr += data));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}

/** Resolves with the pid that the waiting program prints. */
function pidOf(child: Started): Promise<number> {
  return new Promise((resolve) =>
    child.stdout.on("data", (data) => {
      const found = /pid (\d+)/.exec(String(data));
      if (found !== null) resolve(Number(found[1]));
    }),
  );
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const calls = () => readFileSync(join(root, "calls"), "utf8").trim().split("\n");

describe("starting Oakroom", () => {
  it("installs once, passes arguments and the exit code, and is quiet the second time", async () => {
    const first = await ended(begin(["oakroom", "7", "import", "a b.csv", "--json"]));
    expect(first).toMatchObject({ code: 7, stdout: 'args ["import","a b.csv","--json"]\n' });
    expect(first.stderr).toContain("Installing");
    const second = await ended(begin(["oakroom", "0"]));
    expect(second).toEqual({ code: 0, stdout: "args []\n", stderr: "" });
    expect(calls()).toEqual(["ci"]);
  });

  it("installs again when the lockfile changes", async () => {
    await ended(begin(["oakroom", "0"]));
    writeFileSync(join(root, "package-lock.json"), "{ }");
    await ended(begin(["oakroom", "0"]));
    expect(calls()).toEqual(["ci", "ci"]);
  });

  it("two starts at once install once, and neither runs before it is whole", async () => {
    const both = await Promise.all([ended(begin(["oakroom", "3"])), ended(begin(["oakroom", "4"]))]);
    expect(both.map(({ code }) => code)).toEqual([3, 4]);
    expect(calls()).toEqual(["ci"]);
  });

  it("says in one line that the registry is out of reach", async () => {
    const { code, stderr } = await ended(begin(["oakroom", "0"], { FAKE_NPM: "offline" }));
    expect(code).toBe(1);
    expect(stderr.trim().split("\n").at(-1)).toMatch(/no way to the package registry \(ENOTFOUND\)/);
    expect(existsSync(join(root, ".oakroom/starting"))).toBe(false);
  });

  it("says in one line that there is no such verb, and that there is nothing to build", async () => {
    expect(await ended(begin(["strat"]))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^There is no "strat".*\n$/),
    });
    const { code, stderr } = await ended(begin(["start"]));
    expect(code).toBe(2);
    expect(stderr).toMatch(/no web app to build\.\n$/);
  });
});

describe("stopping Oakroom", () => {
  it("passes one Ctrl-C on once, though terminal and npm both send it", async () => {
    const child = begin(["oakroom", "wait"]);
    const end = ended(child);
    await pidOf(child);
    child.kill("SIGINT");
    child.kill("SIGINT");
    expect(await end).toMatchObject({ code: 0, stdout: expect.stringContaining("got SIGINT\n") });
  });

  it("passes SIGTERM on and ends as the program ends", async () => {
    const child = begin(["oakroom", "wait"]);
    const end = ended(child);
    const pid = await pidOf(child);
    child.kill("SIGTERM");
    expect(await end).toMatchObject({ code: 0, stdout: expect.stringContaining("got SIGTERM\n") });
    await gone(pid);
  });

  it("leaves no program behind when it is killed outright", async () => {
    const child = begin(["oakroom", "wait"]);
    const pid = await pidOf(child);
    child.kill("SIGKILL");
    await gone(pid);
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  it("leaves no program behind when npm is killed and its shell lives on", async () => {
    const { npm_lifecycle_event: _, ...own } = process.env;
    const script = `"${process.execPath}" -e '${npmAndShell}' "${process.execPath}" "${join(root, "start.mjs")}"`;
    const env = { ...own, npm_execpath: join(root, "npm-cli.cjs"), npm_lifecycle_event: "oakroom" };
    const npm = spawn(`exec ${script}`, { shell: true, env, stdio: ["ignore", "pipe", "pipe"] });
    const pid = await pidOf(npm);
    npm.kill("SIGKILL");
    await gone(pid);
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  it("tells of a program that a signal ended as a shell does", async () => {
    const child = begin(["oakroom", "wait"]);
    const end = ended(child);
    process.kill(await pidOf(child), "SIGKILL");
    expect(await end).toMatchObject({ code: 137 });
  });
});
