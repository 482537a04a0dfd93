import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseSync } from "vite";
import * as z from "zod/mini";
import { root } from "./command.ts";
import { yesOrNo, type Gate, type Verdict } from "./gate.ts";

const Chunk = z.object({
  file: z.string(),
  isEntry: z.optional(z.boolean()),
  isDynamicEntry: z.optional(z.boolean()),
  imports: z.optional(z.array(z.string())),
  css: z.optional(z.array(z.string())),
});

/** The manifest that Vite writes: chunks by their source. */
export const Manifest = z.record(z.string(), Chunk);
/** The manifest that Vite writes. */
export type Manifest = z.infer<typeof Manifest>;

/** A weight against what it may be. */
export interface Weighed {
  readonly what: string;
  readonly bytes: number;
  readonly atMost: number;
  /** The files it is made of, the heaviest first. */
  readonly parts: ReadonlyArray<readonly [file: string, bytes: number]>;
}

/** In bytes after gzip; a kilobyte is 1,000 bytes. */
const limits = {
  initial: 40_000,
  route: 25_000,
  editor: 110_000,
  keepsake: 50_000,
  worker: 75_000,
  common: 100_000,
  css: 12_000,
};

/** The editor of pages comes with all it is made of when a page is opened; the page's own screen stands by then. */
const editor = /\/room\/pages\/editor\/paper\.tsx$/;
const editorScreen = /\/room\/pages\/page\.tsx$/;

/** What opens a keepsake goes into the file with all it is made of; it is fetched when one is made. */
const keepsake = /\/room\/ending\/keepsake\/reader\.tsx\?inline$/;

/** What a participant loads on the way from signing in to Home, beside the entry itself. */
const firstScreens = [/\/programme\/sign-in\/sign-in\.tsx$/, /(^|\/)shell\/home\.tsx$/];

/** The chunks that load with some others: they and all that they import statically. */
function withImports(keys: ReadonlyArray<string>, manifest: Manifest): ReadonlySet<string> {
  const seen = new Set(keys);
  for (const key of seen) for (const inner of manifest[key]?.imports ?? []) seen.add(inner);
  return seen;
}

function add(what: string, files: Iterable<string>, sizeOf: (file: string) => number, atMost: number): Weighed {
  const parts = [...new Set(files)].map((file) => [file, sizeOf(file)] as const).toSorted(([, a], [, b]) => b - a);
  return { what, bytes: parts.reduce((sum, [, bytes]) => sum + bytes, 0), atMost, parts };
}

/** What a first visit loads, and what every lazy route adds to it. Throws when the manifest knows no entry. */
export function weigh(manifest: Manifest, sizeOf: (file: string) => number): ReadonlyArray<Weighed> {
  const keys = Object.keys(manifest);
  const entries = keys.filter((key) => manifest[key]?.isEntry === true);
  if (entries.length === 0) throw new Error("The manifest has no entry: nothing would be weighed");
  const first = keys.filter((key) => firstScreens.some((screen) => screen.test(key)));
  const loaded = withImports([...entries, ...first], manifest);
  const scripts = (chosen: Iterable<string>) =>
    [...chosen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith(".js"));
  const initial = add("sign-in to Home", scripts(loaded), sizeOf, limits.initial);
  const screens = keys.filter((key) => editorScreen.test(key));
  const routes = keys
    .filter((key) => manifest[key]?.isDynamicEntry === true && !loaded.has(key))
    .map((key) => {
      const before = editor.test(key) ? withImports([...loaded, ...screens], manifest) : loaded;
      const added = [...withImports([key], manifest)].filter((inner) => !before.has(inner));
      const atMost = editor.test(key) ? limits.editor : keepsake.test(key) ? limits.keepsake : limits.route;
      return add(key, scripts(added), sizeOf, atMost);
    });
  return [initial, ...routes];
}

/** A script of the build and all that it imports statically, by file. */
function scriptWithImports(folder: string, name: string): ReadonlySet<string> {
  const files = new Set([name]);
  for (const file of files) {
    const { module } = parseSync(file, readFileSync(join(folder, file), "utf8"));
    for (const { moduleRequest } of module.staticImports) {
      if (moduleRequest.value.startsWith(".")) files.add(join(dirname(file), moduleRequest.value));
    }
  }
  return files;
}

const sizes = new Map<string, number>();

function gzipped(file: string): number {
  const known = sizes.get(file) ?? gzipSync(readFileSync(file), { level: 9 }).length;
  sizes.set(file, known);
  return known;
}

function weighBuild(dist: string): {
  readonly scripts: ReadonlyArray<Weighed>;
  readonly worker: Weighed;
  readonly common: Weighed;
  readonly css: Weighed;
} {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")));
  const sizeOf = (file: string) => gzipped(join(dist, file));
  const assets = readdirSync(join(dist, "assets")).map((name) => `assets/${name}`);
  const workers = assets
    .filter((name) => /\/worker-[^/]*\.js$/.test(name))
    .map((name) => add("the vault's worker", scriptWithImports(dist, name), sizeOf, limits.worker));
  const none = add("the vault's worker", [], sizeOf, limits.worker);
  return {
    scripts: weigh(manifest, sizeOf),
    worker: workers.toSorted((a, b) => b.bytes - a.bytes)[0] ?? none,
    common: add(
      "the common passphrases, asked for where one is chosen",
      assets.filter((name) => /\/common-passphrases[^/]*\.js$/.test(name)),
      sizeOf,
      limits.common,
    ),
    css: add(
      "all styles",
      assets.filter((name) => name.endsWith(".css")),
      sizeOf,
      limits.css,
    ),
  };
}

const partsShown = 8;

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Whether every weight keeps its limit; the heaviest is named. One that weighs nothing was not found. */
export function judge(weights: ReadonlyArray<Weighed>): Verdict {
  const heaviest = weights.toSorted((a, b) => b.bytes - a.bytes)[0];
  const over = weights.filter(({ bytes, atMost }) => bytes > atMost || bytes === 0);
  const lines = over.flatMap(({ what, bytes, atMost, parts }) => [
    `${what}: ${kilobytes(bytes)} of ${kilobytes(atMost)}${bytes === 0 ? ", so it is not there" : ""}`,
    ...parts.slice(0, partsShown).map(([file, size]) => `  ${kilobytes(size)} ${file}`),
  ]);
  const verdict = yesOrNo(weights.length, "weights", lines.join("\n"));
  if (heaviest === undefined) return verdict;
  return {
    ...verdict,
    seen: `${heaviest.what} ${kilobytes(heaviest.bytes)} of ${kilobytes(heaviest.atMost)}${weights.length > 1 ? `, heaviest of ${weights.length}` : ""}`,
  };
}

/** The byte budgets of the built web app, after gzip. */
export function budgetGates(dist = join(root, "app/web/dist")): Gate[] {
  return [
    { name: "budget: first scripts", run: async () => judge(weighBuild(dist).scripts.slice(0, 1)) },
    { name: "budget: lazy routes", run: async () => judge(weighBuild(dist).scripts.slice(1)) },
    { name: "budget: worker", run: async () => judge([weighBuild(dist).worker]) },
    { name: "budget: common passphrases", run: async () => judge([weighBuild(dist).common]) },
    { name: "budget: styles", run: async () => judge([weighBuild(dist).css]) },
  ];
}
