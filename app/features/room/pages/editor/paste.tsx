/** What is pasted or dropped is read as lines of a page, and shown by what a page may hold. It never reaches a sink. */
import { Slice } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { docNodeOf } from "../binding/rules.ts";
import { readHtml, readPlain } from "../foreign/rules.ts";

/** Puts what a clipboard, or something dropped, holds into the page. */
export function takeForeign(view: EditorView, data: DataTransfer | null): void {
  const rich = readHtml(data?.getData("text/html") ?? "");
  const lines = rich.length > 0 ? rich : readPlain(data?.getData("text/plain") ?? "");
  const slice = new Slice(docNodeOf(lines).content, 1, 1);
  if (slice.size > 0) view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView());
}
