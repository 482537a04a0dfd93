import { kindOf } from "./kinds.ts";
import { isNode, sourcesOf, type Node, type Source } from "./source.ts";
import { lineAt, type Breach, type Rule } from "./tree.ts";

function bodyOf({ program }: Source): ReadonlyArray<Node> {
  return Array.isArray(program["body"]) ? program["body"].filter(isNode) : [];
}

function refuseBarrel(source: Source): Breach[] {
  if (/^packages\/[^/]+\/index\.ts$/.test(source.path) || kindOf(source.path) === "host") return [];
  const body = bodyOf(source);
  // A file of its own for a name of an outside package is a chunk that loads late, not a barrel.
  const passes = body.filter(
    ({ type, source: from }) =>
      /^Export(All|Named)Declaration$/.test(type) && isNode(from) && String(from["value"]).startsWith("."),
  );
  const all = passes.find(({ type }) => type === "ExportAllDeclaration");
  if (all !== undefined) {
    const line = lineAt(source.text, all.start);
    return [{ file: source.path, line, message: "passes on everything of another file" }];
  }
  const isBarrel = body.length > 0 && passes.length === body.length;
  return isBarrel ? [{ file: source.path, message: "only passes on what others export" }] : [];
}

/** No barrels: a name is imported from where it is made. A package's own index is its door. */
export const noBarrels: Rule = {
  name: "no barrels",
  find: (tree) => [...sourcesOf(tree).values()].flatMap(refuseBarrel),
};

function nameOf(declaration: Node): string | undefined {
  const first: unknown = Array.isArray(declaration["declarations"]) ? declaration["declarations"][0] : undefined;
  const id = isNode(first) ? first["id"] : declaration["id"];
  return isNode(id) && typeof id["name"] === "string" ? id["name"] : undefined;
}

function hasDocComment({ text, comments }: Source, { start }: Node): boolean {
  const before = comments.findLast(({ end }) => end <= start);
  return (
    before !== undefined &&
    before.type === "Block" &&
    before.value.startsWith("*") &&
    text.slice(before.end, start).trim() === ""
  );
}

function refuseUndocumented(source: Source): Breach[] {
  const told = new Set<string>();
  return bodyOf(source).flatMap((node): Breach[] => {
    const { declaration } = node;
    if (node.type !== "ExportNamedDeclaration" || !isNode(declaration)) return [];
    const name = nameOf(declaration);
    // A schema and the type taken from it share a name, overloads share a function: one comment tells of both.
    if (hasDocComment(source, node)) told.add(name ?? "");
    if (name === undefined || told.has(name)) return [];
    return [
      { file: source.path, line: lineAt(source.text, node.start), message: `exports ${name} without a doc comment` },
    ];
  });
}

/** A doc comment stands on every export of code that others call. */
export const docComments: Rule = {
  name: "a doc comment on every export",
  find: (tree) =>
    [...sourcesOf(tree).values()]
      .filter(({ path }) => !/\.test\.tsx?$|\.config\.ts$/.test(path))
      .flatMap(refuseUndocumented),
};

const switchesOff = /^\s*(oxlint|eslint)-disable/;

/** A reason stands after `--`, or in the comment on the line above. */
function hasReason({ text, comments }: Source, index: number): boolean {
  const { value, start } = comments[index] ?? { value: "", start: 0 };
  const above = comments[index - 1];
  if (/--\s*\S+\s+\S+/.test(value)) return true;
  return (
    above !== undefined &&
    !switchesOff.test(above.value) &&
    /^\s*$/.test(text.slice(above.end, start)) &&
    above.value.trim().includes(" ")
  );
}

/** Every exception to a check says why it is one. */
export const reasonedExceptions: Rule = {
  name: "exceptions carry a reason",
  find: (tree) =>
    [...sourcesOf(tree).values()].flatMap((source) =>
      source.comments.flatMap(({ value, start }, index): Breach[] => {
        if (!switchesOff.test(value) || hasReason(source, index)) return [];
        return [
          {
            file: source.path,
            line: lineAt(source.text, start),
            message: "switches a rule off without a reason: add -- and say why",
          },
        ];
      }),
    ),
};
