import type { ItemId } from "../../../values/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { HopesWithdrawn } from "./schema.ts";
import { hopesText as text } from "./text.ts";

/** Props of `Withdraw`. */
export interface WithdrawProps {
  readonly room: RoomInHand;
  readonly card: ItemId;
  readonly words?: string;
}

/** Takes one's own card back. */
export function Withdraw({ room, card, words = text.withdraw }: WithdrawProps) {
  async function handlePress() {
    if (await room.write(eventOf(HopesWithdrawn, { card }))) toast(text.withdrawn);
  }
  return (
    <div class="buttons-plain">
      <Button kind="plain" onClick={() => void handlePress()}>
        {words}
      </Button>
    </div>
  );
}
