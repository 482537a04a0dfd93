import { kindOf } from "./kinds.ts";
import { sourcesOf, visit } from "./source.ts";
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
  /completely confidential/gi,
  /only you can read/gi,
  /\boverdue\b/gi,
  /\bmissed again\b/gi,
  /\bstreaks?\b/gi,
  /\bleader-?boards?\b/gi,
  /\b(?:your|their|his|her|mentor|mentee|trust|match) scores?\b/gi,
];

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
