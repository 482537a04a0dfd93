import { useSignal } from "@preact/signals";
import type { TimelineEntry } from "../../../vault/vault.ts";
import type { AccountId } from "../../../values/id.ts";
import { formatTime } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Entry } from "../../../web/ui/entry.tsx";
import { me } from "../../programme/sign-in/api.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import type { RoomEvent } from "../state/fold.ts";
import { say } from "./lines.tsx";
import { timelineText as text } from "./text.ts";
import "./line.css";

/** Props of `Line`. */
export interface LineProps {
  readonly room: RoomInHand;
  readonly entry: TimelineEntry<RoomEvent>;
}

/** One thing of the timeline in words. */
export function Line({ room, entry }: LineProps) {
  if (entry.is === "damaged") return <p class="line-quiet muted small">{text.damaged}</p>;
  if (entry.is === "newer") return <p class="line-quiet muted small">{text.newer}</p>;
  if (entry.event === undefined) return <p class="line-quiet muted small">{text.afterGap}</p>;
  const { event } = entry;
  const said = say(event, room);
  const when = entry.is === "event" && entry.isWaiting ? text.waiting : formatTime(event.at);
  if (said.kind === "quiet")
    return (
      <p class="line-quiet muted small">
        <span dir="auto">{nameOf(room, event.author)}</span> {said.words} <span class="figures">{when}</span>
        {entry.is === "taken-back" && <> {text.takenBack}</>}
      </p>
    );
  return (
    <Entry
      name={nameOf(room, event.author)}
      person={{ id: event.author, name: event.author === room.me ? (me.value?.name ?? "") : room.name }}
      tag={said.tag}
      when={
        said.kind === "words" && said.acts ? (
          <>
            {when} {said.acts}
          </>
        ) : (
          when
        )
      }
    >
      {said.kind === "part" ? said.part : <LongWords>{said.words}</LongWords>}
      {said.kind === "words" && said.below}
      {entry.is === "taken-back" && <p class="muted small">{text.takenBack}</p>}
      {entry.is === "after-gap" && <p class="muted small">{text.afterGap}</p>}
    </Entry>
  );
}

/** What is longer, in characters, or has more lines, is folded: a room is a place to look over. */
const folded = { characters: 800, lines: 18 };

/** Words of any length; very long ones begin folded. */
function LongWords({ children }: { readonly children: string }) {
  const isWhole = useSignal(false);
  const lines = children.split("\n");
  const isLong = children.length > folded.characters * 1.25 || lines.length > folded.lines * 1.25;
  if (!isLong) return <Words>{children}</Words>;
  const beginning = lines.slice(0, folded.lines).join("\n").slice(0, folded.characters);
  return (
    <>
      <Words>{isWhole.value ? children : `${beginning.replace(/\s+\S*$/u, "")} …`}</Words>
      <div class="buttons-plain">
        <Button kind="plain" expanded={isWhole.value} onClick={() => (isWhole.value = !isWhole.value)}>
          {isWhole.value ? text.fold : text.unfold}
        </Button>
      </div>
    </>
  );
}

function nameOf(room: RoomInHand, author: AccountId): string {
  return author === room.me ? text.you : room.name;
}
