import type { ComponentChildren } from "preact";
import { Button } from "../../../web/ui/button.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { writeOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { CardHidden } from "./schema.ts";
import { choicesText as text, nameOf } from "./text.ts";

/** Props of `Hideable`. */
export interface HideableProps {
  /** The card's name: that of its text. */
  readonly card: string;
  /** The cards it goes with, which can be hidden together. */
  readonly group?: string;
  readonly children: ComponentChildren;
}

/** A card that its reader may hide for good, with undo. Nobody else learns of it. */
export function Hideable({ card, group, children }: HideableProps) {
  const hide = (name: string, hidden: boolean) => writeOwn(eventOf(CardHidden, { card: name, hidden }));
  async function handleHide(name: string) {
    if (await hide(name, true)) toast(text.hidden, { undo: () => void hide(name, false) });
  }
  return (
    <div class="stack stack-small">
      {children}
      <div class="buttons-plain">
        <Button kind="plain" onClick={() => void handleHide(card)}>
          {text.hide}
        </Button>
        {group !== undefined && (
          <Button kind="plain" onClick={() => void handleHide(group)}>
            {text.hideAll(nameOf(group))}
          </Button>
        )}
      </div>
    </div>
  );
}
