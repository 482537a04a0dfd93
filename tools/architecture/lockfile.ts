import * as z from "zod/mini";
import { wantedIn } from "./dependencies.ts";
import type { Breach, Rule, Tree } from "./tree.ts";

const file = "package-lock.json";

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: z.optional(z.record(z.string(), z.string())),
      devDependencies: z.optional(z.record(z.string(), z.string())),
      optionalDependencies: z.optional(z.record(z.string(), z.string())),
    }),
  ),
});

function refuseLockfile(tree: Tree): Breach[] {
  const text = tree.get(file);
  if (text === undefined) return [{ file, message: "is missing" }];
  const { packages } = Lockfile.parse(JSON.parse(text));
  const manifests = wantedIn(tree).flatMap(({ manifest, name, version }): Breach[] => {
    const { dependencies = {}, devDependencies = {} } = packages[manifest.replace(/\/?package\.json$/, "")] ?? {};
    const locked = dependencies[name] ?? devDependencies[name];
    return locked === version
      ? []
      : [{ file, message: `has ${name} ${locked ?? "nowhere"} where ${manifest} asks for ${version}` }];
  });
  const left = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(
        (name) =>
          packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined,
      )
      .map((name) => ({ file, message: `has no ${name}, which ${path} needs on some machines` })),
  );
  return [...manifests, ...left];
}

/** `npm ci` takes the lockfile: it repeats every manifest, and leaves out no part that some machine needs. */
export const wholeLockfile: Rule = { name: "the lockfile is whole", find: refuseLockfile };
