import { dependencyPlaces, type Place } from "./dependencies.ts";
import { featureOf, kindOf, type Kind } from "./kinds.ts";
import { sourcesOf, type Reach, type Source } from "./source.ts";
import { lineAt, type Breach, type Rule, type Tree } from "./tree.ts";

/*
 * Who may import whom. A target is a kind of file, or a kind in one scope: `own:` the same feature, `beside:` the same
 * half of the house (room or programme), `programme:` the open features, `log:` the log of a room, `room:` the sealed
 * features. What this table has beyond the design's is in decision 0005.
 */
type Scope = "own" | "beside" | "programme" | "log" | "room";
type Target = Kind | `${Scope}:${Kind}`;

interface Allowance {
  readonly files: ReadonlyArray<Target>;
  /** Names of packages, or the places of docs/dependencies.md whose packages it may use; "node" is Node's own. */
  readonly packages: ReadonlyArray<Place | "node" | (string & {})>;
}

const serverParts: ReadonlyArray<Target> = [
  "server",
  "server-http",
  "server-guards",
  "server-database",
  "server-mail",
  "server-jobs",
  "server-live",
];
const serverPackages = ["server", "both", "node"];
const browserPackages = ["browser", "both"];
const editorPackages = ["editor"];
const pure: ReadonlyArray<Target> = ["rules", "values", "package"];
const answering: ReadonlyArray<Target> = [...pure, "store", "schema", "text", "content", "own:jobs", ...serverParts];
const kit: ReadonlyArray<Target> = ["web-ui", "web-client", "values", "content"];
const keeping: ReadonlyArray<Target> = [
  "vault",
  "vault-files",
  "values",
  "package",
  "log:schema",
  "log:rules",
  "room:state",
  "web-client",
];

const table: Partial<Record<Kind, Allowance>> = {
  package: { files: ["package"], packages: ["both"] },
  host: { files: [], packages: [] },
  values: { files: ["values"], packages: ["zod"] },
  content: { files: ["content", "values"], packages: [] },
  rules: { files: [...pure, "own:schema", "room:state"], packages: editorPackages },
  schema: { files: [...pure, "schema", "room:state"], packages: ["zod"] },
  text: { files: [...pure, "schema", "own:text", "content"], packages: [] },
  store: {
    files: [...pure, "schema", "store", "server-database", "server-guards", "server"],
    packages: ["kysely", "zod", "node:crypto"],
  },
  routes: { files: answering, packages: serverPackages },
  jobs: { files: answering, packages: serverPackages },
  api: { files: [...pure, "schema", "web-client"], packages: ["zod", "@preact/signals"] },
  screen: {
    files: [
      ...pure,
      ...kit,
      "schema",
      "text",
      "api",
      "vault",
      "vault-browser",
      "vault-files",
      "beside:screen",
      "own:style",
      "room:state",
    ],
    packages: [...browserPackages, ...editorPackages],
  },
  state: { files: [...pure, "state", "room:schema"], packages: ["zod"] },
  vault: { files: keeping, packages: ["both"] },
  "vault-browser": { files: [...keeping, "vault-browser"], packages: browserPackages },
  "vault-node": { files: [...keeping, "vault-node"], packages: ["both", "node"] },
  // What was handed over opens without a room, a device of one's own, and a network.
  "vault-files": { files: ["vault-files", "values", "package"], packages: ["both"] },
  "web-ui": { files: kit, packages: browserPackages },
  "web-client": { files: ["web-client", "values"], packages: browserPackages },
  "web-shell": {
    files: [...kit, ...pure, "web-shell", "screen", "schema", "text", "api", "vault", "vault-browser"],
    packages: browserPackages,
  },
  // Served as it is, before anything of ours is loaded.
  "web-public": { files: [], packages: [] },
  "service-worker": { files: ["service-worker"], packages: [] },
  "server-main": {
    files: ["server-main", ...serverParts, "values", "programme:routes", "programme:jobs", "log:routes", "log:jobs"],
    packages: serverPackages,
  },
  server: { files: [...serverParts, "values"], packages: serverPackages },
  "server-http": { files: [...serverParts, "values"], packages: serverPackages },
  "server-guards": { files: ["server-guards", "server-database", "server", "values"], packages: serverPackages },
  "server-database": { files: ["server-database", "server", "values"], packages: serverPackages },
  "server-mail": { files: [...serverParts, "values"], packages: serverPackages },
  "server-jobs": { files: [...serverParts, "values"], packages: serverPackages },
  "server-live": { files: [...serverParts, "values"], packages: serverPackages },
  cli: {
    files: [
      "cli",
      "programme:store",
      "programme:rules",
      "programme:schema",
      // A command lays down the same work as a route, and says it in the same words.
      "programme:jobs",
      "programme:text",
      "server-jobs",
      "server-http",
      "server-guards",
      "log:store",
      "vault-files",
      "package",
      "values",
      "server",
      "server-database",
      "server-mail",
    ],
    packages: serverPackages,
  },
};

