import type { AccountId, ItemId } from "../../../values/id.ts";
import { draft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { Parts } from "../timeline/parts.tsx";
import { isUpwardOpen, type UpwardQuestion } from "./rules.ts";
import { feedbackLineText as text } from "./said/text.ts";

const UpwardTurn = lazily(() => import("./upward-turn.tsx").then((m) => m.UpwardTurn));

/** Props of `UpwardWords`. */
export interface UpwardWordsProps {
  readonly room: RoomInHand;
  readonly id: ItemId;
  readonly by: AccountId;
  readonly asked: UpwardQuestion;
}

/** What the mentor told first, and the question; whoever's turn it is finds the form behind one press (P95). */
export function UpwardWords({ room, id, by, asked }: UpwardWordsProps) {
  const one = room.view.state.feedback.upward.find((each) => each.id === id && each.by === by);
  // A line far from the view is not drawn; the form is open again when it is back.
  const open = draft(`choice:upward-open:${id}`);
  const isMyTurn = one && isUpwardOpen(one, room.me) && room.isOpen;
  async function handleOpen() {
    await UpwardTurn.fetch();
    open.value = "yes";
  }
  return (
    <div class="stack stack-small">
      <UpwardParts asked={asked} />
      {isMyTurn &&
        (open.value !== "" ? (
          <UpwardTurn room={room} upward={one} />
        ) : (
          <div class="buttons-plain">
            <Button kind="plain" onClick={() => void handleOpen()}>
              {by === room.me ? text.giveReply : text.giveAnswer}
            </Button>
          </div>
        ))}
    </div>
  );
}

/** A question with what was told before it. */
export function UpwardParts({ asked }: { readonly asked: UpwardQuestion }) {
  return (
    <Parts
      parts={[
        [text.upwardParts.criticism, asked.criticism],
        [text.upwardParts.weak, asked.weak],
        [text.upwardParts.question, `${asked.question} ${text.choices(asked.first, asked.second)}`],
      ]}
    />
  );
}
