import * as z from "zod/mini";
import { kindOf } from "./kinds.ts";
import { reachableFrom } from "./graph.ts";
import { sourcesOf } from "./source.ts";
import type { Breach, Rule, Tree } from "./tree.ts";

/** Where a dependency runs, by its heading in docs/dependencies.md. */
export type Place = "browser" | "editor" | "server" | "both" | "tools";

const list = "docs/dependencies.md";
const browserAtMost = 15;

const headings: ReadonlyArray<readonly [RegExp, Place]> = [
  [/^## In the browser/, "browser"],
  [/^## In the editor/, "editor"],
  [/^## On the server/, "server"],
  [/^## On both sides/, "both"],
  [/^## To build and test/, "tools"],
];

/** The dependencies that docs/dependencies.md lists, each with the place where it runs. */
export function dependencyPlaces(tree: Tree): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let place: Place | undefined;
  for (const line of (tree.get(list) ?? "").split("\n")) {
    if (line.startsWith("## ")) place = headings.find(([heading]) => heading.test(line))?.[1];
    const name = /^\| `(?<name>[^`]+)` \|/.exec(line)?.groups?.["name"];
    if (name !== undefined && place !== undefined) places.set(name, place);
  }
  return places;
}

const Manifest = z.object({
  name: z.string(),
  dependencies: z.optional(z.record(z.string(), z.string())),
  devDependencies: z.optional(z.record(z.string(), z.string())),
});

/** A dependency that some package.json asks for. */
export interface Wanted {
  readonly manifest: string;
  readonly name: string;
  readonly version: string;
}

/** Every dependency that the repository's manifests ask for. */
export function wantedIn(tree: Tree): Wanted[] {
  return [...tree].flatMap(([manifest, text]) => {
    if (!/^((app|packages\/[^/]+)\/)?package\.json$/.test(manifest)) return [];
    const { dependencies = {}, devDependencies = {} } = Manifest.parse(JSON.parse(text));
    return Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => ({
      manifest,
      name,
      version,
    }));
  });
}

function refusePins(wanted: ReadonlyArray<Wanted>): Breach[] {
  return wanted
    .filter(({ version }) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(({ manifest, name, version }) => ({
      file: manifest,
      message: `${name} is not pinned to one exact version: ${version}`,
    }));
}

function refuseListing(wanted: ReadonlyArray<Wanted>, tree: Tree): Breach[] {
  const listed = dependencyPlaces(tree);
  const outside = wanted.filter(({ name }) => !name.startsWith("@oakroom/"));
  const names = new Set(outside.map(({ name }) => name));
  const unlisted = outside
    .filter(({ name }) => !listed.has(name))
    .map(({ manifest, name }) => ({
      file: manifest,
      message: `${name} stands in no table of ${list}: say there why it is needed`,
    }));
  const stale = [...listed.keys()]
    .filter((name) => !names.has(name))
    .map((name) => ({ file: list, message: `lists ${name}, which no package.json asks for` }));
  return [...unlisted, ...stale];
}

function manifestOf(path: string): string {
  const folder = /^(app|packages\/[^/]+)\//.exec(path)?.[1];
  return folder === undefined ? "package.json" : `${folder}/package.json`;
}

function refuseUndeclared(wanted: ReadonlyArray<Wanted>, tree: Tree): Breach[] {
  const declared = new Set(wanted.map(({ manifest, name }) => `${manifest} ${name}`));
  const anywhere = new Set(wanted.map(({ name }) => name));
  return [...sourcesOf(tree).values()].flatMap(({ path, reaches }) => {
    const isLoose = kindOf(path) === "test" || kindOf(path) === "tool";
    return reaches
      .flatMap(({ package: name }) => (name === undefined || name.startsWith("node:") ? [] : [name]))
      .filter((name) => (isLoose ? !anywhere.has(name) : !declared.has(`${manifestOf(path)} ${name}`)))
      .map((name) => ({
        file: path,
        message: `imports ${name}, which ${isLoose ? "no package.json" : manifestOf(path)} asks for`,
      }));
  });
}

function refuseIdle(wanted: ReadonlyArray<Wanted>, tree: Tree): Breach[] {
  const used = new Set(
    [...sourcesOf(tree).values()].flatMap(({ reaches }) => reaches.flatMap((reach) => reach.package ?? [])),
  );
  // The root asks for tools, which are run and not imported.
  return wanted
    .filter(({ manifest, name }) => manifest !== "package.json" && !name.startsWith("@oakroom/") && !used.has(name))
    .map(({ manifest, name }) => ({ file: manifest, message: `asks for ${name}, which nothing imports` }));
}

/** The packages that code in the browser imports itself: screens, vault, and all that they reach. */
export function browserDependencies(tree: Tree): ReadonlyArray<string> {
  const starts = [...sourcesOf(tree).keys()].filter((path) =>
    /^(screen|api|web-|vault$|vault-browser|service-worker)/.test(kindOf(path)),
  );
  const sources = sourcesOf(tree);
  const names = [...reachableFrom(starts, tree)]
    .flatMap((path) => sources.get(path)?.reaches ?? [])
    .flatMap((reach) => reach.package ?? []);
  return [...new Set(names)].toSorted();
}

function refuseTooMany(tree: Tree): Breach[] {
  const places = dependencyPlaces(tree);
  // The editor's are fetched with a page alone, and counted by the weight of its chunk.
  const names = browserDependencies(tree).filter((name) => places.get(name) !== "editor");
  if (names.length <= browserAtMost) return [];
  return [
    {
      file: list,
      message: `the browser has ${names.length} direct dependencies, ${browserAtMost} are allowed: ${names.join(", ")}`,
    },
  ];
}

/** Dependencies: pinned, listed with a reason, declared where they are used, and few in the browser. */
export const dependencies: Rule = {
  name: "dependencies",
  find: (tree) => {
    const wanted = wantedIn(tree);
    return [
      ...refusePins(wanted),
      ...refuseListing(wanted, tree),
      ...refuseUndeclared(wanted, tree),
      ...refuseIdle(wanted, tree),
      ...refuseTooMany(tree),
    ];
  },
};
