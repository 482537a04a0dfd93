import { useSignal } from "@preact/signals";
import type { AccountId } from "../../../values/id.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { longestWords, referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { decisionOf, type Difference } from "./rules.ts";
import { differencesLineText as text } from "./said/text.ts";
import { DifferenceDecided, DifferenceViewed } from "./schema.ts";

/** Props of `DifferenceWords`. */
export interface DifferenceWordsProps {
  readonly room: RoomInHand;
  readonly id: string;
  readonly by: AccountId;
  readonly about: string;
}

/** Both views side by side; the mentee's decision stands apart, and only the mentee writes it (P19). */
export function DifferenceWords({ room, id, by, about }: DifferenceWordsProps) {
  const one = room.view.state.differences.all.find((each) => each.id === id && each.by === by);
  if (!one) return <Words>{about}</Words>;
  return (
    <div class="stack stack-small">
      <Words>{about}</Words>
      <div class="columns">
        <div>
          <p class="muted small">{text.you}</p>
          {one.views[room.me] && <Words>{one.views[room.me] ?? ""}</Words>}
          <Written room={room} one={one} is="view" kept={one.views[room.me] ?? ""} />
        </div>
        <div>
          <p class="muted small">{room.name}</p>
          {one.views[room.other] ? (
            <Words>{one.views[room.other] ?? ""}</Words>
          ) : (
            <p class="muted">{text.soFar(room.name)}</p>
          )}
        </div>
      </div>
      <Decision room={room} one={one} />
    </div>
  );
}

function Decision({ room, one }: { readonly room: RoomInHand; readonly one: Difference }) {
  const isMine = room.relationship.myRole === "mentee";
  const decided = decisionOf(one, isMine ? room.me : room.other);
  return (
    <div>
      {decided === "" ? (
        !isMine && <p class="muted">{text.undecided(room.name)}</p>
      ) : (
        <>
          <p class="muted small">{isMine ? text.decisionMine : text.decision(room.name)}</p>
          <Words>{decided}</Words>
        </>
      )}
      {isMine && <Written room={room} one={one} is="decision" kept={decided} />}
    </div>
  );
}

interface WrittenProps {
  readonly room: RoomInHand;
  readonly one: Difference;
  readonly is: "view" | "decision";
  readonly kept: string;
}

/** One's own view or decision, to write or to change. */
function Written({ room, one, is, kept }: WrittenProps) {
  const key = `${is}:${one.id}`;
  const words = draft(key, kept);
  const open = useSignal(false);
  if (!room.isOpen) return null;
  const isView = is === "view";

  async function handleKeep() {
    const said = words.value.trim();
    if (said === kept || (isView && said === "")) return;
    const about = { to: referTo(one), text: said };
    if (!(await room.write(isView ? eventOf(DifferenceViewed, about) : eventOf(DifferenceDecided, about)))) return;
    dropDraft(key);
    open.value = false;
  }

  const label = isView ? (kept === "" ? text.yourView : text.change) : text.decide;
  return (
    <Disclosure summary={label} open={open.value} onToggle={(next) => (open.value = next)}>
      <div class="stack stack-small">
        <TextArea
          label={label}
          hint={isView ? undefined : text.decideHint}
          value={words}
          words
          rows={2}
          most={longestWords}
        />
        <div>
          <Button kind="quiet" onClick={() => void handleKeep()}>
            {isView ? text.keepView : text.keepDecision}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
