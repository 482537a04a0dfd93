import { describe, expect, it } from "vitest";
import { browserDependencies } from "./dependencies.ts";
import { house, plus, textOf, wrongWith } from "./testing/house.ts";

const people = "app/features/programme/people";
const doc = "/** Told. */\n";

describe("files, names and comments", () => {
  it.each([
    ["a feature has a word of its own", { [`${people}/validators.ts`]: "" }, "is no word of a feature's vocabulary"],
    ["a file lies beside the features", { "app/features/programme/list.tsx": "" }, "lies beside the features"],
    ["a style has no screen", { [`${people}/other.css`]: "" }, "is the style of no screen"],
    ["a feature says nothing of itself", { [`${people}/README.md`]: undefined }, "is missing: what the feature is"],
    ["a feature says too much of itself", { [`${people}/README.md`]: "x\n".repeat(41) }, "has 41 lines, at most 40"],
    ["a folder is a drawer", { "app/values/utils/x.ts": "" }, '"utils" names a drawer'],
    ["a file is a drawer", { "packages/crypto/helpers.ts": "" }, '"helpers" names a drawer'],
    ["a name is not in kebab-case", { "packages/crypto/sealItem.ts": "" }, "is not in kebab-case"],
    [
      "a file passes on everything of another",
      { "packages/crypto/all.ts": 'export * from "./seal.ts";' },
      "passes on everything",
    ],
    [
      "a file only passes on",
      { "packages/crypto/all.ts": 'export { seal } from "./seal.ts";' },
      "only passes on what others export",
    ],
    [
      "an export says nothing",
      { "packages/crypto/more.ts": "export function open() {}" },
      "exports open without a doc comment",
    ],
    [
      "a comment is no doc comment",
      { "packages/crypto/more.ts": "// Opens.\nexport const open = 1;" },
      "exports open without a doc comment",
    ],
    [
      "a rule is switched off without a reason",
      { "packages/crypto/more.ts": "// oxlint-disable-next-line no-var\nvar x = 1;" },
      "without a reason",
    ],
    [
      "a pure part reads the clock",
      { "packages/crypto/more.ts": "const now = new Date();" },
      "new Date() reads the clock",
    ],
    [
      "a pure part reads the clock as text",
      { [`${people}/rules.ts`]: "const now = Date();" },
      "Date() reads the clock",
    ],
    ["no compiler looks at a file", { "start.mjs": "" }, "is checked by no compiler project"],
    [
      "two compilers look at a file",
      { "tools/types/vault.json": textOf("tools/types/vault.json").replace("app/vault/", "app/{vault,cli}/") },
      "is checked by tools/types/server.json and tools/types/vault.json",
    ],
    [
      "a package brings a compiler project",
      { "packages/crypto/tsconfig.json": "{}" },
      "is a compiler project outside of tools/types",
    ],
  ])("turns red when %s", (_story, changes, message) => {
    expect(wrongWith(house(changes))).toContainEqual(expect.stringContaining(message));
  });

  it.each([
    ["a reason follows the switch", "// oxlint-disable-next-line no-var -- the host declares it so\nvar x = 1;"],
    [
      "a reason stands on the line above",
      "// The host declares it so.\n// oxlint-disable-next-line no-var\nvar x = 1;",
    ],
    ["a time is given", "const day = new Date(0);"],
    ["one comment tells of a schema and its type", `${doc}export const X = 1;\nexport type X = typeof X;`],
    ["a late chunk passes on a name of an outside package", 'export { encode } from "cborg";'],
  ])("stays green when %s", (_story, text) => {
    expect(wrongWith(house({ "packages/crypto/more.ts": text }))).toEqual([]);
  });
});

describe("words", () => {
  const home = ["", "home", "ana", "oakroom"].join("/");
  const host = ["registry", "npmjs", "org"].join(".");

  it.each([
    ["a file names somebody's folder", { "docs/x.md": `See ${home}/notes.` }, `names ${home.slice(0, 9)}`],
    ["a file names a Windows folder", { "docs/x.md": ["C:", "Users", "ana"].join("\\") }, "names C:"],
    [
      "the lockfile names a registry",
      { "package-lock.json": `{ "packages": {}, "resolved": "https://${host}/zod" }` },
      `names ${host}`,
    ],
    [
      "a text promises too much",
      { [`${people}/text.ts`]: `${doc}export const a = "This is completely confidential.";` },
      'says "completely confidential"',
    ],
    [
      "a screen promises too much",
      { [`${people}/people.tsx`]: `${doc}export const P = () => <p>Only you can read this</p>;` },
      'says "Only you can read"',
    ],
    [
      "a text promises a wall that nobody climbs",
      { [`${people}/text.ts`]: `${doc}export const a = "A room that nobody else can open.";` },
      'says "nobody else can open"',
    ],
    [
      "a text promises what no one can keep",
      { [`${people}/text.ts`]: `${doc}export const a = "No one else can read it.";` },
      'says "No one else can read"',
    ],
    [
      "a text names the only readers",
      { [`${people}/text.ts`]: `${doc}export const a = "Only the two of you can see this.";` },
      'says "Only the two of"',
    ],
    [
      "a text speaks like an advertisement",
      { [`${people}/text.ts`]: `${doc}export const a = "Your notes are 100 % secure.";` },
      'says "100 % secure"',
    ],
    [
      "a text knows one and many alone",
      { [`${people}/text.ts`]: `${doc}export const a = (n: number) => (n === 1 ? "a person" : \`\${n} people\`);` },
      "chooses words by whether a number is 1",
    ],
    [
      "a text scolds",
      { [`${people}/text.ts`]: `${doc}export const a = (n: number) => \`\${n} Overdue!\`;` },
      'says "Overdue"',
    ],
    ["guidance scolds", { "content/en/sessions.md": "You missed again." }, 'says "missed again"'],
    [
      "a text counts days in a row",
      { [`${people}/text.ts`]: `${doc}export const a = "A streak of 5!";` },
      'says "streak"',
    ],
    [
      "a text gives marks to a person",
      { [`${people}/text.ts`]: `${doc}export const a = "Your score";` },
      'says "Your score"',
    ],
  ])("turns red when %s", (_story, changes, message) => {
    expect(wrongWith(house(changes))).toContainEqual(expect.stringContaining(message));
  });

  it("leaves addresses of the web and of a server's own folders alone", () => {
    expect(
      wrongWith(house({ "docs/x.md": "https://example.org/home/page, /var/lib/oakroom, $HOME/data, app/work/x" })),
    ).toEqual([]);
  });
});

