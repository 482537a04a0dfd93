import { join, matchesGlob } from "node:path/posix";
import * as z from "zod/mini";
import { kindOf } from "./kinds.ts";
import { sourcesOf } from "./source.ts";
import type { Breach, Rule, Tree } from "./tree.ts";

const folder = "tools/types";
const Project = z.object({ include: z.array(z.string()), exclude: z.optional(z.array(z.string())) });

interface Globs {
  readonly name: string;
  readonly include: ReadonlyArray<string>;
  readonly exclude: ReadonlyArray<string>;
}

function projectsIn(tree: Tree): Globs[] {
  return [...tree]
    .filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith(".json") && !path.endsWith("/base.json"))
    .map(([path, text]) => {
      const { include, exclude = [] } = Project.parse(JSON.parse(text.replaceAll(/^\s*\/\/.*$/gm, "")));
      return {
        name: path,
        include: include.map((glob) => join(folder, glob)),
        exclude: exclude.map((glob) => join(folder, glob)),
      };
    });
}

function holds({ include, exclude }: Globs, path: string): boolean {
  return include.some((glob) => matchesGlob(path, glob)) && !exclude.some((glob) => matchesGlob(path, glob));
}

/** Every source file stands in exactly one compiler project, so that none is checked by nobody or too kindly. */
export const oneProjectEach: Rule = {
  name: "one compiler project for each file",
  find: (tree) => {
    const projects = projectsIn(tree);
    const strays = [...tree.keys()]
      .filter((path) => /(^|\/)tsconfig[^/]*\.json$/.test(path) && path !== "tsconfig.json")
      .map((file): Breach => ({ file, message: `is a compiler project outside of ${folder}` }));
    const files = [...sourcesOf(tree).keys()].flatMap((file): Breach[] => {
      if (kindOf(file) === "web-public") return [];
      const holding = projects.filter((project) => holds(project, file)).map(({ name }) => name);
      // What packages need of their host is seen by the pure project too.
      if (holding.length === 1 || (file.endsWith("/host.d.ts") && holding.length > 0)) return [];
      return [
        {
          file,
          message:
            holding.length === 0 ? "is checked by no compiler project" : `is checked by ${holding.join(" and ")}`,
        },
      ];
    });
    return [...strays, ...files];
  },
};
