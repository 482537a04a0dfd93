/**
 * What a clipboard from elsewhere holds, read as lines of a page: HTML without the browser's parser, which would complain of
 * every style and handler in it, and without a sink. What is neither words, a heading, a list, emphasis nor a link is left out.
 */
import { isAddress } from "../binding/rules.ts";
import { type LineKind, type Marks, type PageLine, type Run, sameMarks } from "../content/rules.ts";

/** Nothing beyond this is read, in signs. */
const longest = 1_000_000;
/** Elements inside one another that are told apart; nobody writes more. */
const deepest = 200;

const token =
  /<!--[\s\S]*?(?:-->|$)|<!?\/?(?<name>[a-z][a-z0-9:-]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^'"<>])*)>|<[!?][^<>]*>|[^<]+|</giu;
const silent = new Set([
  "script",
  "style",
  "title",
  "template",
  "noscript",
  "textarea",
  "svg",
  "math",
  "iframe",
  "object",
  "select",
]);
const blocks = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol tr td th table blockquote pre section article header footer main hr dl dt dd".split(
    " ",
  ),
);
const kinds: ReadonlyMap<string, LineKind> = new Map([
  ["h1", "title"],
  ["h2", "title"],
  ["h3", "subtitle"],
  ["h4", "subtitle"],
  ["h5", "subtitle"],
  ["h6", "subtitle"],
]);
const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(?<code>x[0-9a-f]{1,6}|\d{1,7})|(?<name>[a-z]{2,8}));/giu,
    (whole: string, code: unknown, name: unknown) => {
      if (typeof name === "string") return entities.get(name.toLowerCase()) ?? whole;
      const digits = String(code);
      const point = /^x/iu.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
      return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : "";
    },
  );
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, "iu").exec(attributes);
  return decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

interface Open {
  readonly name: string;
  readonly marks: Marks;
}

const plain: Marks = { strong: false, em: false, link: undefined };

/** How an element makes its words stand out; some programs say it in a style alone, or take it back there. */
function marksWithin(outer: Marks, name: string, attributes: string): Marks {
  const style = attribute(attributes, "style");
  const weight = /font-weight\s*:\s*(?<weight>\w+)/iu.exec(style)?.groups?.["weight"];
  const isHeavy = weight === undefined ? undefined : /^(?:bold|bolder|[6-9]00)$/iu.test(weight);
  const href = name === "a" ? attribute(attributes, "href").trim() : "";
  return {
    strong: isHeavy ?? (outer.strong || name === "b" || name === "strong"),
    em: outer.em || name === "i" || name === "em" || /font-style\s*:\s*italic/iu.test(style),
    link: isAddress(href) ? href : outer.link,
  };
}

class Reader {
  readonly lines: PageLine[] = [];
  readonly #open: Open[] = [];
  #runs: Run[] = [];
  #silent: string | undefined;
  #isAfterSpace = true;

  text(text: string): void {
    if (this.#silent !== undefined) return;
    const isPre = this.#open.some(({ name }) => name === "pre");
    const words = decoded(text).toWellFormed().replaceAll("\0", "");
    if (isPre) {
      for (const [at, line] of words.split("\n").entries()) {
        if (at > 0) this.#end();
        this.#add(line);
      }
      return;
    }
    const one = words.replaceAll(/\s+/gu, " ");
    const added = this.#isAfterSpace ? one.trimStart() : one;
    this.#add(added);
    if (added !== "") this.#isAfterSpace = added.endsWith(" ");
  }

  #add(text: string): void {
    if (text === "") return;
    const marks = this.#open.at(-1)?.marks ?? plain;
    const last = this.#runs.at(-1);
    if (last && sameMarks(last, marks)) this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text };
    else this.#runs.push({ ...marks, text });
  }

  tag(name: string, attributes: string, isEnd: boolean): void {
    if (this.#silent !== undefined) {
      if (isEnd && name === this.#silent) this.#silent = undefined;
      return;
    }
    if (blocks.has(name) || name === "br") this.#end();
    if (isEnd) {
      const at = this.#open.findLastIndex((open) => open.name === name);
      if (at >= 0) this.#open.length = at;
      return;
    }
    if (silent.has(name) && !attributes.endsWith("/")) this.#silent = name;
    if (this.#silent !== undefined || /^(?:br|hr|img|input|meta|link|col|wbr)$/u.test(name)) return;
    const outer = this.#open.at(-1)?.marks ?? plain;
    if (this.#open.length < deepest) this.#open.push({ name, marks: marksWithin(outer, name, attributes) });
  }

  /** Ends a line where there is something on it. */
  #end(): void {
    const last = this.#runs.at(-1);
    if (last) this.#runs[this.#runs.length - 1] = { ...last, text: last.text.trimEnd() };
    const runs = this.#runs.filter(({ text }) => text !== "");
    if (runs.length > 0) this.lines.push({ kind: this.#kind(), runs });
    this.#runs = [];
    this.#isAfterSpace = true;
  }

  #kind(): LineKind {
    const around = this.#open.findLast(({ name }) => name === "li" || kinds.has(name));
    if (around === undefined) return "text";
    const list = this.#open.findLast(({ name }) => name === "ul" || name === "ol");
    return kinds.get(around.name) ?? (list?.name === "ol" ? "step" : "point");
  }

  close(): ReadonlyArray<PageLine> {
    this.#end();
    return this.lines;
  }
}

/** Reads HTML from elsewhere as lines of a page. Never throws. */
export function readHtml(html: string): ReadonlyArray<PageLine> {
  const reader = new Reader();
  for (const { 0: whole, groups } of html.slice(0, longest).matchAll(token)) {
    const name = groups?.["name"]?.toLowerCase();
    if (name !== undefined) reader.tag(name, groups?.["attributes"] ?? "", whole.startsWith("</"));
    else if (!whole.startsWith("<!") && !whole.startsWith("<?")) reader.text(whole);
  }
  return reader.close();
}

/** Reads plain words, a line each. */
export function readPlain(text: string): ReadonlyArray<PageLine> {
  return text
    .slice(0, longest)
    .toWellFormed()
    .replaceAll("\0", "")
    .split(/\r\n|\r|\n/u)
    .map((line) => ({ kind: "text", runs: line === "" ? [] : [{ ...plain, text: line }] }));
}
