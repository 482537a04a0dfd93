/**
 * What a page holds: one text, in which each line ends with a line break that says what the line is. One text and no tree,
 * so that nothing can be nested, and what one writes into a line stays even where the other takes that line away meanwhile.
 *
 *   document = Y.Text "page"; a line break carries "kind" (missing: a paragraph), every other sign may carry
 *              "strong" true, "em" true, "link" the address. A last line without its break counts as a paragraph.
 *   state    = UTF-8 JSON [[[client, clock]...], [[kind, [[text, [mark...]]...]]...]], clients rising, equal runs joined
 */
import * as Y from "yjs";

/** What a line can be: a paragraph, a heading, a smaller one, a point of a list, a step of a numbered one. */
export const lineKinds = ["text", "title", "subtitle", "point", "step"] as const;
/** What a line is. */
export type LineKind = (typeof lineKinds)[number];

/** How a piece of text stands out. */
export interface Marks {
  readonly strong: boolean;
  readonly em: boolean;
  readonly link: string | undefined;
}

/** A piece of a line with one set of marks. */
export interface Run extends Marks {
  readonly text: string;
}

/** One line of a page. */
export interface PageLine {
  readonly kind: LineKind;
  readonly runs: ReadonlyArray<Run>;
}

/** The name of the text in its document. */
export const rootName = "page";

/** The text of a page's document. */
export function textOf(doc: Y.Doc): Y.Text {
  return doc.getText(rootName);
}

/** The kind that an attribute names; a paragraph where it names none. */
export function kindOf(value: unknown): LineKind {
  return lineKinds.find((kind) => kind === value) ?? "text";
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function listOf(value: unknown): ReadonlyArray<unknown> {
  return Array.isArray(value) ? value : [];
}

/** The marks that attributes name. */
export function marksOf(attributes: unknown): Marks {
  const link = field(attributes, "link");
  return {
    strong: field(attributes, "strong") === true,
    em: field(attributes, "em") === true,
    link: typeof link === "string" ? link.toWellFormed() : undefined,
  };
}

/** True where two pieces stand out in the same way. */
export function sameMarks(a: Marks, b: Marks): boolean {
  return a.strong === b.strong && a.em === b.em && a.link === b.link;
}

/** The lines of a document; an empty one is one empty paragraph. */
export function linesOf(doc: Y.Doc): ReadonlyArray<PageLine> {
  const lines: PageLine[] = [];
  let runs: Run[] = [];
  for (const piece of listOf(textOf(doc).toDelta())) {
    const text = field(piece, "insert");
    if (typeof text !== "string") continue;
    const attributes = field(piece, "attributes");
    const marks = marksOf(attributes);
    for (const [at, part] of text.split("\n").entries()) {
      if (at > 0) {
        lines.push({ kind: kindOf(field(attributes, "kind")), runs });
        runs = [];
      }
      if (part !== "") runs = withRun(runs, { text: part, ...marks });
    }
  }
  return runs.length > 0 || lines.length === 0 ? [...lines, { kind: "text", runs }] : lines;
}

function withRun(runs: Run[], run: Run): Run[] {
  const last = runs.at(-1);
  if (!last || !sameMarks(last, run)) return [...runs, run];
  return [...runs.slice(0, -1), { ...last, text: last.text + run.text }];
}

/** Text as it may be shown and kept: two who type into one pair of halves at once could leave one half. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}

/** The words of a line. */
export function wordsOf({ runs }: PageLine): string {
  return clean(runs.map(({ text }) => text).join(""));
}

/** A page as plain text: what search finds it by, what goes into an archive, and what an export holds. */
export function pageText(lines: ReadonlyArray<PageLine>): string {
  const written: string[] = [];
  let step = 0;
  for (const [at, line] of lines.entries()) {
    step = line.kind === "step" ? step + 1 : 0;
    const isList = line.kind === "point" || line.kind === "step";
    // Points stand line by line, everything else with a free line before it.
    if (at > 0 && !(isList && lines[at - 1]?.kind === line.kind)) written.push("");
    const before = line.kind === "point" ? "- " : line.kind === "step" ? `${step}. ` : "";
    written.push(before + clean(line.runs.map(plain).join("")));
  }
  return written.join("\n").trim();
}

function plain({ text, link }: Run): string {
  return link === undefined || link === text ? text : `${text} (${link})`;
}

/** The bytes whose hash two devices compare: who wrote how much, and what it comes to. */
export function stateBytes(doc: Y.Doc): Uint8Array {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted(([a], [b]) => a - b);
  const lines = linesOf(doc).map(({ kind, runs }) => [kind, runs.map((run) => [clean(run.text), marksIn(run)])]);
  return utf8(JSON.stringify([clocks, lines]));
}

function marksIn({ strong, em, link }: Marks): ReadonlyArray<string> {
  return [...(em ? ["em"] : []), ...(link === undefined ? [] : [`link ${link}`]), ...(strong ? ["strong"] : [])];
}

/** UTF-8 without the host: pure parts have no TextEncoder. */
function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text);
  const bytes = new Uint8Array(escaped.length);
  let length = 0;
  for (let at = 0; at < escaped.length; at += 1) {
    const isEscape = escaped.charAt(at) === "%";
    bytes[length] = isEscape ? Number.parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at);
    if (isEscape) at += 2;
    length += 1;
  }
  return bytes.slice(0, length);
}

/** What the hash of a state begins with. */
export const stateDomain = utf8("oakroom/page-state/v1\0");
