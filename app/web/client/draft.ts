/**
 * What somebody is typing, kept in memory beside the screens: it outlives an error page, a way there and back,
 * and signing in again. Never stored on the device: drafts of a room are as private as the room.
 */
import { signal, type Signal } from "@preact/signals";

const drafts = new Map<string, Signal<string>>();

/** The draft under a key such as "message:ROOM"; the same signal for every caller, until it is dropped. */
export function draft(key: string, initial = ""): Signal<string> {
  const known = drafts.get(key);
  if (known) return known;
  const made = signal(initial);
  drafts.set(key, made);
  return made;
}

/** Empties a draft once its words are safe elsewhere. */
export function dropDraft(key: string): void {
  const known = drafts.get(key);
  drafts.delete(key);
  if (known) known.value = "";
}

/** Every draft that holds words, for the error page. A key that begins with "choice:" holds a choice, not words. */
export function keptDrafts(): ReadonlyArray<string> {
  return [...drafts]
    .filter(([key]) => !key.startsWith("choice:"))
    .map(([, each]) => each.peek())
    .filter((text) => text.trim() !== "");
}

let owner: string | undefined;

/** Says who is signed in now. What somebody else was typing on this page before goes; one's own stays. */
export function keepDraftsFor(person: string): void {
  if (owner !== undefined && owner !== person) dropAllDrafts();
  owner = person;
}

/** Forgets all drafts: at sign-out, and when rooms are locked. */
export function dropAllDrafts(): void {
  for (const key of drafts.keys()) dropDraft(key);
}
