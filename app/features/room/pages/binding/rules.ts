/**
 * What the editor shows of a page, and how the two follow one another. The editor's document is the same row of lines as
 * the page's text, so a place in one is a place in the other: before each line the editor counts one more.
 */
import { type Attrs, type Mark, type Node, Schema } from "prosemirror-model";
import type * as Y from "yjs";
import {
  kindOf,
  lineKinds,
  linesOf,
  type LineKind,
  type Marks,
  type PageLine,
  sameMarks,
  textOf,
} from "../content/rules.ts";

const tags: Readonly<Record<LineKind, ReadonlyArray<string>>> = {
  text: ["p"],
  title: ["h2", "h1"],
  subtitle: ["h3", "h4", "h5", "h6"],
  point: ["li"],
  step: ["ol > li"],
};

/** Where a link may lead; the same as the kit's `Link`, without our own paths. */
export function isAddress(href: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)\S+$/i.test(href) && href.length <= 2000;
}

function hrefOf(attrs: Attrs): string {
  const href: unknown = attrs["href"];
  return typeof href === "string" ? href : "";
}

/** The address of an element of the host, which pure parts do not know. */
function addressOf(element: unknown): string {
  const read: unknown =
    typeof element === "object" && element !== null ? Reflect.get(element, "getAttribute") : undefined;
  const href: unknown = typeof read === "function" ? Reflect.apply(read, element, ["href"]) : undefined;
  return typeof href === "string" ? href : "";
}

/** A kind of line by a node's attributes. */
export function kindOfNode(node: Node): LineKind {
  return kindOf(node.attrs["kind"]);
}

/** All that a page may hold. What is pasted is read by this, and by nothing else. */
export const pageSchema = new Schema({
  nodes: {
    doc: { content: "line+" },
    line: {
      content: "text*",
      attrs: { kind: { default: "text" } },
      parseDOM: [
        // A paragraph inside a point is the point itself.
        { tag: "li > p", skip: true },
        ...[...lineKinds].toReversed().flatMap((kind) => tags[kind].map((tag) => ({ tag, attrs: { kind } }))),
      ],
      toDOM: ({ attrs }) => {
        const kind = kindOf(attrs["kind"]);
        if (kind === "point") return ["ul", ["li", 0]];
        if (kind === "step") return ["ol", ["li", 0]];
        return [kind === "title" ? "h2" : kind === "subtitle" ? "h3" : "p", { dir: "auto" }, 0];
      },
    },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: { default: "" } },
      inclusive: false,
      parseDOM: [
        {
          tag: "a[href]",
          getAttrs: (element: unknown) => {
            const href = addressOf(element);
            return isAddress(href) ? { href } : false;
          },
        },
      ],
      // What is no address of ours stays words, whoever wrote it.
      toDOM: ({ attrs }) =>
        isAddress(hrefOf(attrs))
          ? ["a", { href: hrefOf(attrs), title: hrefOf(attrs), rel: "noopener noreferrer", target: "_blank" }, 0]
          : ["span", 0],
    },
    em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
  },
});

function marksIn({ strong, em, link }: Marks): ReadonlyArray<Mark> {
  const { marks } = pageSchema;
  return [
    ...(link === undefined || !marks["link"] ? [] : [marks["link"].create({ href: link })]),
    ...(em && marks["em"] ? [marks["em"].create()] : []),
    ...(strong && marks["strong"] ? [marks["strong"].create()] : []),
  ];
}

/** The editor's document for lines. */
export function docNodeOf(lines: ReadonlyArray<PageLine>): Node {
  const nodes = lines.map(({ kind, runs }) =>
    pageSchema.node(
      "line",
      { kind },
      runs.map((run) => pageSchema.text(run.text, marksIn(run))),
    ),
  );
  return pageSchema.node("doc", null, nodes.length > 0 ? nodes : [pageSchema.node("line")]);
}

/** The editor's document for a page. */
export function nodeOf(doc: Y.Doc): Node {
  return docNodeOf(linesOf(doc));
}

/** A page sign by sign: `marks` of a line break say what its line is. */
interface Flat {
  readonly text: string;
  readonly looks: ReadonlyArray<Look>;
}

type Look = { readonly kind: LineKind } | Marks;