describe("the lockfile", () => {
  const lockfile = textOf("package-lock.json");

  it.each([
    ["is missing", undefined, "package-lock.json: is missing"],
    [
      "forgets a dependency",
      lockfile.replace('"zod":"4.6.7",', ""),
      "has zod nowhere where app/package.json asks for 4.6.7",
    ],
    ["holds another version", lockfile.replace("6.1.5", "6.1.4"), "has cborg 6.1.4 where packages/crypto/package.json"],
    [
      "leaves a machine out",
      lockfile.replace(',"node_modules/vitest-linux":{}', ""),
      "has no vitest-linux, which node_modules/vitest",
    ],
  ])("turns red when it %s", (_story, text, message) => {
    expect(wrongWith(house({ "package-lock.json": text }))).toContainEqual(expect.stringContaining(message));
  });
});

describe("dependencies", () => {
  const manifest = "app/package.json";
  const many = Array.from({ length: 16 }, (_, index) => `part-${index}`);

  it.each([
    [
      "a version is a range",
      { [manifest]: textOf(manifest).replace("4.6.7", "^4.6.7") },
      "zod is not pinned to one exact version: ^4.6.7",
    ],
    [
      "a dependency has no reason",
      { [manifest]: textOf(manifest).replace('"zod"', '"left-pad": "1.3.0", "zod"') },
      "left-pad stands in no table",
    ],
    [
      "a reason outlives its dependency",
      { [manifest]: textOf(manifest).replace('"zod": "4.6.7",', "") },
      "lists zod, which no package.json asks for",
    ],
    [
      "a dependency is used by nobody",
      { [manifest]: textOf(manifest).replace('"zod"', '"left-pad": "1.3.0", "zod"') },
      "asks for left-pad, which nothing imports",
    ],
    [
      "a package uses what only the app asks for",
      plus("packages/crypto/seal.ts", "zod/mini"),
      "imports zod, which packages/crypto/package.json asks for",
    ],
    [
      "a test uses what nobody asks for",
      plus(`${people}/rules.test.ts`, "left-pad"),
      "imports left-pad, which no package.json asks for",
    ],
    [
      "the browser has sixteen dependencies",
      {
        [manifest]: textOf(manifest).replace('"zod"', `${many.map((name) => `"${name}": "1.0.0", `).join("")}"zod"`),
        "docs/dependencies.md": textOf("docs/dependencies.md").replace(
          "## On the server",
          `${many.map((name) => `| \`${name}\` | why |\n`).join("")}\n## On the server`,
        ),
        "app/web/shell/many.tsx": many.map((name) => `import "${name}";`).join("\n"),
      },
      "the browser has 19 direct dependencies, 15 are allowed",
    ],
  ])("turns red when %s", (_story, changes, message) => {
    expect(wrongWith(house(changes))).toContainEqual(expect.stringContaining(message));
  });

  it("lets the editor have a list of its own, for screens and rules alone", () => {
    const asked = {
      [manifest]: textOf(manifest).replace('"zod"', `${many.map((name) => `"${name}": "1.0.0", `).join("")}"zod"`),
      "docs/dependencies.md": `${textOf("docs/dependencies.md")}\n## In the editor\n\n${many.map((name) => `| \`${name}\` | why |\n`).join("")}`,
    };
    const imports = many.map((name) => `import "${name}";`).join("\n");
    const told = wrongWith(house({ ...asked, "app/features/room/notes/editor.tsx": imports }));
    expect(told.filter((line) => /direct dependencies|may not import part-/.test(line))).toEqual([]);
    const elsewhere = wrongWith(house({ ...asked, "app/server/pages.ts": imports, "app/vault/pages.ts": imports }));
    expect(elsewhere).toContainEqual(expect.stringContaining("server may not import part-0 (editor)"));
    expect(elsewhere).toContainEqual(expect.stringContaining("vault may not import part-0 (editor)"));
  });

  it("counts what the browser reaches through vault, worker and packages, and nothing of the server", () => {
    expect(browserDependencies(house())).toEqual(["cborg", "preact", "zod"]);
  });
});
