import { kindOf } from "./kinds.ts";
import { isNode, sourcesOf, visit } from "./source.ts";
import { lineAt, type Breach, type Rule, type Tree } from "./tree.ts";

interface Match {
  readonly offset: number;
  readonly found: string;
}

function matches(text: string, patterns: ReadonlyArray<RegExp>): Match[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ offset: match.index, found: match[0] })),
  );
}

// Written in parts, since this file is looked at like any other.
const ofMachines = [
  new RegExp(String.raw`(?<![\w.~$}\])-])/(?:${["work", "root", "home", "Users", "tmp"].join("|")})/[\w.-]+`, "g"),
  /\b[A-Z]:\\{1,2}Users\b/g,
];
const ofRegistries = [
  new RegExp(String.raw`\b(?:registry\.(?:npm|yarn)[a-z]*\.[a-z]+|npm\.pkg\.${"github"}\.com|npmmirror\.com)\b`, "g"),
];

/** No file names a place on somebody's machine, or the registry that packages came from. */
export const noPlaces: Rule = {
  name: "no machine paths, no registry hosts",
  find: (tree) =>
    [...tree].flatMap(([file, text]): Breach[] =>
      matches(text, [...ofMachines, ...ofRegistries]).map(({ offset, found }) => ({
        file,
        line: lineAt(text, offset),
        message: `names ${found}`,
      })),
    ),
};

const banned = [
  /\b(?:completely|fully|totally|absolutely|strictly|perfectly) (?:confidential|secure|private|safe|anonymous)\b/gi,
  /\b100\s?(?:%|per ?cent) (?:confidential|secure|private|safe|anonymous)\b/gi,
  /\bonly the two of\b/gi,
  /\bonly (?:you|you two|both of you|the pair) (?:can|could|will) (?:ever )?(?:read|open|see|find)\b/gi,
  /\b(?:nobody|no one|no-one|nobody else|no one else|none but you) (?:else )?(?:can|could|will ever|is able to) (?:ever )?(?:read|open|see|find|get in|look)\b/gi,
  /\bimpossible to (?:read|open|crack|break|decrypt)\b/gi,
  /\b(?:unbreakable|uncrackable|unhackable|military[- ]grade|bank[- ]grade)\b/gi,
  /\boverdue\b/gi,
  /\bmissed again\b/gi,
  /\bstreaks?\b/gi,
  /\bleader-?boards?\b/gi,
  /\b(?:your|their|his|her|mentor|mentee|trust|match) scores?\b/gi,
];

const isOne = (node: unknown) => isNode(node) && node.type === "Literal" && node["value"] === 1;
const isWords = (node: unknown) =>
  isNode(node) &&
  ((node.type === "Literal" && typeof node["value"] === "string") ||
    node.type === "TemplateLiteral" ||
    node.type === "ConditionalExpression");

/** Numbers of things are put into words by the rules of the language, which know more than one and many. */
export const pluralsByLanguage: Rule = {
  name: "plurals by the language's own rules",
  find: (tree) =>
    [...sourcesOf(tree).values()].flatMap(({ path, program }) => {
      const breaches: Breach[] = [];
      if (!/^(app|content|demo)\//.test(path) || /\.test\.tsx?$/.test(path)) return breaches;
      visit(program, (node) => {
        const { type, start, test, consequent, alternate } = node;
        if (type !== "ConditionalExpression" || !isNode(test) || test.type !== "BinaryExpression") return;
        if (!(isOne(test["left"]) || isOne(test["right"])) || !(isWords(consequent) && isWords(alternate))) return;
        const line = lineAt(tree.get(path) ?? "", start);
        breaches.push({
          file: path,
          line,
          message: "chooses words by whether a number is 1: inNumber knows the forms",
        });
      });
      return breaches;
    }),
};

function shownTexts(tree: Tree): Array<{ readonly file: string; readonly start: number; readonly text: string }> {
  const written = [...tree]
    .filter(([file]) => /^content\/.+\.(md|json)$/.test(file))
    .map(([file, text]) => ({ file, start: 0, text }));
  const inCode = [...sourcesOf(tree).values()].filter(
    ({ path }) => /^(app|content|demo)\//.test(path) && !/\.test\.tsx?$/.test(path) && kindOf(path) !== "tool",
  );
  const literals = inCode.flatMap(({ path, program }) => {
    const texts: Array<{ file: string; start: number; text: string }> = [];
    visit(program, ({ type, start, value }) => {
      if ((type === "Literal" || type === "JSXText") && typeof value === "string")
        texts.push({ file: path, start, text: value });
      const raw =
        type === "TemplateElement" && typeof value === "object" && value !== null && "raw" in value
          ? value.raw
          : undefined;
      if (typeof raw === "string") texts.push({ file: path, start, text: raw });
    });
    return texts;
  });
  return [...written, ...literals];
}

/** No text that a person reads makes a false promise, scolds, or keeps a tally of people. */
export const noBannedPhrases: Rule = {
  name: "no banned phrases",
  find: (tree) =>
    shownTexts(tree).flatMap(({ file, start, text }) =>
      matches(text, banned).map(({ offset, found }): Breach => ({
        file,
        line: lineAt(tree.get(file) ?? "", start + offset),
        message: `says "${found}"`,
      })),
    ),
};
