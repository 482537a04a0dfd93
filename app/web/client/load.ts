import { useSignal, type ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Answer, unreadText } from "./answer.ts";

/** waiting: less than 300 ms, show nothing. slow: show a skeleton. ready, or failed with a sentence. */
export type LoadState<Value> =
  | { readonly kind: "waiting" }
  | { readonly kind: "slow" }
  | { readonly kind: "ready"; readonly value: Value }
  | { readonly kind: "failed"; readonly text: string };

/** Something that is being fetched for a screen. */
export interface Load<Value> {
  readonly state: ReadonlySignal<LoadState<Value>>;
  /** Fetches again. What is shown stays until the new value is there. */
  readonly again: () => void;
  /** Puts a value there without fetching: after an act whose outcome is known. */
  readonly put: (value: Value) => void;
}

/** Skeletons come after this many ms, so that quick answers do not flicker. */
const slowMs = 300;

/**
 * Fetches for a screen when it appears and whenever `key` changes; an answer that comes too late is dropped.
 * Draw it with `Loaded`. A defect is thrown into the screen's error page.
 */
export function useLoad<Value>(
  key: string,
  fetchIt: (signal: AbortSignal) => Promise<Answer<Value, string>>,
): Load<Value> {
  const state = useSignal<LoadState<Value>>({ kind: "waiting" });
  const defect = useSignal<Error | undefined>(undefined);
  const round = useSignal(0);
  const latest = useRef(fetchIt);
  latest.current = fetchIt;
  const loadedKey = useRef(key);
  const turn = round.value;

  if (defect.value !== undefined) throw defect.value;

  useEffect(() => {
    if (loadedKey.current !== key) state.value = { kind: "waiting" };
    loadedKey.current = key;
    const stopper = new AbortController();
    const timer = setTimeout(() => {
      if (state.peek().kind === "waiting") state.value = { kind: "slow" };
    }, slowMs);
    const run = async () => {
      const next = await settle(latest.current, stopper.signal);
      if (stopper.signal.aborted) return;
      clearTimeout(timer);
      if (next.kind === "defect") defect.value = next.error;
      else if (next.kind === "ready" || state.peek().kind !== "ready") state.value = next;
    };
    void run();
    return () => {
      clearTimeout(timer);
      stopper.abort();
    };
  }, [key, turn, state, defect]);

  return {
    state,
    again: () => {
      round.value += 1;
    },
    put: (value) => {
      state.value = { kind: "ready", value };
    },
  };
}

type Settled<Value> =
  | Extract<LoadState<Value>, { kind: "ready" | "failed" }>
  | { readonly kind: "defect"; readonly error: Error };

async function settle<Value>(
  fetchIt: (signal: AbortSignal) => Promise<Answer<Value, string>>,
  signal: AbortSignal,
): Promise<Settled<Value>> {
  try {
    const answer = await fetchIt(signal);
    if (answer.kind === "done") return { kind: "ready", value: answer.value };
    return {
      kind: "failed",
      text: answer.kind === "refused" ? unreadText["not-found"] : unreadText[answer.kind],
    };
  } catch (error) {
    return { kind: "defect", error: error instanceof Error ? error : new Error("A loader threw something else") };
  }
}
