import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installedTool, root } from "../gates/command.ts";
import { errorsIn, projectNames } from "../gates/types.ts";

// A small copy of the house, in which each kind of file does one thing that it must not be able to do.
let folder: string;

const features = "app/features/programme/people";

const breaches: ReadonlyArray<readonly [project: string, file: string, text: string, error: string]> = [
  ["pure", `${features}/rules.ts`, 'export const x = fetch("/");', "Cannot find name 'fetch'"],
  ["pure", `${features}/schema.ts`, "export const x = process.env;", "Cannot find name 'process'"],
  ["pure", `${features}/text.ts`, "export const x = document.title;", "Cannot find name 'document'"],
  ["pure", `${features}/text.cs.ts`, "setTimeout(() => {}, 1);", "Cannot find name 'setTimeout'"],
  [
    "pure",
    "app/values/id.ts",
    'import { readFileSync } from "node:fs";\nexport const x = readFileSync;',
    "Cannot find name 'node:fs'",
  ],
  [
    "pure",
    "app/features/room/state/fold.ts",
    "export const x = localStorage.length;",
    "Cannot find name 'localStorage'",
  ],
  ["pure", "content/blocks.ts", 'export const x = new Worker("x");', "Cannot find name 'Worker'"],
  [
    "crypto",
    "packages/crypto/key.ts",
    "export const x: CryptoKey = 7;",
    "Type 'number' is not assignable to type 'CryptoKey'",
  ],
  ["crypto", "packages/crypto/seal.ts", "export const x = Buffer.alloc(1);", "Cannot find name 'Buffer'"],
  ["matching", "packages/matching/solve.ts", "export const x = performance.now();", "Cannot find name 'performance'"],
  ["table", "packages/table/read.ts", 'export const x = fetch("/");', "Cannot find name 'fetch'"],
  ["server", `${features}/routes.ts`, "export const x = document.title;", "Cannot find name 'document'"],
  ["server", "app/server/main.ts", "export const x = window.location;", "Cannot find name 'window'"],
  ["server", "app/vault/node/files.ts", "export const x = indexedDB;", "Cannot find name 'indexedDB'"],
  ["web", `${features}/people.tsx`, "export const x = process.env;", "Cannot find name 'process'"],
  [
    "web",
    `${features}/api.ts`,
    'import { readFileSync } from "node:fs";\nexport const x = readFileSync;',
    "Cannot find name 'node:fs'",
  ],
  ["vault", "app/vault/vault.ts", "export const x = document.title;", "Cannot find name 'document'"],
  ["vault", "app/vault/browser/worker.ts", "export const x = process.env;", "Cannot find name 'process'"],
  [
    "tests",
    "app/vault/vault.test.ts",
    "export const x: string = 1;",
    "Type 'number' is not assignable to type 'string'",
  ],
  // The strict flags, in one file of any kind.
  [
    "table",
    "packages/table/index-of.ts",
    "export const x: string = [''][0];",
    "Type 'string | undefined' is not assignable",
  ],
  [
    "table",
    "packages/table/optional.ts",
    "export const x: { a?: string } = { a: undefined };",
    "exactOptionalPropertyTypes",
  ],
  ["table", "packages/table/enum.ts", "export enum X { A }", "erasableSyntaxOnly"],
  [
    "table",
    "packages/table/dot.ts",
    "export const x = (y: Record<string, string>) => y.name;",
    "comes from an index signature",
  ],
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "oakroom-types-"));
  cpSync(join(root, "tools/types"), join(folder, "tools/types"), {
    recursive: true,
    filter: (path) => !path.endsWith(".ts"),
  });
  for (const part of ["package.json", "app/package.json", "packages/crypto/host.d.ts", "app/features/host.d.ts"]) {
    cpSync(join(root, part), join(folder, part));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [, file, text] of breaches) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("each kind of file compiles with what it may use, and no more", () => {
  it.each(projectNames())("%s turns red at every planted breach", async (project) => {
    const config = join(folder, "tools/types", `${project}.json`);
    const { code, output } = await installedTool("typescript/bin/tsc", ["-p", config, "--pretty", "false"], {
      cwd: folder,
    });
    const planted = breaches.filter(([of]) => of === project);
    expect(planted).not.toEqual([]);
    expect(code).not.toBe(0);
    for (const [, file, , error] of planted) expect(errorsIn(output, [file])).toContain(error);
  });
});

describe("what is reported of a place", () => {
  const output = "a/x.ts(1,2): error TS1: one\n  because of this\nb/y.ts(3,4): error TS2: two\n";

  it("is its own errors with their reasons", () => {
    expect(errorsIn(output, ["a"])).toBe("a/x.ts(1,2): error TS1: one\n  because of this");
    expect(errorsIn(output, ["c"])).toBe("");
    expect(errorsIn(output, [])).toContain("b/y.ts");
  });
});
