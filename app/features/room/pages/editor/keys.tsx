/** What keys and the first signs of a line do on a page. */
import { baseKeymap, chainCommands, splitBlockAs, toggleMark } from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import type { Command, EditorState, Plugin, Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { LineKind } from "../content/rules.ts";
import { kindOfNode, pageSchema } from "../binding/rules.ts";

/** What the first signs of a line, and a space, make of it. */
const beginnings: ReadonlyMap<string, LineKind> = new Map([
  ["#", "title"],
  ["##", "subtitle"],
  ["-", "point"],
  ["*", "point"],
  ["1.", "step"],
]);

/** The kind of the line in which the selection begins. */
export function kindAt({ selection }: EditorState): LineKind {
  return kindOfNode(selection.$from.parent);
}

/** Makes the selected lines into something else. */
export function makeLines(kind: LineKind): Command {
  return (state, dispatch) => {
    const { tr } = state;
    const { from, to } = state.selection;
    state.doc.nodesBetween(from, to, (node, position) => {
      if (node.type.name === "line" && kindOfNode(node) !== kind) tr.setNodeMarkup(position, null, { kind });
      return false;
    });
    if (tr.docChanged) dispatch?.(tr);
    return tr.docChanged;
  };
}

/** Strong or emphasised words. */
export function toggle(name: "strong" | "em"): Command {
  const mark = pageSchema.marks[name];
  return mark ? toggleMark(mark) : () => false;
}

/** True where the selection, or what is typed next, has the mark. */
export function hasMark({ selection, storedMarks, doc }: EditorState, name: "strong" | "em" | "link"): boolean {
  const mark = pageSchema.marks[name];
  if (!mark) return false;
  const { empty, $from, from, to } = selection;
  return empty ? mark.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, mark);
}

const isList = (kind: LineKind) => kind === "point" || kind === "step";

/** Enter goes on with the list; on an empty point, and behind a heading, with a paragraph. */
const enter: Command = (state, dispatch, view) => {
  const { parent } = state.selection.$from;
  if (parent.content.size === 0 && kindOfNode(parent) !== "text") return makeLines("text")(state, dispatch, view);
  return splitBlockAs((node, isAtEnd) => {
    const kind = kindOfNode(node);
    return { type: node.type, attrs: { kind: isAtEnd && !isList(kind) ? "text" : kind } };
  })(state, dispatch, view);
};

/** At the beginning of a line that is something else, it becomes a paragraph first. */
const backspace: Command = (state, dispatch, view) => {
  const { $cursor } = { $cursor: state.selection.empty ? state.selection.$from : undefined };
  if (!$cursor || $cursor.parentOffset > 0) return false;
  return kindOfNode($cursor.parent) !== "text" && makeLines("text")(state, dispatch, view);
};

/** The keys of a page; undoing is the page's own, since only one's own writing goes back. */
export function keys(undo: () => void, redo: () => void): ReadonlyArray<Plugin> {
  const doing =
    (act: () => void): Command =>
    () => {
      act();
      return true;
    };
  const ours = {
    Enter: enter,
    "Shift-Enter": enter,
    Backspace: chainCommands(backspace, baseKeymap["Backspace"] ?? (() => false)),
    "Mod-b": toggle("strong"),
    "Mod-i": toggle("em"),
    "Mod-z": doing(undo),
    "Mod-y": doing(redo),
    "Mod-Shift-z": doing(redo),
  };
  return [keymap(ours), keymap(baseKeymap)];
}

/** Takes “# ”, “- ” and the like at the beginning of a paragraph. */
export function takeBeginning(view: EditorView, from: number, typed: string): boolean {
  const { state } = view;
  const { $from } = state.selection;
  if (typed !== " ") return false;
  const before = $from.parent.textBetween(0, $from.parentOffset);
  const kind = beginnings.get(before);
  const now = kindOfNode($from.parent);
  // Whoever writes the sign of a list in a list means the list that is there.
  if (kind === undefined || (now !== "text" && now !== kind)) return false;
  const transaction: Transaction = state.tr.delete(from - before.length, from);
  view.dispatch(transaction.setNodeMarkup($from.before(), null, { kind }));
  return true;
}
