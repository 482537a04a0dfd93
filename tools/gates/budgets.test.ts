import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { budgetGates, judge, weigh, type Manifest } from "./budgets.ts";
import { verdictOf } from "./run.ts";

const signIn = "../features/programme/sign-in/sign-in.tsx";
const manifest: Manifest = {
  "index.html": { file: "assets/index.js", isEntry: true, imports: ["_kit.js"], css: ["assets/index.css"] },
  "_kit.js": { file: "assets/kit.js", imports: ["_deep.js"] },
  "_deep.js": { file: "assets/deep.js" },
  [signIn]: { file: "assets/sign-in.js", isDynamicEntry: true, imports: ["_kit.js"] },
  "shell/home.tsx": { file: "assets/home.js", isDynamicEntry: true, imports: ["_cards.js"] },
  "shell/settings.tsx": { file: "assets/settings.js", isDynamicEntry: true, imports: ["_cards.js", "_kit.js"] },
  "_cards.js": { file: "assets/cards.js" },
};
const bytes: Readonly<Record<string, number>> = {
  index: 10,
  kit: 5,
  deep: 1,
  "sign-in": 100,
  home: 200,
  settings: 400,
  cards: 1000,
};
const sizeOf = (file: string) => bytes[file.replace(/^assets\/(.+)\.js$/, "$1")] ?? Number.NaN;

it("weighs entry, sign-in, Home and all that they import, each file once", () => {
  expect(weigh(manifest, sizeOf)[0]).toMatchObject({ bytes: 10 + 5 + 1 + 100 + 200 + 1000, atMost: 40_000 });
});

it("weighs what a lazy route adds to that, and names the heaviest files of what is too heavy", () => {
  const more: Manifest = { ...manifest, "_chart.js": { file: "assets/chart.js" } };
  more["shell/settings.tsx"] = {
    ...more["shell/settings.tsx"],
    file: "assets/settings.js",
    imports: ["_chart.js", "_cards.js"],
  };
  const [, ...routes] = weigh(more, (file) => (file.includes("chart") ? 30_000 : sizeOf(file)));
  expect(routes).toMatchObject([{ what: "shell/settings.tsx", bytes: 30_400 }]);
  expect(judge(routes).detail).toContain("  30.0 kB assets/chart.js\n  0.4 kB assets/settings.js");
});

it("gives the editor of pages its own limit, and no other screen", () => {
  const paper = "../features/room/pages/editor/paper.tsx";
  const more: Manifest = {
    ...manifest,
    "../features/room/pages/page.tsx": { file: "assets/page.js", isDynamicEntry: true, imports: ["_room.js"] },
    "_room.js": { file: "assets/room.js" },
    [paper]: { file: "assets/paper.js", isDynamicEntry: true, imports: ["_room.js", "_yjs.js"] },
    "_yjs.js": { file: "assets/yjs.js" },
  };
  const routes = weigh(
    more,
    (file) => ({ paper: 80_000, yjs: 30_001, room: 9000 })[/(\w+)\.js$/.exec(file)?.[1] ?? ""] ?? 1,
  );
  expect(routes.find(({ what }) => what === paper)).toMatchObject({ bytes: 110_001, atMost: 110_000 });
  expect(judge(routes).failed).toBe(1);
  expect(routes.filter(({ atMost }) => atMost === 110_000)).toHaveLength(1);
});

it("refuses to weigh a build without an entry", () => {
  expect(() => weigh({}, sizeOf)).toThrow("no entry");
});

it.each([
  ["is too heavy", 25_001, 1, "x: 25.0 kB of 25.0 kB"],
  ["keeps its limit", 25_000, 0, ""],
  ["is not there", 0, 1, "so it is not there"],
])("a weight that %s", (_story, weight, failed, detail) => {
  const verdict = judge([{ what: "x", bytes: weight, atMost: 25_000, parts: [] }]);
  expect(verdict.failed).toBe(failed);
  expect(verdict.detail).toContain(detail);
});

it("fails when there is nothing to weigh", () => {
  expect(judge([])).toMatchObject({ failed: 1, detail: expect.stringContaining("0 weights") });
});

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "oakroom-dist-"));
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

it("turns red at a build whose first scripts, route, worker, common passphrases and styles are all too heavy", async () => {
  const heavy = (kb: number) => `/*${randomBytes(kb * 1000).toString("base64")}*/`;
  mkdirSync(join(dist, ".vite"));
  mkdirSync(join(dist, "assets"));
  writeFileSync(join(dist, ".vite/manifest.json"), JSON.stringify(manifest));
  for (const name of Object.keys(bytes))
    writeFileSync(join(dist, `assets/${name}.js`), heavy(name === "settings" ? 30 : 10));
  writeFileSync(join(dist, "assets/worker-1.js"), 'import "./inner.js";');
  writeFileSync(join(dist, "assets/inner.js"), heavy(80));
  writeFileSync(join(dist, "assets/common-passphrases.generated-1.js"), heavy(110));
  writeFileSync(join(dist, "assets/index.css"), heavy(13));
  const verdicts = await Promise.all(budgetGates(dist).map(({ run }) => run()));
  expect(verdicts.map(({ failed }) => failed)).toEqual([1, 1, 1, 1, 1]);
});

it("turns red, and does not throw, when nothing was built", async () => {
  const verdicts = await Promise.all(budgetGates(join(dist, "none")).map((gate) => verdictOf(gate)));
  expect(verdicts.map(({ failed }) => failed)).toEqual([1, 1, 1, 1, 1]);
});
