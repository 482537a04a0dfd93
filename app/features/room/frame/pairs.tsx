/** The open facts about one's pairs as every screen of a room shares them; nothing here needs the vault. */
import { effect, type ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { roomPlaces } from "../../../web/client/places.ts";
import { refreshRelationships, relationships } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";

let follows = false;

/** Keeps the bar's list of rooms as the pairs are. */
function followPlaces(): void {
  if (follows) return;
  follows = true;
  effect(() => {
    roomPlaces.value = (relationships.value ?? []).flatMap(({ roomId, partner, state }) =>
      state === "ended" ? [] : [{ href: `/rooms/${roomId}`, name: partner.name, id: partner.accountId }],
    );
  });
}

/** The caller's pairs, fetched where nobody has; `undefined` until they are there. */
export function usePairs(): ReadonlySignal<ReadonlyArray<Relationship> | undefined> {
  useEffect(() => {
    followPlaces();
    if (!relationships.peek()) void refreshRelationships();
  }, []);
  return relationships;
}
