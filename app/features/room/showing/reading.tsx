import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";

/** What a screen reads; `undefined` until it is there. */
export interface Reading<Value> {
  readonly value: Value | undefined;
  /** Reads again. What is shown stays until the new value is there. */
  readonly again: () => void;
}

/**
 * Reads something while a screen is shown, and again when asked to; what comes too late is dropped. Where nothing could be read, what is
 * shown stays.
 */
export function useReading<Value>(
  key: string,
  read: (signal: AbortSignal) => Promise<Value | undefined>,
): Reading<Value> {
  const value = useSignal<Value | undefined>(undefined);
  const round = useSignal(0);
  const turn = round.value;
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const stopper = new AbortController();
    const run = async () => {
      try {
        const next = await latest.current(stopper.signal);
        if (next !== undefined && !stopper.signal.aborted) value.value = next;
      } catch (error) {
        // Whoever goes on to another screen ends the request.
        if (!stopper.signal.aborted) throw error;
      }
    };
    void run();
    return () => stopper.abort();
  }, [key, turn, value]);
  return {
    value: value.value,
    again: () => {
      round.value += 1;
    },
  };
}

/** Calls `refresh` whenever the live stream says that something was shown, taken up or answered, while a screen is shown. */
export function useNews(refresh: () => void): void {
  const latest = useRef(refresh);
  latest.current = refresh;
  useEffect(() => {
    let isOver = false;
    const watched = vault.watchFacts(({ about }) => {
      if (!isOver && about === "disclosure") latest.current();
    });
    return () => {
      isOver = true;
      void watched.then((unwatch) => unwatch());
    };
  }, []);
}
