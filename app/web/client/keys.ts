/** Single keys for whoever works with the keyboard; `?` shows them. They can be switched off, for people who speak to their machine. */
import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { readStored } from "./stored.ts";

/** One key and what it does. */
export interface Key {
  /** One key as `event.key` has it ("n", "/"), or two pressed after each other ("g h"). */
  readonly keys: string;
  /** In words: "Write a note". */
  readonly does: string;
}

interface BoundKey extends Key {
  readonly run: () => void;
}

const bound = signal<ReadonlyArray<BoundKey>>([]);

/** Every key in force now, for the list. */
export const keysInForce: { readonly value: ReadonlyArray<Key> } = bound;

/** Whether single keys are listened to. */
export const keysOn = signal(readStored("keys") !== "off");

/** Binds a key while the calling component is on screen. */
export function useKey(keys: string, does: string, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  // As soon as the screen stands: whoever sees it may press.
  useLayoutEffect(() => {
    const key: BoundKey = { keys, does, run: () => latest.current() };
    bound.value = [...bound.peek(), key];
    return () => {
      bound.value = bound.peek().filter((each) => each !== key);
    };
  }, [keys, does]);
}

/** Two keys belong together when the second follows within this many ms. */
const togetherMs = 1200;

/** Decides which key was meant. Pure; `before` is the key pressed shortly before, if any. */
export function meantKey<K extends Key>(
  known: ReadonlyArray<K>,
  key: string,
  before: string | undefined,
): K | undefined {
  const pair = before === undefined ? undefined : known.findLast((each) => each.keys === `${before} ${key}`);
  return pair ?? known.findLast((each) => each.keys === key);
}

/** True where a key press is text, or belongs to something that is open above the page. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable], dialog[open]") !==
    null
  );
}

/** Listens until the answer is called; the shell does it once. */
export function listenToKeys(): () => void {
  let before: { readonly key: string; readonly at: number } | undefined;
  function handle(event: KeyboardEvent) {
    if (!keysOn.peek() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
      return;
    const recent = before && event.timeStamp - before.at < togetherMs ? before.key : undefined;
    const meant = meantKey(bound.peek(), event.key, recent);
    before = { key: event.key, at: event.timeStamp };
    if (!meant) return;
    event.preventDefault();
    meant.run();
  }
  addEventListener("keydown", handle);
  return () => removeEventListener("keydown", handle);
}
