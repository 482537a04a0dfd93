import { describe, expect, it } from "vitest";
import { root } from "../gates/command.ts";
import { sourcesOf } from "./source.ts";
import { house, plus, wrongWith } from "./testing/house.ts";
import { readTree } from "./tree.ts";

const people = "app/features/programme/people";
const notes = "app/features/room/notes";
const log = "app/features/room/log";
const doc = "/** Told. */\n";

it("finds nothing wrong with a house that is in order", () => {
  expect(wrongWith(house())).toEqual([]);
});

it("sees the real house: more than no files, and imports between them", () => {
  const sources = [...sourcesOf(readTree(root)).values()];
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.flatMap(({ reaches }) => reaches).length).toBeGreaterThan(sources.length);
});

describe("who may import whom", () => {
  it.each([
    [
      "a package imports a value of the app",
      plus("packages/crypto/seal.ts", "../../app/values/id.ts"),
      "a package knows nothing of app/values/id.ts",
    ],
    [
      "a rule reaches into a package",
      plus(`${people}/rules.ts`, "../../../../packages/crypto/seal.ts"),
      "reaches into packages/crypto/ by a path",
    ],
    [
      "values import a feature",
      plus("app/values/id.ts", "../features/programme/people/rules.ts"),
      "values may not import rules",
    ],
    ["rules import zod", plus(`${people}/rules.ts`, "zod/mini"), "rules may not import zod (both)"],
    ["rules import a store", plus(`${people}/rules.ts`, "./store.ts"), "rules may not import store"],
    ["rules import text", plus(`${people}/rules.ts`, "./text.ts"), "rules may not import text"],
    ["rules import Node", plus(`${people}/rules.ts`, "node:fs"), "rules may not import node:fs (node)"],
    ["a schema imports a store", plus(`${people}/schema.ts`, "./store.ts"), "schema may not import store"],
    [
      "a store imports http",
      plus(`${people}/store.ts`, "../../../server/http/serve.ts"),
      "store may not import server-http",
    ],
    ["a store imports fastify", plus(`${people}/store.ts`, "fastify"), "store may not import fastify (server)"],
    ["routes import a screen", plus(`${people}/routes.ts`, "./people.tsx"), "routes may not import screen"],
    ["routes import preact", plus(`${people}/routes.ts`, "preact"), "routes may not import preact (browser)"],
    ["api imports a store", plus(`${people}/api.ts`, "./store.ts"), "api may not import store"],
    ["a screen imports a store", plus(`${people}/people.tsx`, "./store.ts"), "screen may not import store"],
    ["a screen imports routes", plus(`${people}/people.tsx`, "./routes.ts"), "screen may not import routes"],
    [
      "a screen imports the server",
      plus(`${people}/people.tsx`, "../../../server/database/tables.ts"),
      "screen may not import server-database",
    ],
    [
      "a screen imports a server's package",
      plus(`${people}/people.tsx`, "fastify"),
      "screen may not import fastify (server)",
    ],
    [
      "a screen imports another feature's screen",
      plus(`${people}/people.tsx`, "../../room/notes/notes.tsx"),
      "screen may not import screen",
    ],
    [
      "the vault imports a feature's rules",
      plus("app/vault/vault.ts", "../features/room/notes/rules.ts"),
      "vault may not import rules",
    ],
    [
      "the vault imports a screen part",
      plus("app/vault/vault.ts", "../web/ui/button.tsx"),
      "vault may not import web-ui",
    ],
    [
      "the kit imports a feature",
      plus("app/web/ui/button.tsx", "../../features/programme/people/rules.ts"),
      "web-ui may not import rules",
    ],
    [
      "the client imports a feature",
      plus("app/web/client/call.ts", "../../features/programme/people/api.ts"),
      "web-client may not import api",
    ],
    [
      "the shell imports a store",
      plus("app/web/shell/app.tsx", "../../features/programme/people/store.ts"),
      "web-shell may not import store",
    ],
    [
      "the server's http imports routes",
      plus("app/server/http/serve.ts", "../../features/room/log/routes.ts"),
      "server-http may not import routes",
    ],
    [
      "guards import http",
      plus("app/server/guards/guard.ts", "../http/serve.ts"),
      "server-guards may not import server-http",
    ],
    [
      "main imports a store",
      plus("app/server/main.ts", "../features/programme/people/store.ts"),
      "server-main may not import store",
    ],
    [
      "a command imports routes",
      plus("app/cli/main.ts", "../features/programme/people/routes.ts"),
      "cli may not import routes",
    ],
    [
      "a command imports more of the vault than what reads files",
      plus("app/cli/main.ts", "../vault/vault.ts"),
      "cli may not import vault",
    ],
    [
      "what reads files imports the vault",
      plus("app/vault/files/releasing.ts", "../vault.ts"),
      "vault-files may not import vault",
    ],
    ["something imports a test", plus(`${people}/schema.ts`, "./rules.test.ts"), "schema may not import test"],
    [
      "something imports a tool",
      { ...plus("app/cli/main.ts", "../../tools/x.ts"), "tools/x.ts": "" },
      "cli may not import tool",
    ],
    [
      "a type is imported in passing",
      { [`${people}/rules.ts`]: 'export type { X } from "./store.ts";' },
      "rules may not import store",
    ],
    [
      "a type is named by import()",
      { [`${people}/rules.ts`]: `${doc}export type X = import("./store.ts").X;` },
      "rules may not import store",
    ],
    [
      "a worker's address is a store",
      { "app/web/shell/app.tsx": 'new URL("../../features/programme/people/store.ts", import.meta.url);' },
      "web-shell may not import store",
    ],
    ["an import leads nowhere", plus(`${people}/rules.ts`, "./gone.ts"), "leads nowhere: ./gone.ts"],
    [
      "an import is computed",
      { "app/cli/main.ts": "await import(process.argv[2] ?? '');" },
      "import() of a computed name hides",
    ],
    ["imports are globbed", { "app/web/shell/app.tsx": 'import.meta.glob("./**");' }, "import.meta.glob() hides"],
    ["something is required", { "app/cli/main.ts": 'require("pg");' }, "require() hides"],
    ["a file cannot be parsed", { "packages/crypto/seal.ts": "export const seal = {" }, "cannot be parsed"],
    ["a file has no place", { "app/extra/thing.ts": "" }, "has no place in the house"],
    [
      "a package is not listed",
      plus("app/server/http/serve.ts", "left-pad"),
      "imports left-pad, which docs/dependencies.md does not list",
    ],
  ])("turns red when %s", (_story, changes, message) => {
    expect(wrongWith(house(changes))).toContainEqual(
      expect.stringMatching(`^who may import whom: .*${message.replaceAll(/[()?*.]/g, "\\$&")}`),
    );
  });
});