function sameLook(a: Look | undefined, b: Look | undefined): boolean {
  if (!a || !b) return a === b;
  if ("kind" in a) return "kind" in b && a.kind === b.kind;
  return !("kind" in b) && sameMarks(a, b);
}

function flatOfNode(node: Node): Flat {
  let text = "";
  const looks: Look[] = [];
  node.forEach((line) => {
    line.forEach((piece) => {
      const look = looksOf(piece.marks);
      text += piece.text ?? "";
      for (let at = 0; at < piece.nodeSize; at += 1) looks.push(look);
    });
    text += "\n";
    looks.push({ kind: kindOfNode(line) });
  });
  return { text, looks };
}

function looksOf(marks: ReadonlyArray<Mark>): Marks {
  const named = (name: string) => marks.find(({ type }) => type.name === name);
  const link = named("link");
  return {
    strong: named("strong") !== undefined,
    em: named("em") !== undefined,
    link: link && hrefOf(link.attrs),
  };
}

/** The text as it is, where its last line may lack a break. */
function flatOfDoc(doc: Y.Doc): Flat {
  const { text, looks } = flatOfNode(nodeOf(doc));
  const { length } = textOf(doc);
  return { text: text.slice(0, length), looks: looks.slice(0, length) };
}

function attributesOf(look: Look): { readonly [name: string]: string | boolean | null } {
  if ("kind" in look) return { kind: look.kind === "text" ? null : look.kind };
  return { strong: look.strong || null, em: look.em || null, link: look.link ?? null };
}

function withoutNull(attributes: Readonly<Record<string, string | boolean | null>>): Record<string, string | boolean> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  );
}

/** Stretches of equal looks: their first sign, and the one after their last. */
function stretches(looks: ReadonlyArray<Look>, from: number, to: number): ReadonlyArray<readonly [number, number]> {
  const found: Array<readonly [number, number]> = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    if (at < to && sameLook(looks[at], looks[start])) continue;
    found.push([start, at]);
    start = at;
  }
  return from === to ? [] : found;
}

/** Brings to the page what was changed in the editor since both were the same, as few signs as possible. */
export function writeBack(node: Node, doc: Y.Doc, origin: unknown): void {
  const before = flatOfDoc(doc);
  const after = flatOfNode(node);
  const shortest = Math.min(before.text.length, after.text.length);
  const isSame = (a: number, b: number) =>
    before.text.charCodeAt(a) === after.text.charCodeAt(b) && sameLook(before.looks[a], after.looks[b]);
  let head = 0;
  while (head < shortest && isSame(head, head)) head += 1;
  let tail = 0;
  while (tail < shortest - head && isSame(before.text.length - 1 - tail, after.text.length - 1 - tail)) tail += 1;
  const [oldEnd, newEnd] = [before.text.length - tail, after.text.length - tail];
  if (head === oldEnd && head === newEnd) return;
  const text = textOf(doc);
  doc.transact(() => {
    if (before.text.slice(head, oldEnd) === after.text.slice(head, newEnd)) {
      for (const [from, to] of stretches(after.looks, head, newEnd)) {
        for (const [start, end] of stretches(before.looks, from, to)) {
          const look = after.looks[from];
          if (look && !sameLook(before.looks[start], look)) text.format(start, end - start, attributesOf(look));
        }
      }
      return;
    }
    if (oldEnd > head) text.delete(head, oldEnd - head);
    for (const [from, to] of stretches(after.looks, head, newEnd)) {
      const look = after.looks[from];
      if (look) text.insert(from, after.text.slice(from, to), withoutNull(attributesOf(look)));
    }
  }, origin);
}

/** The place in the page's text of a place in the editor. */
export function indexOf(node: Node, position: number): number {
  const place = node.resolve(position);
  // Outside of a line, the nearest place is where the next one begins.
  return Math.max(0, position - place.index(0) - (place.depth === 0 ? 0 : 1));
}

/** The place in the editor of a place in the page's text. */
export function positionOf(node: Node, index: number): number {
  let left = index;
  let position = 0;
  for (let at = 0; at < node.childCount; at += 1) {
    const { nodeSize } = node.child(at);
    const length = nodeSize - 2;
    if (left <= length) return position + 1 + left;
    left -= length + 1;
    position += nodeSize;
  }
  return Math.max(0, node.content.size - 1);
}
