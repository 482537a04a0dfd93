import type { ComponentChildren } from "preact";
import { Button } from "../../../web/ui/button.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { writeOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { CardHidden } from "./schema.ts";
import { choicesText as text } from "./text.ts";

/** Props of `Hideable`. */
export interface HideableProps {
  /** The card's name: that of its text. */
  readonly card: string;
  readonly children: ComponentChildren;
}

/** A card that its reader may hide for good, with undo. Nobody else learns of it. */
export function Hideable({ card, children }: HideableProps) {
  const hide = (hidden: boolean) => writeOwn(eventOf(CardHidden, { card, hidden }));
  async function handleHide() {
    if (await hide(true)) toast(text.hidden, { undo: () => void hide(false) });
  }
  return (
    <div class="stack stack-small">
      {children}
      <div class="buttons-plain">
        <Button kind="plain" onClick={() => void handleHide()}>
          {text.hide}
        </Button>
      </div>
    </div>
  );
}
