/** The editor of a page: ProseMirror over the page's text. */
import { EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import * as Y from "yjs";
import { toast } from "../../../../web/ui/toast.tsx";
import { indexOf, nodeOf, positionOf, writeBack } from "../binding/rules.ts";
import { textOf } from "../content/rules.ts";
import { longestPage } from "../rules.ts";
import { pagesText as text } from "../text.ts";
import { keys, takeBeginning } from "./keys.tsx";
import type { PageInHand } from "./open-page.tsx";
import { takeForeign } from "./paste.tsx";

const fromPage = "from-page";

/** Looks where the cursor stands, also where the browser has moved it and not said so yet: a key must act where one sees it. */
function readCursor(view: EditorView): void {
  const { state } = view;
  const seen = view.dom.ownerDocument.getSelection();
  if (!seen?.anchorNode || !seen.focusNode || view.composing || !view.hasFocus()) return;
  if (!(state.selection instanceof TextSelection)) return;
  if (!view.dom.contains(seen.anchorNode) || !view.dom.contains(seen.focusNode)) return;
  const anchor = view.posAtDOM(seen.anchorNode, seen.anchorOffset, -1);
  const head = view.posAtDOM(seen.focusNode, seen.focusOffset, -1);
  const next = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
  if (!next.eq(state.selection)) view.dispatch(state.tr.setSelection(next));
}

/** What the editor needs of its screen. */
export interface WritingPlace {
  readonly place: HTMLElement;
  readonly label: string;
  readonly isWritable: boolean;
  /** Called with each new state: what the buttons show. */
  readonly onState: (state: EditorState) => void;
}

/** An editor that is tied to a page until it is ended. */
export class Writing {
  readonly view: EditorView;
  readonly #hand: PageInHand;
  readonly #undo: Y.UndoManager;
  readonly #onState: (state: EditorState) => void;
  #anchor: Y.RelativePosition | undefined;
  #head: Y.RelativePosition | undefined;

  constructor(hand: PageInHand, { place, label, isWritable, onState }: WritingPlace) {
    const { doc } = hand.open;
    this.#hand = hand;
    this.#onState = onState;
    this.#undo = new Y.UndoManager(textOf(doc), { trackedOrigins: new Set([this]) });
    const plugins = keys(
      () => this.undo(),
      () => this.redo(),
    );
    this.view = new EditorView(place, {
      state: EditorState.create({ doc: nodeOf(doc), plugins: [...plugins] }),
      editable: () => isWritable,
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        class: "pages-words words",
        dir: "auto",
        "data-placeholder": text.empty,
        ...(isWritable ? {} : { "aria-readonly": "true", tabindex: "0" }),
      },
      dispatchTransaction: (transaction) => this.#dispatch(transaction),
      handleTextInput: (view, from, _to, typed) => takeBeginning(view, from, typed),
      handleDOMEvents: {
        paste: (view, event) => {
          event.preventDefault();
          if (isWritable) takeForeign(view, event.clipboardData);
          return true;
        },
        drop: (view, event) => {
          // What is dragged inside the page is its own.
          if (view.dragging) return false;
          event.preventDefault();
          if (isWritable) takeForeign(view, event.dataTransfer);
          return true;
        },
        keydown: (view) => {
          readCursor(view);
          return false;
        },
        compositionstart: () => hand.hold(true),
        compositionend: () => void setTimeout(() => hand.hold(false)),
      },
    });
    doc.on("beforeTransaction", this.#rememberPlace);
    textOf(doc).observe(this.#show);
    onState(this.view.state);
  }

  #dispatch(transaction: Transaction): void {
    const before = this.view.state;
    const isOwn = transaction.docChanged && transaction.getMeta(fromPage) === undefined;
    const size = transaction.doc.content.size;
    if (isOwn && size > longestPage && size > before.doc.content.size) {
      toast(text.tooLong);
      return;
    }
    const after = before.apply(transaction);
    this.view.updateState(after);
    if (isOwn) writeBack(after.doc, this.#hand.open.doc, this);
    this.#onState(after);
  }

  readonly #rememberPlace = ({ origin }: Y.Transaction): void => {
    if (origin === this) return;
    readCursor(this.view);
    const { doc, selection } = this.view.state;
    const at = (position: number) =>
      Y.createRelativePositionFromTypeIndex(textOf(this.#hand.open.doc), indexOf(doc, position), -1);
    this.#anchor = at(selection.anchor);
    this.#head = at(selection.head);
  };

  /** Shows what came, and leaves the cursor beside the word at which it stood. */
  readonly #show = (_event: Y.YTextEvent, { origin }: Y.Transaction): void => {
    if (origin === this) return;
    const { doc } = this.#hand.open;
    const { state } = this.view;
    const target = nodeOf(doc);
    const start = state.doc.content.findDiffStart(target.content);
    const end = state.doc.content.findDiffEnd(target.content);
    if (start === null || end === null) return;
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    let { tr } = state;
    tr.replace(start, end.a + overlap, target.slice(start, end.b + overlap));
    if (!tr.doc.eq(target)) tr = state.tr.replaceWith(0, state.doc.content.size, target.content);
    const at = (place: Y.RelativePosition | undefined) => {
      const index = place && Y.createAbsolutePositionFromRelativePosition(place, doc)?.index;
      return index === undefined ? undefined : positionOf(tr.doc, index);
    };
    const [anchor, head] = [at(this.#anchor), at(this.#head)];
    if (anchor !== undefined && head !== undefined) tr.setSelection(TextSelection.create(tr.doc, anchor, head));
    this.view.dispatch(tr.setMeta(fromPage, true).setMeta("addToHistory", false));
  };

  /** Takes back what was written last on this page, here. */
  undo(): void {
    this.#undo.undo();
  }

  /** Does again what was taken back. */
  redo(): void {
    this.#undo.redo();
  }

  /** Ends the editor; the page stays open. */
  end(): void {
    const { doc } = this.#hand.open;
    doc.off("beforeTransaction", this.#rememberPlace);
    textOf(doc).unobserve(this.#show);
    this.#undo.destroy();
    this.view.destroy();
  }
}
