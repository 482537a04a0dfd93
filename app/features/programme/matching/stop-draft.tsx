import { Button } from "../../../web/ui/button.tsx";
import type { Hand } from "./hand.tsx";
import { text } from "./text.ts";

/** Fewer people are matched before anybody could read a button. */
const worthStopping = 500;

/** Stops a draft that is being worked out. */
export function StopDraft({ hand }: { readonly hand: Hand }) {
  if (hand.busy.value !== "draft" || hand.board.looking < worthStopping) return null;
  return (
    <Button kind="plain" onClick={hand.stop}>
      {text.stop}
    </Button>
  );
}
