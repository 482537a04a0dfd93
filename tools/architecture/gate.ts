import { root } from "../gates/command.ts";
import { yesOrNo, type Gate } from "../gates/gate.ts";
import { isWithin } from "../gates/types.ts";
import { rules } from "./rules.ts";
import { sourcesOf } from "./source.ts";
import { readTree } from "./tree.ts";

/** The architecture of the house. `places` narrows what is reported, never what is looked at. */
export function architectureGate(places: ReadonlyArray<string>): Gate {
  return {
    name: "architecture",
    run: async () => {
      const tree = readTree(root);
      const sources = sourcesOf(tree);
      const reaches = [...sources.values()].reduce((sum, source) => sum + source.reaches.length, 0);
      const lines = rules.flatMap(({ name, find }) =>
        find(tree)
          .filter(({ file }) => isWithin(file, places))
          .map(({ file, line, message }) => `${file}${line === undefined ? "" : `:${line}`}: ${message} [${name}]`),
      );
      const verdict = yesOrNo(sources.size, "files", lines.join("\n"));
      return {
        ...verdict,
        seen: `${rules.length} rules over ${sources.size} source files with ${reaches} imports, ${tree.size} files in all`,
      };
    },
  };
}
