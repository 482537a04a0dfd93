import type { ComponentChildren } from "preact";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { type RoomInHand, useOwn } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { HopesForm } from "./hopes-form.tsx";
import { HopesTurned } from "./hopes-turned.tsx";
import { cardOf, headings, type OwnHopesState, revealOf, standingOf } from "./rules.ts";
import { readHopes } from "./schema.ts";
import { headingText, hopesText as text } from "./text.ts";
import { Withdraw } from "./withdraw.tsx";

/** The page of the cards that turn over together (P34, P77). */
export function Hopes({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {(room) => <HopesBody room={room} />}
    </RoomPage>
  );
}

/** The same as a card of a session. */
export function HopesCard({ room }: { readonly room: RoomInHand }) {
  return (
    <Card soft title={text.title}>
      <HopesBody room={room} />
    </Card>
  );
}

function HopesBody({ room }: { readonly room: RoomInHand }) {
  const own = useOwn();
  if (!own) return null;
  const state = room.view.state.hopes;
  const standing = standingOf(state, own.state.hopes, room.roomId, room.me, room.other);
  const isOver = !room.isOpen;
  switch (standing) {
    case "to-write":
      return isOver ? null : <HopesForm room={room} lead={text.lead(room.name)} />;
    case "other-waits":
      return isOver ? null : <HopesForm room={room} lead={text.otherWaits(room.name)} />;
    case "open":
      return <HopesTurned room={room} />;
    default: {
      const isMineOpen = cardOf(state, room.me)?.text !== undefined;
      const words = {
        waits: text.waits(room.name),
        turning: isMineOpen ? text.turning(room.name) : text.turningMine,
        lost: text.lost,
        "changed-mine": text.changedMine,
        "changed-theirs": text.changedTheirs(room.name),
      };
      return (
        <FaceDown room={room} own={own.state.hopes} isCare={standing !== "waits" && standing !== "turning"}>
          {words[standing]}
        </FaceDown>
      );
    }
  }
}

interface FaceDownProps {
  readonly room: RoomInHand;
  readonly own: OwnHopesState;
  readonly isCare: boolean;
  readonly children: ComponentChildren;
}

/** One's own card before both are open: what it waits for, one's own words folded away, and a way to take it back. */
function FaceDown({ room, own, isCare, children }: FaceDownProps) {
  const mine = cardOf(room.view.state.hopes, room.me);
  const kept = revealOf(room.view.state.hopes, own, room.roomId, room.me);
  const words = kept && readHopes(kept.text);
  return (
    <div class="stack measure">
      <Notice kind={isCare ? "care" : "info"}>{children}</Notice>
      {words && (
        <Disclosure summary={text.own}>
          <dl>
            {headings
              .filter((heading) => words[heading] !== "")
              .map((heading) => (
                <div key={heading} class="stack stack-small">
                  <dt class="muted small">{headingText[heading]}</dt>
                  <dd>
                    <Words>{words[heading]}</Words>
                  </dd>
                </div>
              ))}
          </dl>
        </Disclosure>
      )}
      {mine && room.isOpen && <Withdraw room={room} card={mine.card} />}
    </div>
  );
}
