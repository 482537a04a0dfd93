/** The open facts about one's pairs as every screen of a room shares them; nothing here needs the vault. */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import * as z from "zod/mini";
import { away } from "../../../web/client/client.ts";
import { roomPlaces } from "../../../web/client/places.ts";
import { readStored, store } from "../../../web/client/stored.ts";
import { refreshRelationships, relationships } from "../../programme/relationships/api.ts";
import { Relationship } from "../../programme/relationships/schema.ts";
import { me } from "../../programme/sign-in/api.ts";

const asked = signal(false);

/** Whether the server has told the pairs since this page was loaded; until then they are as they were on the last visit. */
export const pairsAreFresh: ReadonlySignal<boolean> = asked;

let follows = false;

/** What this browser remembers of the last visit, so that rooms can be read while the server is away; gone at sign-out. */
function remembered(): ReadonlyArray<Relationship> | undefined {
  try {
    return z.parse(z.array(Relationship), JSON.parse(readStored("pairs") ?? ""));
  } catch {
    return undefined;
  }
}

async function ask(): Promise<void> {
  const answer = await refreshRelationships();
  if (answer.kind === "done") asked.value = true;
}

/** Keeps the pairs as the server has them, on this browser too, and the bar's list of rooms as the pairs are. */
function followPairs(): void {
  if (follows) return;
  follows = true;
  relationships.value ??= remembered();
  effect(() => {
    const pairs = relationships.value;
    store("pairs", pairs && JSON.stringify(pairs));
    roomPlaces.value = (pairs ?? []).flatMap(({ roomId, partner, state }) =>
      state === "ended" ? [] : [{ href: `/rooms/${roomId}`, name: partner.name, id: partner.accountId }],
    );
  });
  effect(() => {
    if (me.value === undefined) {
      asked.value = false;
      relationships.value = undefined;
    }
    // A pause, or an end, may have come meanwhile.
    else if (away.value) asked.value = false;
    else if (!away.value && !asked.value) void ask();
  });
}

/** The caller's pairs: at once where this browser remembers them, then as the server tells them. `undefined` until they are there. */
export function usePairs(): ReadonlySignal<ReadonlyArray<Relationship> | undefined> {
  useEffect(followPairs, []);
  return relationships;
}
