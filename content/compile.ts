/**
 * Turns a Markdown file of guidance into a TypeScript module. Pure: text in, text out; `compile.test.ts` keeps the files in step.
 *
 * A file is a heading, then blocks:
 *
 *     ### conf.reminder
 *     meta: both; first card of every Open step
 *     A line is a paragraph. **Bold** is bold. {name} is a place for a value.
 *     - Lines that begin with a hyphen or a number and a full stop are a list.
 *
 * Nothing else is markup. Straight quotes, apostrophes and three dots become the printer's own.
 */
import type { Block, Inline, Piece } from "./blocks.ts";

/** A text that cannot be compiled; says the line. */
export class ContentFault extends Error {
  override readonly name = "ContentFault";
}

const idLine = /^### ([a-z]+(?:\.[a-z]+)+)$/;
const bulletLine = /^- (.+)$/;
const numberLine = /^\d+\. (.+)$/;

/** Reads the blocks of a file. Throws `ContentFault` where the file is not as described above. */
export function readBlocks(markdown: string): ReadonlyArray<Block> {
  const blocks: Block[] = [];
  const lines = markdown.split("\n");
  lines.forEach((line, at) => {
    const id = idLine.exec(line)?.[1];
    if (line.startsWith("###") && id === undefined) throw new ContentFault(`line ${at + 1}: "${line}" is not an id`);
    if (id === undefined) return;
    if (blocks.some((block) => block.id === id)) throw new ContentFault(`line ${at + 1}: ${id} is there twice`);
    const meta = lines[at + 1];
    if (meta === undefined || !meta.startsWith("meta: "))
      throw new ContentFault(`line ${at + 2}: ${id} has no meta line`);
    const rest = lines.slice(at + 2);
    const end = rest.findIndex((each) => each.startsWith("###"));
    const pieces = readPieces(end === -1 ? rest : rest.slice(0, end), at + 3);
    if (pieces.length === 0) throw new ContentFault(`line ${at + 1}: ${id} is empty`);
    blocks.push({ id, meta: meta.slice("meta: ".length), pieces });
  });
  return blocks;
}

function readPieces(lines: ReadonlyArray<string>, firstLine: number): ReadonlyArray<Piece> {
  const pieces: Piece[] = [];
  let list: { ordered: boolean; items: ReadonlyArray<Inline>[] } | undefined;
  lines.forEach((line, at) => {
    const number = numberLine.exec(line)?.[1];
    const item = bulletLine.exec(line)?.[1] ?? number;
    if (item === undefined) list = undefined;
    if (line.trim() === "") return;
    if (item === undefined) {
      pieces.push({ kind: "paragraph", words: readInline(line, firstLine + at) });
      return;
    }
    const ordered = number !== undefined;
    if (!list || list.ordered !== ordered) {
      list = { ordered, items: [] };
      pieces.push({ kind: "list", ...list });
    }
    list.items.push(readInline(item, firstLine + at));
  });
  return pieces;
}

function readInline(text: string, line: number): ReadonlyArray<Inline> {
  const words: Inline[] = [];
  const parts = /\*\*(?<bold>[^*]+)\*\*|\{(?<value>[^{}]+)\}|(?<plain>[^*{}]+)|(?<stray>[\s\S])/gu;
  for (const { groups } of typographic(text).matchAll(parts)) {
    if (groups?.["stray"] !== undefined) throw new ContentFault(`line ${line}: a stray ${groups["stray"]}`);
    if (groups?.["bold"] !== undefined) words.push({ bold: readInline(groups["bold"], line) });
    else if (groups?.["value"] !== undefined) words.push({ value: groups["value"] });
    else words.push(groups?.["plain"] ?? "");
  }
  return words;
}

/** Straight quotes, apostrophes and three dots as printers set them in English. */
export function typographic(text: string): string {
  return text
    .replaceAll("...", "…")
    .replaceAll(/(^|[\s(*{])"/g, "$1“")
    .replaceAll('"', "”")
    .replaceAll(/(^|[\s(“])'/g, "$1‘")
    .replaceAll("'", "’");
}

/** The name under which a block is exported: "fb.upward.ask" is `fbUpwardAsk`. */
export function exportName(id: string): string {
  return id.replaceAll(/\.([a-z])/g, (_, sign: string) => sign.toUpperCase());
}

function valueNames(words: ReadonlyArray<Inline>): ReadonlyArray<string> {
  return words.flatMap((word) => {
    if (typeof word === "string") return [];
    return "bold" in word ? valueNames(word.bold) : [word.value];
  });
}

function typeOf(block: Block): string {
  const names = block.pieces.flatMap((piece) =>
    piece.kind === "paragraph" ? valueNames(piece.words) : piece.items.flatMap(valueNames),
  );
  const unique = [...new Set(names)].map((name) => JSON.stringify(name));
  return unique.length === 0 ? "Block<never>" : `Block<${unique.join(" | ")}>`;
}

/** The name of the file in which a block stands by itself. */
export function fileName(id: string): string {
  return `${id}.generated.ts`;
}

/** The module of one block: a file of its own, so that a screen carries only the words that it shows. */
export function writeBlock(theme: string, block: Block): string {
  return [
    `// Made from ${theme}.md: see content/README.md.\nimport type { Block } from "../../blocks.ts";\n`,
    `/** ${block.id}: ${block.meta} */\nexport const ${exportName(block.id)}: ${typeOf(block)} = ${JSON.stringify(block)};\n`,
  ].join("\n");
}

/** The module of one theme: each block under a name of its own, and all by id. */
export function writeTheme(theme: string, blocks: ReadonlyArray<Block>): string {
  const imports = blocks.map(({ id }) => `import { ${exportName(id)} } from "./texts/${fileName(id)}";`).join("\n");
  const names = blocks.map(({ id }) => `  ${exportName(id)},`).join("\n");
  const table = blocks.map(({ id }) => `  ${JSON.stringify(id)}: ${exportName(id)},`).join("\n");
  return [
    `// Made from ${theme}.md: see content/README.md.\n${imports}\n`,
    `export {\n${names}\n};\n`,
    `/** All blocks of this theme by id. */\nexport const blocks = {\n${table}\n};\n`,
  ].join("\n");
}

/** The module that knows every id and where it is. */
export function writeIds(
  themes: ReadonlyArray<{ readonly theme: string; readonly blocks: ReadonlyArray<Block> }>,
): string {
  const rows = themes.flatMap(({ theme, blocks }) =>
    blocks.map((block) => `  ${JSON.stringify(block.id)}: ${JSON.stringify(theme)},`),
  );
  const loads = themes.map(({ theme }) => `  ${JSON.stringify(theme)}: () => import("./${theme}.generated.ts"),`);
  return [
    "// Made from the Markdown files beside it: see content/README.md.\n",
    `/** The theme in which each text stands. */\nexport const themeOf = {\n${rows.join("\n")}\n} as const;\n`,
    "/** The id of a text. */\nexport type ContentId = keyof typeof themeOf;\n",
    `/** Fetches the texts of a theme; each theme is a chunk of its own. */\nexport const themes = {\n${loads.join("\n")}\n};\n`,
  ].join("\n");
}
