import { kindOf, type Kind } from "./kinds.ts";
import { isName, sourcesOf, visit, type Node } from "./source.ts";
import { lineAt, type Breach, type Rule } from "./tree.ts";

const pure = new Set<Kind>(["package", "values", "rules", "schema", "text", "state", "content"]);

function readsClock(node: Node): string | undefined {
  const given = Array.isArray(node["arguments"]) ? node["arguments"].length : 0;
  if (node.type === "NewExpression" && isName(node["callee"], "Date") && given === 0) return "new Date()";
  return node.type === "CallExpression" && isName(node["callee"], "Date") ? "Date()" : undefined;
}

/** Pure parts have no clock. `Date.now` and `Math.random` are refused by lint, the rest by their compiler project. */
export const noClock: Rule = {
  name: "pure parts have no clock",
  find: (tree) =>
    [...sourcesOf(tree).values()]
      .filter(({ path }) => pure.has(kindOf(path)))
      .flatMap(({ path, text, program }) => {
        const breaches: Breach[] = [];
        visit(program, (node) => {
          const what = readsClock(node);
          if (what !== undefined)
            breaches.push({
              file: path,
              line: lineAt(text, node.start),
              message: `${what} reads the clock; take the time as a parameter`,
            });
        });
        return breaches;
      }),
};
