import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { root } from "./command.ts";
import { close, runGates, sum } from "./run.ts";
import { testGate } from "./tests.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "oakroom-counts-"));
  mkdirSync(join(cwd, "app"));
  cpSync(join(root, "vitest.config.ts"), join(cwd, "vitest.config.ts"));
  symlinkSync(join(root, "node_modules"), join(cwd, "node_modules"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function plant(name: string, body: string): void {
  writeFileSync(join(cwd, "app", name), `import { expect, it } from "vitest";\n${body}\n`);
}

const passes = 'it("passes", () => expect(1).toBe(1));';

it("counts each test and each file that cannot be loaded, and tells of those that skip themselves", async () => {
  plant("good.test.ts", passes);
  plant("bad.test.ts", `${passes}\nit("fails", () => expect(1).toBe(2));`);
  plant("unloadable.test.ts", 'import "./gone.ts";');
  plant("skipped.test.ts", `${passes}\nit.skipIf(true)("elsewhere", () => expect(1).toBe(1));`);
  const verdict = await testGate({ name: "x", projects: ["unit"], cwd }).run();
  expect(verdict).toMatchObject({ passed: 3, failed: 2, seen: "4 tests in 4 files, 1 skipped" });
  expect(verdict.detail).toMatch(/gone\.ts/);
});

it("begins what it shows with what failed, however much was said before", async () => {
  const chatter = "for (let line = 0; line < 500; line += 1) console.warn(`said ${line}`);";
  plant("bad.test.ts", `${chatter}\n${passes}\nit("fails", () => expect(1).toBe(2));`);
  const { detail } = await testGate({ name: "x", projects: ["unit"], cwd }).run();
  const lines = detail.split("\n");
  expect(lines[0]).toContain("Failed Tests 1");
  expect(lines.slice(0, 20).join("\n")).toContain("bad.test.ts");
});

it("shows why tests skipped themselves, once each, when all others pass", async () => {
  const told = 'console.warn("Skipped: there is no such thing here.");';
  for (const name of ["a", "b"])
    plant(`${name}.test.ts`, `${told}\n${passes}\nit.skipIf(true)("with it", () => expect(1).toBe(1));`);
  const verdict = await testGate({ name: "x", projects: ["unit"], cwd }).run();
  expect(verdict).toMatchObject({ passed: 2, failed: 0, detail: "Skipped: there is no such thing here." });
});

it("counts a test that is only promised as a failure", async () => {
  plant("promised.test.ts", `${passes}\nit.todo("later");`);
  expect(await testGate({ name: "x", projects: ["unit"], cwd }).run()).toMatchObject({ passed: 1, failed: 1 });
});

it("fails on an error outside every test", async () => {
  plant("late.test.ts", `${passes}\nvoid Promise.reject(new Error("nobody waited"));`);
  const verdict = await testGate({ name: "x", projects: ["unit"], cwd }).run();
  expect(verdict).toMatchObject({ passed: 1, failed: 1, detail: expect.stringContaining("nobody waited") });
});

it("fails when it finds no test at all", async () => {
  const verdict = await testGate({ name: "x", projects: ["slow"], cwd }).run();
  expect(verdict).toMatchObject({ passed: 0, failed: 1 });
});

it("runs database tests for the engine of their project, and slow ones apart", async () => {
  plant("store.db.test.ts", 'it("knows", () => expect(process.env["OAKROOM_TEST_ENGINE"]).toBe("sqlite"));');
  plant("fuzz.slow.test.ts", passes);
  const run = (project: "unit" | "slow" | "sqlite") => testGate({ name: "x", projects: [project], cwd }).run();
  expect(await run("sqlite")).toMatchObject({ passed: 1, failed: 0 });
  expect(await run("slow")).toMatchObject({ passed: 1, failed: 0 });
  expect(await run("unit")).toMatchObject({ passed: 0, failed: 1 });
});

it("adds up what gates found, a gate that throws included", async () => {
  const good = { name: "good", run: async () => ({ passed: 4, failed: 0, seen: "", detail: "" }) };
  const thrown = { name: "thrown", run: () => Promise.reject(new Error("it broke")) };
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  close(sum(await runGates([good, thrown], 2), { passed: 1, failed: 0 }));
  const written = write.mock.calls.map(([text]) => String(text));
  write.mockRestore();
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
  expect(written.at(-1)).toBe("5 passed, 1 failed\n");
  expect(written.join("")).toContain("it broke");
});

it("names what passed at its second attempt, and fails what never passes", async () => {
  const stalls = 'let tries = 0;\nit("stalls once", () => expect(tries++).toBe(1));';
  plant("stalls.slow.test.ts", stalls);
  plant("bad.slow.test.ts", 'it("fails", () => expect(1).toBe(2));');
  const choice = { name: "x", projects: ["slow"] as const, cwd, env: { CI: "true" } };
  expect(await testGate(choice).run()).toMatchObject({ passed: 1, failed: 1 });
  rmSync(join(cwd, "app", "bad.slow.test.ts"));
  const verdict = await testGate(choice).run();
  expect(verdict).toMatchObject({ passed: 1, failed: 0 });
  expect(verdict.detail).toMatch(/^passed at the second attempt: .*stalls\.slow\.test\.ts: stalls once: /);
});
