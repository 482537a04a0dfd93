import { useSignal, useSignalEffect } from "@preact/signals";
import type { Command, EditorState } from "prosemirror-state";
import { Button } from "../../../../web/ui/button.tsx";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import { isAddress, pageSchema } from "../binding/rules.ts";
import { kindOf, lineKinds } from "../content/rules.ts";
import { pagesText as text } from "../text.ts";
import { hasMark, kindAt, makeLines, toggle } from "./keys.tsx";
import type { Writing } from "./writing.tsx";
import "./toolbar.css";

/** Props of `Toolbar`. */
export interface ToolbarProps {
  readonly writing: Writing;
  readonly state: EditorState;
}

function linkAt({ selection, doc }: EditorState): string | undefined {
  let found: string | undefined;
  const see = (href: unknown) => {
    if (typeof href === "string") found ??= href;
  };
  for (const mark of selection.$from.marks()) if (mark.type.name === "link") see(mark.attrs["href"]);
  doc.nodesBetween(selection.from, selection.to, ({ marks }) => {
    for (const mark of marks) if (mark.type.name === "link") see(mark.attrs["href"]);
  });
  return found;
}

/** What a line is, and how its words stand out. */
export function Toolbar({ writing, state }: ToolbarProps) {
  const { view } = writing;
  const linking = useSignal(false);
  const does = (command: Command) => () => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const link = linkAt(state);
  return (
    <fieldset class="toolbar cluster no-print" aria-label={text.tools}>
      <select
        class="control control-short"
        aria-label={text.kind}
        value={kindAt(state)}
        onChange={({ currentTarget }) => does(makeLines(kindOf(currentTarget.value)))()}
      >
        {lineKinds.map((kind) => (
          <option key={kind} value={kind}>
            {text.kinds[kind]}
          </option>
        ))}
      </select>
      <Button kind="plain" pressed={hasMark(state, "strong")} onClick={does(toggle("strong"))}>
        {text.strong}
      </Button>
      <Button kind="plain" pressed={hasMark(state, "em")} onClick={does(toggle("em"))}>
        {text.em}
      </Button>
      <Button kind="plain" pressed={link !== undefined} onClick={() => (linking.value = true)}>
        {text.link}
      </Button>
      <Button kind="plain" onClick={() => writing.undo()}>
        {text.undoWriting}
      </Button>
      <Button kind="plain" onClick={() => writing.redo()}>
        {text.redoWriting}
      </Button>
      {link !== undefined && isAddress(link) && (
        <Link href={link} outside>
          {text.open}
        </Link>
      )}
      {linking.value && <LinkDialog writing={writing} href={link} onDone={() => (linking.value = false)} />}
    </fieldset>
  );
}

interface LinkDialogProps {
  readonly writing: Writing;
  readonly href: string | undefined;
  readonly onDone: () => void;
}

/** Makes the selected words lead somewhere, or puts the address where the cursor stands. */
function setLink({ view }: Writing, href: string): boolean {
  const mark = pageSchema.marks["link"]?.create({ href });
  if (!mark || !isAddress(href)) return false;
  const { tr, selection } = view.state;
  view.dispatch(
    selection.empty
      ? tr.replaceSelectionWith(pageSchema.text(href, [mark]), false)
      : tr.addMark(selection.from, selection.to, mark),
  );
  return true;
}

/** Takes the links of the lines in which the selection begins and ends away; the words stay. */
function removeLink({ view }: Writing): void {
  const { tr, selection } = view.state;
  view.dispatch(tr.removeMark(selection.$from.start(), selection.$to.end(), pageSchema.marks["link"]));
}

function LinkDialog({ writing, href, onDone }: LinkDialogProps) {
  const open = useSignal(true);
  const address = useSignal(href ?? "https://");
  const error = useSignal<string | undefined>(undefined);

  // Closed by a button, by Escape, or by the cross.
  useSignalEffect(() => {
    if (!open.value) onDone();
  });

  function handleEnd() {
    open.value = false;
    writing.view.focus();
  }

  function handleSet() {
    if (setLink(writing, address.value.trim())) handleEnd();
    else error.value = text.linkBad;
  }

  function handleRemove() {
    removeLink(writing);
    handleEnd();
  }

  const actions = (
    <>
      <Button onClick={handleSet}>{text.linkSet}</Button>
      {href !== undefined && (
        <Button kind="quiet" onClick={handleRemove}>
          {text.linkGone}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open={open} title={text.link} actions={actions}>
      <TextField label={text.linkTo} hint={text.linkHint} type="url" value={address} error={error.value} autofocus />
    </Dialog>
  );
}
