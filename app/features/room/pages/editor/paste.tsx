/** What is pasted or dropped is read by what a page may hold. No HTML of anybody ever reaches a sink of this document. */
import { DOMParser, Fragment, Slice } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { pageSchema } from "../binding/rules.ts";

/**
 * The browser's own reading of foreign HTML: a document of its own, without scripts, that is shown nowhere. Where a browser
 * lacks it, the words come without their looks; `innerHTML` and its kin stay refused by Trusted Types.
 */
function readSafely(html: string): Document | undefined {
  const read: unknown = Reflect.get(Document, "parseHTML");
  if (typeof read !== "function") return undefined;
  const parsed: unknown = Reflect.apply(read, Document, [html]);
  return parsed instanceof Document ? parsed : undefined;
}

/** Plain words, a line each. */
export function linesOfText(text: string): Slice {
  const lines = text
    .toWellFormed()
    .replaceAll("\0", "")
    .split(/\r\n|\r|\n/)
    .map((line) => pageSchema.node("line", null, line === "" ? [] : [pageSchema.text(line)]));
  return new Slice(Fragment.from(lines), 1, 1);
}

/** Puts what a clipboard, or something dropped, holds into the page. */
export function takeForeign(view: EditorView, data: DataTransfer | null): void {
  const html = data?.getData("text/html") ?? "";
  const text = data?.getData("text/plain") ?? "";
  const read = html === "" ? undefined : readSafely(html);
  const slice = read ? DOMParser.fromSchema(pageSchema).parseSlice(read.body) : linesOfText(text);
  if (slice.size > 0) view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView());
}
