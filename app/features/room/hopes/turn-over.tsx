import { useEffect } from "preact/hooks";
import { type RoomInHand, useOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { cardOf, isToTurn, revealOf } from "./rules.ts";
import { HopesRevealed } from "./schema.ts";

/** What turning over needs of a room. */
export type TurningRoom = Pick<RoomInHand, "roomId" | "view" | "me" | "other" | "write">;

/** The cards that this page has turned over. */
const turned = new Set<string>();

/** Turns one's own card over by itself, once both lie in a room that is fully read. Shows nothing. */
export function TurnOver({ room }: { readonly room: TurningRoom }) {
  const own = useOwn();
  const { roomId, me, other, view, write } = room;
  const state = view.state.hopes;
  const isDue = view.condition.is === "ready" && isToTurn(state, me, other);
  const kept = isDue && own ? revealOf(state, own.state.hopes, roomId, me) : undefined;
  useEffect(() => {
    const beside = cardOf(state, other)?.card;
    if (!kept || !beside || turned.has(kept.card)) return;
    turned.add(kept.card);
    // What could not be written is tried again when the room is next looked at.
    void write(eventOf(HopesRevealed, { reveal: kept.reveal, beside })).then((id) => id ?? turned.delete(kept.card));
    // A new function with every view; what is written depends on the card alone.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [kept]);
  return null;
}
