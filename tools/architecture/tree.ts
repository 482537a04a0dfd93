import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The text files of a repository by their path from its root, with "/". Tests make their own. */
export type Tree = ReadonlyMap<string, string>;

/** One place where the house rules are broken. */
export interface Breach {
  readonly file: string;
  /** From 1; undefined when it is the file itself. */
  readonly line?: number;
  /** What is wrong, and what to do where that is not plain. */
  readonly message: string;
}

/** One rule of the house. */
export interface Rule {
  readonly name: string;
  readonly find: (tree: Tree) => ReadonlyArray<Breach>;
}

const notWalked = new Set(["node_modules", "dist", ".git", ".oakroom", "data", "test-results"]);

function walk(folder: string, inner: string): string[] {
  return readdirSync(join(folder, inner), { withFileTypes: true }).flatMap((entry) => {
    const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return notWalked.has(entry.name) ? [] : walk(folder, path);
  });
}

function trackedFiles(root: string): string[] {
  // A copy without git, such as an unpacked archive, is looked at whole.
  if (!existsSync(join(root, ".git"))) return walk(root, "");
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed.split("\0").filter((path) => path !== "");
}

/** Reads every file that git keeps or would keep. Files that are no text are left out. */
export function readTree(root: string): Tree {
  const tree = new Map<string, string>();
  for (const path of trackedFiles(root).toSorted()) {
    const full = join(root, path);
    if (!existsSync(full) || !statSync(full).isFile()) continue;
    const content = readFileSync(full);
    if (!content.includes(0)) tree.set(path, content.toString("utf8"));
  }
  return tree;
}

/** The line, from 1, on which an offset lies. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
