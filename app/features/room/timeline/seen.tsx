/** Up to where each room was shown in this browser. It is told to nobody, not even the server; gone at sign-out. */
import * as z from "zod/mini";
import type { TimelineEntry } from "../../../vault/vault.ts";
import { readStored, store } from "../../../web/client/stored.ts";
import type { RoomEvent } from "../state/fold.ts";
import { lastPlace, type Placed } from "./rules.ts";

const Seen = z.record(z.string(), z.string());

function seen(): Readonly<Record<string, string>> {
  try {
    return z.parse(Seen, JSON.parse(readStored("seen") ?? "{}"));
  } catch {
    return {};
  }
}

/** The place that was shown last; `undefined` where this room was never shown here. */
export function seenIn(roomId: string): string | undefined {
  return seen()[roomId];
}

/** Keeps that all of these entries stand on the screen. */
export function keepSeen(roomId: string, entries: ReadonlyArray<Placed>): void {
  const place = lastPlace(entries);
  if (place !== undefined && document.visibilityState === "visible")
    store("seen", JSON.stringify({ ...seen(), [roomId]: place }));
}

/** Entries, as far as telling new ones goes. */
export function placed(entries: ReadonlyArray<TimelineEntry<RoomEvent>>): ReadonlyArray<Placed> {
  return entries.map((entry) => ({
    place: entry.place,
    by: entry.is === "event" ? entry.event.author : entry.author,
    isWaiting: entry.is === "event" && entry.isWaiting,
  }));
}
