import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as z from "zod/mini";
import { afterAll, beforeAll, expect, it } from "vitest";
import { installedTool, root } from "../gates/command.ts";

const Report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

let folder: string;
let found: ReadonlySet<string>;

const features = "app/features/programme/people";
const long = (lines: number) => Array.from({ length: lines }, (_, line) => `  use(${line});`).join("\n");

const breaches: ReadonlyArray<readonly [rule: string, file: string, text: string]> = [
  ["import(no-cycle)", "app/values/ring.ts", 'import type { B } from "./back.ts";\nexport type A = B;'],
  ["import(no-cycle)", "app/values/back.ts", 'import type { A } from "./ring.ts";\nexport type B = A;'],
  ["import(no-default-export)", `${features}/all.tsx`, "export default 1;"],
  ["typescript(no-explicit-any)", "app/values/any.ts", "export const x: any = 1;"],
  ["typescript(no-non-null-assertion)", "app/values/bang.ts", "export const x = (y?: string) => y!;"],
  ["typescript(consistent-type-assertions)", `${features}/rules.ts`, "export const x = (y: unknown) => y as string;"],
  ["typescript(consistent-type-assertions)", "app/server/guard.ts", "export const x = (y: unknown) => <string>y;"],
  ["typescript(no-floating-promises)", "app/server/float.ts", "const p = async () => 1;\np();"],
  ["typescript(no-misused-promises)", "app/server/misuse.ts", "export const x = (p: Promise<boolean>) => (p ? 1 : 2);"],
  ["typescript(no-unsafe-return)", "app/server/parse.ts", 'export const x = (): string => JSON.parse("1");'],
  [
    "typescript(switch-exhaustiveness-check)",
    "app/values/word.ts",
    'export function x(y: "a" | "b") {\n  switch (y) {\n    case "a":\n      return 1;\n  }\n  return 2;\n}',
  ],
  ["eslint(no-restricted-properties)", `${features}/schema.ts`, "export const x = Date.now();"],
  ["eslint(no-restricted-properties)", "packages/matching/chance.ts", "export const x = Math.random();"],
  ["eslint(no-restricted-globals)", "app/features/room/state/fold.ts", "export const x = () => crypto;"],
  ["eslint(no-console)", `${features}/api.ts`, 'console.log("x");'],
  ["eslint(no-warning-comments)", "app/values/later.ts", `// ${["TO", "DO"].join("")}: later\nexport const x = 1;`],
  ["eslint(eqeqeq)", "app/values/loose.ts", "export const x = (y: string) => y == 'a';"],
  [
    "eslint(no-await-in-loop)",
    "app/server/loop.ts",
    "export async function x(y: Promise<number>[]) {\n  for (const z of y) await z;\n}",
  ],
  ["eslint(max-lines)", "app/values/long.ts", `declare const use: (line: number) => void;\n${long(300)}`],
  [
    "eslint(max-lines-per-function)",
    "app/values/tall.ts",
    `declare const use: (line: number) => void;\nexport function x() {\n${long(51)}\n}`,
  ],
  [
    "vitest(no-disabled-tests)",
    "app/values/id.test.ts",
    'import { it, expect } from "vitest";\nit.skip("later", () => expect(1).toBe(1));',
  ],
  [
    "vitest(no-focused-tests)",
    "app/values/day.test.ts",
    'import { it, expect } from "vitest";\nit.only("first", () => expect(1).toBe(1));',
  ],
  ["vitest(expect-expect)", "app/values/no.test.ts", 'import { it } from "vitest";\nit("says nothing", () => {});'],
];

const allowed: ReadonlyArray<readonly [story: string, file: string, text: string]> = [
  [
    "a brand is made in values",
    "app/values/brand.ts",
    "export const x = (y: string) => y as string & { readonly brand: true };",
  ],
  [
    "a test is long and skips over types",
    "app/values/tall.test.ts",
    `import { it, expect } from "vitest";\nit("tells", () => {\n  const use: (line: number) => void = JSON.parse("1");\n${long(60)}\n  expect(1).toBe(1);\n});`,
  ],
  ["`as const` narrows", `${features}/text.ts`, 'export const x = ["a"] as const;'],
  ["the server reads the clock", "app/server/clock.ts", "export const x = () => Date.now();"],
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "oakroom-lint-"));
  cpSync(join(root, "oxlint.config.ts"), join(folder, "oxlint.config.ts"));
  cpSync(join(root, "tsconfig.json"), join(folder, "tsconfig.json"));
  cpSync(join(root, "tools/types"), join(folder, "tools/types"), {
    recursive: true,
    filter: (path) => !path.endsWith(".ts"),
  });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [, file, text] of [...breaches, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  }
  const { stdout } = await installedTool("oxlint/bin/oxlint", ["--format=json", "app", "packages"], { cwd: folder });
  found = new Set(Report.parse(JSON.parse(stdout)).diagnostics.map(({ code, filename }) => `${filename} ${code}`));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(breaches)("%s turns red in %s", (rule, file) => {
  expect(found).toContain(`${file} ${rule}`);
});

it.each(allowed)("stays green when %s", (_story, file) => {
  expect([...found].filter((line) => line.startsWith(`${file} `))).toEqual([]);
});
