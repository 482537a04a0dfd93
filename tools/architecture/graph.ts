import { featureOf, isSealed, kindOf } from "./kinds.ts";
import { sourcesOf } from "./source.ts";
import type { Breach, Rule, Tree } from "./tree.ts";

function targetsOf(path: string, tree: Tree): ReadonlyArray<string> {
  const reaches = sourcesOf(tree).get(path)?.reaches ?? [];
  return reaches.flatMap(({ file }) => (file !== undefined && tree.has(file) ? [file] : []));
}

/** Every file that some files reach through any chain of imports, type-only ones included, with themselves. */
export function reachableFrom(starts: ReadonlyArray<string>, tree: Tree): ReadonlySet<string> {
  const seen = new Set(starts);
  for (const path of seen) for (const target of targetsOf(path, tree)) seen.add(target);
  return seen;
}

/** The shortest chain of imports from a file to the first one that is looked for; undefined when there is none. */
function chainTo(start: string, tree: Tree, isGoal: (path: string) => boolean): ReadonlyArray<string> | undefined {
  const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
  for (const path of cameFrom.keys()) {
    if (path !== start && isGoal(path)) {
      const chain = [path];
      for (let step = cameFrom.get(path); step !== undefined; step = cameFrom.get(step)) chain.unshift(step);
      return chain;
    }
    for (const target of targetsOf(path, tree)) if (!cameFrom.has(target)) cameFrom.set(target, path);
  }
  return undefined;
}

function mustNotSeeRooms(path: string): boolean {
  const kind = kindOf(path);
  if (kind === "test" || kind === "tool") return false;
  if (path.startsWith("app/server/") || path.startsWith("app/cli/") || path.startsWith("app/features/room/log/"))
    return true;
  return featureOf(path)?.startsWith("programme/") === true && kind !== "screen" && kind !== "style";
}

/** No chain of imports leads from the server, or from the open side, into a sealed feature. */
export const sealedChains: Rule = {
  name: "the server reaches no sealed feature",
  find: (tree) =>
    [...sourcesOf(tree).keys()].filter(mustNotSeeRooms).flatMap((path): Breach[] => {
      const chain = chainTo(path, tree, isSealed);
      return chain === undefined ? [] : [{ file: path, message: `reaches a sealed feature: ${chain.join(" → ")}` }];
    }),
};

/** No cycles, type-only imports included. Each is named once, from its first file. */
export const noCycles: Rule = {
  name: "no cycles",
  find: (tree) => {
    const named = new Set<string>();
    return [...sourcesOf(tree).keys()].flatMap((path): Breach[] => {
      const ring = targetsOf(path, tree).includes(path) ? [path] : ringFrom(path, tree);
      if (ring === undefined) return [];
      const key = ring.toSorted().join();
      if (named.has(key)) return [];
      named.add(key);
      return [{ file: path, message: `imports itself: ${[...ring, path].join(" → ")}` }];
    });
  },
};

function ringFrom(start: string, tree: Tree): ReadonlyArray<string> | undefined {
  const back = (path: string) => targetsOf(path, tree).includes(start);
  return chainTo(start, tree, back);
}
