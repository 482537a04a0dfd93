import { parseSync } from "vite";
import { dirname, join } from "node:path/posix";
import type { Tree } from "./tree.ts";

/** A node of the syntax tree, as far as these rules look. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [property: string]: unknown;
}

/** One way in which a file reaches another: import, export from, type import, worker address. */
export interface Reach {
  /** As written, without a query such as `?url`. */
  readonly specifier: string;
  readonly start: number;
  /** The path from the root; undefined for a package. */
  readonly file?: string;
  /** The package's name, `node:` names whole; undefined for a file. */
  readonly package?: string;
}

/** A parsed source file. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  readonly comments: ReadonlyArray<{
    readonly type: string;
    readonly value: string;
    readonly start: number;
    readonly end: number;
  }>;
  readonly reaches: ReadonlyArray<Reach>;
  /** Why it could not be parsed; then nothing else is known of it. */
  readonly unreadable?: string;
  /** Imports whose target only the running program knows. */
  readonly hidden: ReadonlyArray<{ readonly start: number; readonly what: string }>;
}

/** Whether a value is a node of the syntax tree. */
export function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value
  );
}

/** Visits a node and all below it. */
export function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    if (isNode(value)) visit(value, see);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) visit(item, see);
  }
}

function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  return node.type === "Literal" && typeof node["value"] === "string" ? node["value"] : undefined;
}

/** Whether a node is the plain name given. */
export function isName(node: unknown, name: string): boolean {
  return isNode(node) && node.type === "Identifier" && node["name"] === name;
}

function isImportMeta(node: unknown, property: string): boolean {
  return (
    isNode(node) &&
    node.type === "MemberExpression" &&
    isNode(node["object"]) &&
    node["object"].type === "MetaProperty" &&
    isName(node["property"], property)
  );
}

function firstArguments(node: Node): ReadonlyArray<unknown> {
  return Array.isArray(node["arguments"]) ? node["arguments"] : [];
}

function specifierOf(node: Node): unknown {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return node["source"] ?? undefined;
    case "NewExpression": {
      const [address, base] = firstArguments(node);
      const isPlace = isName(node["callee"], "URL") && isImportMeta(base, "url");
      return isPlace && /\.[cm]?tsx?$/.test(textOf(address) ?? "") ? address : undefined;
    }
    default:
      return undefined;
  }
}

function hiddenReach(node: Node): string | undefined {
  if (node.type === "ImportExpression" && textOf(node["source"]) === undefined) return "import() of a computed name";
  if (node.type !== "CallExpression") return undefined;
  if (isName(node["callee"], "require")) return "require()";
  return isImportMeta(node["callee"], "glob") ? "import.meta.glob()" : undefined;
}

function resolve(from: string, written: string, start: number): Reach {
  const specifier = written.replace(/\?.*$/, "");
  if (specifier.startsWith(".")) return { specifier, start, file: join(dirname(from), specifier) };
  if (specifier.startsWith("node:")) return { specifier, start, package: specifier };
  const parts = specifier.split("/");
  const name = parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  const own = /^@oakroom\/(?<name>[a-z-]+)$/.exec(specifier)?.groups?.["name"];
  return own === undefined
    ? { specifier, start, package: name }
    : { specifier, start, file: `packages/${own}/index.ts` };
}

function parse(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  const unreadable = errors[0]?.message ?? (isNode(program) ? undefined : "it holds no program");
  if (unreadable !== undefined || !isNode(program)) {
    const empty = { type: "Program", start: 0, end: 0 };
    return { path, text, program: empty, comments: [], reaches: [], hidden: [], unreadable: unreadable ?? "" };
  }
  const reaches: Reach[] = [];
  const hidden: Array<{ start: number; what: string }> = [];
  visit(program, (node) => {
    const written = textOf(specifierOf(node));
    // The address of a worker is relative to its file, with or without a dot.
    const isAddress = node.type === "NewExpression" && written !== undefined && !written.startsWith(".");
    if (written !== undefined) reaches.push(resolve(path, isAddress ? `./${written}` : written, node.start));
    const what = hiddenReach(node);
    if (what !== undefined) hidden.push({ start: node.start, what });
  });
  return { path, text, program, comments, reaches, hidden };
}

const parsed = new WeakMap<Tree, ReadonlyMap<string, Source>>();

/** Every TypeScript and JavaScript file of the tree, parsed once. */
export function sourcesOf(tree: Tree): ReadonlyMap<string, Source> {
  const known = parsed.get(tree);
  if (known !== undefined) return known;
  const sources = new Map<string, Source>();
  for (const [path, text] of tree) {
    if (/\.m?[jt]sx?$/.test(path)) sources.set(path, parse(path, text));
  }
  parsed.set(tree, sources);
  return sources;
}
