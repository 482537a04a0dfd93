import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RoomView } from "../../../vault/vault.ts";
import { Button } from "../../../web/ui/button.tsx";
import { relationships } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import { type RoomInHand, roomNow } from "../frame/hand.tsx";
import { nameShown } from "../frame/named/rules.ts";
import { reuseText as text } from "./text.ts";

/** Props of `StartFrom`. */
export interface StartFromProps<Found> {
  readonly room: RoomInHand;
  /** What I wrote in a room; `undefined` where there is nothing of mine. */
  readonly find: (view: RoomView) => Found | undefined;
  /** Puts it into the fields. Nothing is written. */
  readonly onTake: (found: Found) => void;
}

/** Offers what I wrote in this room before it began anew, or in another room of mine, as a start, the newest room first; nothing where there is none. Stands below the fields. */
export function StartFrom<Found>({ room, find, onTake }: StartFromProps<Found>) {
  const offer = useSignal<{ readonly name: string | undefined; readonly found: Found } | undefined>(undefined);
  const others = (relationships.value ?? []).filter(({ roomId }) => roomId !== room.roomId);
  const key = others.map(({ roomId }) => roomId).join();

  useEffect(() => {
    let over = false;
    const look = async () => {
      const { before } = room.view;
      const mine = before && find({ ...room.view, state: before });
      if (mine !== undefined) {
        offer.value = { name: undefined, found: mine };
        return;
      }
      for (const other of others) {
        // One room after the other: the first that has something is enough.
        // oxlint-disable-next-line no-await-in-loop
        const found = find(await roomNow(other.roomId));
        if (over) return;
        if (found !== undefined) {
          offer.value = { name: nameOf(other), found };
          return;
        }
      }
    };
    void look();
    return () => {
      over = true;
    };
    // The rooms' ids are the key; what is looked for stays the same while this is shown.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);

  const { value } = offer;
  if (!value) return null;
  return (
    <div class="buttons-plain">
      <Button kind="plain" onClick={() => onTake(value.found)}>
        {value.name === undefined ? text.before : text.start(value.name)}
      </Button>
    </div>
  );
}

const nameOf = ({ partner }: Relationship) => nameShown(partner.name);
