/**
 * What a hostile server, a curious partner or a thief may try, and which test plays it: the lines of `lines.tsv`, each with the
 * beginning, or a telling piece, of the titles of its tests. A line whose test was renamed or removed fails the gate.
 */
import { type Source, sourcesOf, visit } from "../architecture/source.ts";
import type { Breach, Tree } from "../architecture/tree.ts";

/** One line of the table. */
export interface Line {
  /** A number of the checklist, as in "C27", or a word; "#" where a part begins. */
  readonly id: string;
  readonly what: string;
  /** Pieces of titles: each has to be in a test. */
  readonly titles: ReadonlyArray<string>;
}

/** A title with the file that it stands in. */
interface Title {
  readonly file: string;
  readonly title: string;
}

/** Where the lines stand. */
export const linesPath = "tools/hostile/lines.tsv";
/** Where the page lies that is made from them. */
export const pagePath = "docs/hostile-suite.md";

/** Reads the lines. */
export function readLines(text: string): ReadonlyArray<Line> {
  const [, ...rows] = text.trimEnd().split("\n");
  return rows.map((row) => {
    const [id = "", what = "", titles = ""] = row.split("\t");
    return { id, what, titles: titles.split("|").filter((piece) => piece !== "") };
  });
}

function titlesOf(tree: Tree): ReadonlyArray<Title> {
  return [...sourcesOf(tree).values()]
    .filter(({ path }) => /\.test\.tsx?$/.test(path) && !path.startsWith("tools/"))
    .flatMap(titlesIn);
}

function titlesIn({ path, program }: Source): ReadonlyArray<Title> {
  const found: Title[] = [];
  visit(program, ({ type, value }) => {
    const title =
      type === "Literal" && typeof value === "string" ? value : type === "TemplateElement" ? rawOf(value) : "";
    if (title.includes(" ")) found.push({ file: path, title });
  });
  return found;
}

function rawOf(value: unknown): string {
  return typeof value === "object" && value !== null && "raw" in value && typeof value.raw === "string"
    ? value.raw
    : "";
}

/** Lines that no test plays, and a page that is not as the lines say. */
export function findBreaches(tree: Tree): ReadonlyArray<Breach> {
  const all = titlesOf(tree);
  const lacking = readLines(tree.get(linesPath) ?? "").flatMap(({ id, what, titles }, at): ReadonlyArray<Breach> => {
    if (id === "#") return [];
    const line = at + 2;
    if (titles.length === 0) return [{ file: linesPath, line, message: `${id}: no test is named for “${what}”` }];
    return titles
      .filter((piece) => !all.some(({ title }) => title.includes(piece)))
      .map((piece) => ({ file: linesPath, line, message: `${id}: no test bears “${piece}”` }));
  });
  const isStale = tree.get(pagePath) !== writePage(tree);
  return [
    ...lacking,
    ...(isStale ? [{ file: pagePath, message: "is not as the tests say: node tools/hostile/write.ts" }] : []),
  ];
}

/** The page `docs/hostile-suite.md`. */
export function writePage(tree: Tree): string {
  const all = titlesOf(tree);
  const lines = readLines(tree.get(linesPath) ?? "");
  const played = lines.filter(({ id }) => id !== "#");
  return [
    "# What is tried against a room\n",
    `A server that does what it likes, the other member's own program, and whoever holds a lost device: ${played.length} things that they may try, and the tests that try them. Each has to be refused, or found out before anything false is shown, or said plainly. The numbers are those of the checklist that the tests bear; the bytes are in [protocol.md](protocol.md), and what is not protected is in the [threat model](threat-model.md).\n`,
    "Made from `tools/hostile/lines.tsv` and the names of the tests: `node tools/hostile/write.ts`. How often they ran, and what failed: `npm run oakroom -- evidence`.\n",
    ...lines.map((line) => rowOf(line, all)),
    "",
  ].join("\n");
}

function rowOf({ id, what, titles }: Line, all: ReadonlyArray<Title>): string {
  if (id === "#") return `\n## ${what}\n\n| | what is tried | played by |\n|---|---|---|`;
  const plays = titles.flatMap((piece) => all.find(({ title }) => title.includes(piece)) ?? []);
  const links = plays.map(({ file, title }) => `[${title.replaceAll("|", "\\|").replaceAll("%s", "…")}](../${file})`);
  return `| ${id} | ${what} | ${links.join("<br>")} |`;
}
