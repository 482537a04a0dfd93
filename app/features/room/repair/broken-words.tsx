import type { AccountId } from "../../../values/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Link } from "../../../web/ui/link.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { Parts } from "../timeline/parts.tsx";
import { type Broken, goings, isStoryOf } from "./rules.ts";
import { repairLineText as text } from "./said/text.ts";
import { GoingDecided } from "./schema.ts";

/** Props of `BrokenWords`. */
export interface BrokenWordsProps {
  readonly room: RoomInHand;
  readonly id: string;
  readonly by: AccountId;
  readonly broken: Broken;
}

/** A confidence that was broken. Whose story it was decides about going on, when they like, and may decide otherwise later (6.2). */
export function BrokenWords({ room, id, by, broken }: BrokenWordsProps) {
  const breach = room.view.state.repair.broken.find((one) => one.id === id && one.by === by);
  const isMine = breach !== undefined && isStoryOf(breach, room.me);
  return (
    <div class="stack stack-small">
      <Parts
        parts={[
          [text.brokenParts.facts, broken.facts],
          [text.brokenParts.sorry, broken.sorry],
          [text.brokenParts.help, broken.help],
        ]}
      />
      {breach && room.isOpen && (
        <>
          <p class="muted small">{isMine ? text.decide : text.decides(room.name)}</p>
          {isMine && (
            <div class="buttons-plain">
              {goings.map((going) => (
                <Button
                  key={going}
                  kind="plain"
                  pressed={breach.going === going}
                  onClick={() => void room.write(eventOf(GoingDecided, { to: referTo(breach), going }))}
                >
                  {text.goings[going]}
                </Button>
              ))}
            </div>
          )}
          {isMine && (breach.going === "pause" || breach.going === "end") && (
            <Link href={`/rooms/${room.roomId}/more`}>{text.more}</Link>
          )}
        </>
      )}
    </div>
  );
}
