import { rules } from "../rules.ts";
import type { Tree } from "../tree.ts";

const project = (include: ReadonlyArray<string>, exclude: ReadonlyArray<string> = []) =>
  JSON.stringify({
    include: include.map((glob) => `../../${glob}`),
    exclude: ["**/*.test.ts", "**/testing/**", ...exclude].map((glob) => `../../${glob}`),
  });

const open = "app/features/programme/people";
const sealed = "app/features/room/notes";
const log = "app/features/room/log";

// A small house in which every rule holds, with one file of nearly every kind and the imports that it may have.
const files: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "oakroom", "devDependencies": { "vitest": "5.1.0" } }',
  "app/package.json":
    '{ "name": "@oakroom/app", "dependencies": { "@oakroom/crypto": "0.1.0", "zod": "4.6.7", "preact": "11.2.0", "fastify": "5.12.8", "kysely": "0.29.9" } }',
  "packages/crypto/package.json": '{ "name": "@oakroom/crypto", "dependencies": { "cborg": "6.1.5" } }',
  "package-lock.json": JSON.stringify({
    packages: {
      "": { devDependencies: { vitest: "5.1.0" } },
      app: {
        dependencies: {
          "@oakroom/crypto": "0.1.0",
          zod: "4.6.7",
          preact: "11.2.0",
          fastify: "5.12.8",
          kysely: "0.29.9",
        },
      },
      "packages/crypto": { dependencies: { cborg: "6.1.5" } },
      "node_modules/vitest": { optionalDependencies: { "vitest-linux": "5.1.0" } },
      "node_modules/vitest-linux": {},
    },
  }),
  "docs/dependencies.md": [
    "## In the browser\n| `preact` | screens |",
    "## On the server\n| `fastify` | http |\n| `kysely` | SQL |",
    "## On both sides\n| `zod` | schemas |\n| `cborg` | CBOR |",
    "## To build and test\n| `vitest` | tests |",
  ].join("\n\n"),
  "tools/types/base.json": "{}",
  "tools/types/pure.json": project([
    "packages/*/**/*.ts",
    "app/values/**/*.ts",
    "content/**/*.ts",
    ...["rules", "schema", "text"].map((name) => `app/features/**/${name}.ts`),
    "app/features/room/state/**/*.ts",
  ]),
  "tools/types/server.json": project([
    "app/server/**/*.ts",
    "app/cli/**/*.ts",
    ...["routes", "store", "jobs"].map((name) => `app/features/**/${name}.ts`),
  ]),
  "tools/types/web.json": project([
    "app/web/**/*.ts",
    "app/web/**/*.tsx",
    "app/features/**/*.tsx",
    "app/features/**/api.ts",
  ]),
  "tools/types/vault.json": project(["app/vault/**/*.ts"]),
  "tools/types/tests.json": JSON.stringify({
    include: ["../../**/*.test.ts", "../../**/testing/**/*.ts", "../../tools/**/*.ts"],
  }),

  "packages/crypto/index.ts": 'import "cborg";\nexport { seal } from "./seal.ts";',
  "packages/crypto/seal.ts": "/** Seals. */\nexport const seal = 1;",
  "app/values/id.ts":
    'import * as z from "zod/mini";\n/** An id. */\nexport const Id = z.string();\nexport type Id = z.infer<typeof Id>;',
  "content/blocks.ts": '/** A text. */\nexport const limits = "The programme sees that you are a pair.";',

  [`${open}/README.md`]: "# People\n",
  [`${open}/rules.ts`]:
    'import type { Id } from "../../../values/id.ts";\nimport { seal } from "@oakroom/crypto";\n/** Asks. */\nexport const mayInvite = (id: Id) => seal > id.length;',
  [`${open}/schema.ts`]:
    'import * as z from "zod/mini";\nimport { mayInvite } from "./rules.ts";\n/** A shape. */\nexport const Person = z.string();\n/** Used. */\nexport const used = mayInvite;',
  [`${open}/text.ts`]:
    '/** Words. */\nexport const words = { late: "This one is past its date. Keep it, move it, or drop it?" };',
  [`${open}/store.ts`]:
    'import type { Kysely } from "kysely";\nimport { Person } from "./schema.ts";\nimport { tables } from "../../../server/database/tables.ts";\n/** Reads. */\nexport const read = (db: Kysely<typeof tables>) => [db, Person];',
  [`${open}/routes.ts`]:
    'import { read } from "./store.ts";\nimport { serve } from "../../../server/http/serve.ts";\nimport { randomBytes } from "node:crypto";\n/** Answers. */\nexport const routes = [read, serve, randomBytes];',
  [`${open}/api.ts`]:
    'import { call } from "../../../web/client/call.ts";\nimport { Person } from "./schema.ts";\n/** Calls. */\nexport const fetchPeople = () => call(Person);',
  [`${open}/people.tsx`]:
    'import { h } from "preact";\nimport "./people.css";\nimport { fetchPeople } from "./api.ts";\nimport { Button } from "../../../web/ui/button.tsx";\nimport { words } from "./text.ts";\n/** A screen. */\nexport const People = () => h(Button, { fetchPeople, words });',
  [`${open}/people.css`]: ".people { color: inherit; }",
  [`${open}/rules.test.ts`]:
    'import { it } from "vitest";\nimport { notes } from "../../room/notes/rules.ts";\nit("reads anything", () => notes);',

  [`${log}/README.md`]: "# Log\n",
  [`${log}/schema.ts`]: "/** A shape. */\nexport const Item = 1;",
  [`${log}/routes.ts`]: 'import { Item } from "./schema.ts";\n/** Answers. */\nexport const logRoutes = [Item];',
  [`${log}/keys/schema.ts`]: 'import { Item } from "../schema.ts";\n/** A shape. */\nexport const Bundle = Item;',
  [`${sealed}/README.md`]: "# Notes\n",
  [`${sealed}/rules.ts`]: "/** Folds. */\nexport const notes = { initial: [] };",
  [`${sealed}/notes.tsx`]:
    'import { notes } from "./rules.ts";\nimport type { Opened } from "../state/fold.ts";\nimport { vault } from "../../../vault/vault.ts";\n/** A screen. */\nexport const Notes = (opened: Opened) => [notes, opened, vault];',
  "app/features/room/state/README.md": "# State\n",
  "app/features/room/state/fold.ts":
    'import { notes } from "../notes/rules.ts";\n/** What was opened. */\nexport type Opened = typeof notes;',

  "app/vault/files/releasing.ts": "/** Opens what was handed over. */\nexport const open = 1;\n",
  "app/vault/vault.ts":
    'import { seal } from "@oakroom/crypto";\nimport { Item } from "../features/room/log/schema.ts";\nimport type { Opened } from "../features/room/state/fold.ts";\n/** Keeps keys. */\nexport const vault = (opened: Opened) => [seal, Item, opened];',
  "app/vault/browser/worker.ts": 'import { vault } from "../vault.ts";\n/** Runs. */\nexport const run = vault;',
  "app/web/ui/button.tsx": '/** A button. */\nexport const Button = () => "button";',
  "app/web/client/call.ts": "/** Calls. */\nexport const call = (value: unknown) => value;",
  "app/web/shell/app.tsx":
    'const People = () => import("../../features/programme/people/people.tsx");\nconst worker = new URL("../../vault/browser/worker.ts", import.meta.url);\n/** The app. */\nexport const App = [People, worker];',
  "app/server/main.ts":
    'import { routes } from "../features/programme/people/routes.ts";\nimport { logRoutes } from "../features/room/log/routes.ts";\nimport { serve } from "./http/serve.ts";\nserve(routes, logRoutes);',
  "app/server/http/serve.ts":
    'import { fastify } from "fastify";\nimport { prove } from "../guards/guard.ts";\n/** Serves. */\nexport const serve = (...routes: unknown[]) => [fastify, prove, routes];',
  "app/server/guards/guard.ts":
    'import { tables } from "../database/tables.ts";\n/** Proves. */\nexport const prove = () => tables;',
  "app/server/database/tables.ts": "/** Tables. */\nexport const tables = {};",
  "app/cli/main.ts": 'import { read } from "../features/programme/people/store.ts";\nread;',
};

/** The small house with some files changed, added or, with `undefined`, taken away. */
export function house(changes: Readonly<Record<string, string | undefined>> = {}): Tree {
  const tree = new Map(Object.entries(files));
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) tree.delete(path);
    else tree.set(path, text);
  }
  return tree;
}

/** One of its files, to be changed. */
export function textOf(path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`The house has no ${path}`);
  return text;
}

/** A file of the house with one more import. */
export function plus(path: string, specifier: string): Record<string, string> {
  return { [path]: `import "${specifier}";\n${textOf(path)}` };
}

/** All that is wrong with a house, as "rule: file: message". */
export function wrongWith(tree: Tree): string[] {
  return rules.flatMap(({ name, find }) => find(tree).map(({ file, message }) => `${name}: ${file}: ${message}`));
}