describe("the sealed room", () => {
  it.each([
    ["the server imports a room's rules", plus("app/server/http/serve.ts", "../../features/room/notes/rules.ts")],
    ["an open rule imports a room's rule", plus(`${people}/rules.ts`, "../../room/notes/rules.ts")],
    ["an open api imports a room's rule", plus(`${people}/api.ts`, "../../room/notes/rules.ts")],
    ["a command imports a room's rule", plus("app/cli/main.ts", "../features/room/notes/rules.ts")],
    ["the log imports another room feature", plus(`${log}/schema.ts`, "../notes/rules.ts")],
    ["a key's schema imports the state", plus(`${log}/keys/schema.ts`, "../../state/fold.ts")],
    [
      "the server's routes reach a room through a chain of types",
      {
        "app/values/chain.ts": `import type { notes } from "../features/room/notes/rules.ts";\n${doc}export type Chain = typeof notes;`,
        ...plus("app/values/id.ts", "./chain.ts"),
      },
    ],
  ])("turns red when %s", (_story, changes) => {
    const chain = wrongWith(house(changes)).find((line) => line.startsWith("the server reaches no sealed feature"));
    expect(chain).toMatch(/reaches a sealed feature: .* → app\/features\/room\/(notes|state)\//);
  });

  it("lets an open screen link to the room", () => {
    expect(wrongWith(house(plus(`${people}/people.tsx`, "../../room/notes/rules.ts")))).toEqual([]);
  });

  it.each(["routes", "store", "jobs", "api"])("turns red when a sealed feature has a %s file", (name) => {
    const found = wrongWith(house({ [`${notes}/${name}.ts`]: "" }));
    expect(found).toContain(`the files of a feature: ${notes}/${name}.ts: is a server file in a sealed feature`);
  });
});

describe("cycles", () => {
  it.each([
    [
      "two files import each other",
      plus(`${people}/rules.ts`, "./schema.ts"),
      /rules\.ts → .*schema\.ts → .*rules\.ts/,
    ],
    [
      "types alone close the ring",
      {
        [`${people}/rules.ts`]: `import type { used } from "./schema.ts";\n${doc}export const mayInvite: typeof used = 1;`,
      },
      /rules\.ts → .*schema\.ts → /,
    ],
    ["a file imports itself", plus("app/values/id.ts", "./id.ts"), /id\.ts → app\/values\/id\.ts/],
  ])("turns red once when %s", (_story, changes, ring) => {
    const found = wrongWith(house(changes)).filter((line) => line.startsWith("no cycles"));
    expect(found).toEqual([expect.stringMatching(ring)]);
  });
});
