import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RoomView } from "../../../../vault/vault.ts";
import { Link } from "../../../../web/ui/link.tsx";
import type { Relationship } from "../../../programme/relationships/schema.ts";
import { followRoom } from "../../frame/hand.tsx";
import { nameShown } from "../../frame/named/rules.ts";
import { usePairs } from "../../frame/pairs.tsx";
import { erasingText as text } from "./text.ts";

/** Below the rooms that have ended: which of them the other would have erased, until that is answered. For an open vault. */
export function ErasingOnHome() {
  const over = usePairs().value?.filter(({ state }) => state === "ended") ?? [];
  return over.map((pair) => <Asked key={pair.roomId} pair={pair} />);
}

function Asked({ pair: { roomId, partner } }: { readonly pair: Relationship }) {
  const erasing = useSignal<RoomView["erasing"] | undefined>(undefined);
  useEffect(() => followRoom(roomId, (view) => (erasing.value = view.erasing)), [roomId, erasing]);
  if (!erasing.value) return null;
  const { mine, theirs, keptBy, gone } = erasing.value;
  if (!theirs || mine || keptBy || gone) return null;
  const name = nameShown(partner.name);
  return (
    <p>
      {text.onHome(name)} <Link href={`/rooms/${roomId}/more/erasing`}>{text.look(name)}</Link>
    </p>
  );
}
