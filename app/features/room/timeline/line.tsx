import type { TimelineEntry } from "../../../vault/vault.ts";
import type { AccountId } from "../../../values/id.ts";
import { formatTime } from "../../../web/client/format.ts";
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
      when={when}
    >
      {said.kind === "part" ? said.part : <Words>{said.words}</Words>}
      {entry.is === "taken-back" && <p class="muted small">{text.takenBack}</p>}
      {entry.is === "after-gap" && <p class="muted small">{text.afterGap}</p>}
    </Entry>
  );
}

function nameOf(room: RoomInHand, author: AccountId): string {
  return author === room.me ? text.you : room.name;
}
