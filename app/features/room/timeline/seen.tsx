/** Up to where each room was shown in this browser. It is told to nobody, not even the server; gone at sign-out. */
import * as z from "zod/mini";
import type { TimelineEntry } from "../../../vault/vault.ts";
import { readStored, store } from "../../../web/client/stored.ts";
import type { RoomEvent } from "../state/fold.ts";
import { lastPlace, type Placed } from "./rules.ts";

// A room and its place by turns: a list needs no further validator, and the first screen carries those.
const Seen = z.array(z.string());

function seen(): ReadonlyMap<string, string> {
  try {
    const list = z.parse(Seen, JSON.parse(readStored("seen") ?? "[]"));
    return new Map(list.flatMap((room, at) => (at % 2 === 0 ? [[room, list[at + 1] ?? ""] as const] : [])));
  } catch {
    return new Map();
  }
}

/** The place that was shown last; `undefined` where this room was never shown here. */
export function seenIn(roomId: string): string | undefined {
  return seen().get(roomId);
}

/** Keeps that all of these entries stand on the screen. */
export function keepSeen(roomId: string, entries: ReadonlyArray<Placed>): void {
  const place = lastPlace(entries);
  if (place !== undefined && document.visibilityState === "visible")
    store("seen", JSON.stringify([...new Map([...seen(), [roomId, place]])].flat()));
}

/** Entries, as far as telling new ones goes. */
export function placed(entries: ReadonlyArray<TimelineEntry<RoomEvent>>): ReadonlyArray<Placed> {
  return entries.map((entry) => ({
    place: entry.place,
    by: entry.is === "event" ? entry.event.author : entry.author,
    isWaiting: entry.is === "event" && entry.isWaiting,
  }));
}