function isInScope(scope: string, from: string, to: string): boolean {
  const feature = featureOf(to);
  if (scope === "own") return feature !== undefined && feature === featureOf(from);
  if (scope === "beside") return feature?.split("/")[0] === featureOf(from)?.split("/")[0];
  if (scope === "log") return feature === "room/log";
  if (scope === "programme") return feature?.startsWith("programme/") === true;
  return feature?.startsWith("room/") === true;
}

function isAllowedFile(from: string, to: string, allowed: ReadonlyArray<Target>): boolean {
  const kind = kindOf(to);
  return allowed.some((target) => {
    const [scope, scoped] = target.split(":");
    return scoped === undefined ? kind === target : kind === scoped && isInScope(scope ?? "", from, to);
  });
}

function refuseFile(
  from: Source,
  { file = "", specifier }: Reach,
  tree: Tree,
  allowed: ReadonlyArray<Target>,
): string | undefined {
  if (!tree.has(file)) return `leads nowhere: ${specifier}`;
  const [fromPackage, toPackage] = [from.path, file].map((path) => /^packages\/[^/]+\//.exec(path)?.[0]);
  if (toPackage !== undefined && toPackage !== fromPackage && specifier.startsWith(".")) {
    return `reaches into ${toPackage} by a path; import it by its name`;
  }
  if (fromPackage !== undefined && toPackage !== fromPackage) return `a package knows nothing of ${file}`;
  if (isAllowedFile(from.path, file, allowed)) return undefined;
  return `${kindOf(from.path)} may not import ${kindOf(file)}: ${file}`;
}

function refusePackage(
  kind: Kind,
  name: string,
  places: ReadonlyMap<string, Place>,
  allowed: ReadonlyArray<string>,
): string | undefined {
  const place = name.startsWith("node:") ? "node" : places.get(name);
  if (allowed.includes(name)) return undefined;
  if (place === undefined) return `imports ${name}, which docs/dependencies.md does not list`;
  if (allowed.includes(place)) return undefined;
  return `${kind} may not import ${name} (${place})`;
}

function refusalsIn(source: Source, tree: Tree): Breach[] {
  const kind = kindOf(source.path);
  if (source.unreadable !== undefined)
    return [{ file: source.path, message: `cannot be parsed: ${source.unreadable}` }];
  if (kind === "test" || kind === "tool") return refuseHidden(source);
  if (kind === "other")
    return [{ file: source.path, message: "has no place in the house: see the layout in docs/architecture.md" }];
  const { files, packages } = table[kind] ?? { files: [], packages: [] };
  const places = dependencyPlaces(tree);
  const refused = source.reaches.flatMap((reach) => {
    const why =
      reach.package === undefined
        ? refuseFile(source, reach, tree, files)
        : refusePackage(kind, reach.package, places, packages);
    return why === undefined ? [] : [{ file: source.path, line: lineAt(source.text, reach.start), message: why }];
  });
  return [...refused, ...refuseHidden(source)];
}

function refuseHidden({ path, text, hidden }: Source): Breach[] {
  // Tests and tools may load what they are told to; nothing imports them.
  if (kindOf(path) === "test" || kindOf(path) === "tool") return [];
  return hidden.map(({ start, what }) => ({
    file: path,
    line: lineAt(text, start),
    message: `${what} hides who imports whom`,
  }));
}

/** The import table of the house. Styles count where a script imports them. */
export const importTable: Rule = {
  name: "who may import whom",
  find: (tree) => [...sourcesOf(tree).values()].flatMap((source) => refusalsIn(source, tree)),
};
