import { Button } from "../../../web/ui/button.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { MayKeep } from "./schema.ts";
import { farewellText as text } from "./text.ts";

/** Each is asked whether the other may keep their words (P104). No answer is a no, and nobody is shown one. */
export function MayKeepAll({ room }: { readonly room: RoomInHand }) {
  const { mayKeep } = room.view.state.ending;
  const isMine = mayKeep[room.me] === true;
  const write = (may: boolean) => void room.write(eventOf(MayKeep, { may }));
  const isOver = room.relationship.state !== "live";
  return (
    <>
      {!isOver && !isMine && (
        <div class="stack stack-small">
          <p class="strong">{text.mayAsk(room.name)}</p>
          <p class="muted small">{text.mayHint}</p>
          <div>
            <Button kind="quiet" onClick={() => write(true)}>
              {text.may}
            </Button>
          </div>
        </div>
      )}
      {isMine && (
        <div class="row-apart">
          <p>{text.mayIs(room.name)}</p>
          {!isOver && (
            <Button kind="plain" onClick={() => write(false)}>
              {text.mayNot}
            </Button>
          )}
        </div>
      )}
      {mayKeep[room.other] === true && <p data-news>{text.mayTheirs(room.name)}</p>}
    </>
  );
}
