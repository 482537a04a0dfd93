/**
 * Follows the live stream: a reader of server-sent events over fetch, so that it runs in pages, workers and Node alike,
 * sends Last-Event-ID, and comes back after a break with a wait that is never the same for two clients.
 */
/* oxlint-disable no-await-in-loop -- one connection, one piece and one event after the other: that is what following means */
import { EventStreamParser, type StreamEvent } from "./event-stream.ts";

/** The part of a fetch answer that the reader uses. */
export interface LiveAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: { getReader(): LiveBody } | null;
}

/** The part of a stream reader that the reader uses. */
export interface LiveBody {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** What the reader needs of its host. */
export interface LiveHost {
  /** fetch, or a double. Must end with a rejection when `signal` is aborted. */
  readonly fetch: (
    address: string,
    request: { readonly headers: Record<string, string>; readonly signal: AbortSignal },
  ) => Promise<LiveAnswer>;
  /** Calls `done` once after some ms; the answer stops that. */
  readonly after: (ms: number, done: () => void) => () => void;
  /** At least 0, below 1. */
  readonly random: () => number;
}

/** connecting: for the first time or again. live: events arrive as they happen. waiting: for the next try. signed-out: over. */
export type LiveState = "connecting" | "live" | "waiting" | "signed-out";

/** What to follow, and whom to tell. */
export interface LiveOptions {
  readonly address: string;
  /** Where to go on from; kept and sent by the reader afterwards. */
  readonly lastEventId?: string | undefined;
  /** Gets the events in order; the next is given once the answer has settled. A rejection breaks the connection and the event comes again. */
  readonly onEvent: (event: StreamEvent) => void | Promise<void>;
  readonly onState?: (state: LiveState) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** No byte for this long, in ms, means that the connection is dead; the server says something every 25 seconds. */
  readonly silenceMs?: number;
}

const nothing = () => {};

/** The waits in ms: the nth try waits between half and all of `first * 2^n`, at most `most`. */
const waits = { first: 500, most: 30_000 };

/** How long to wait before the next try. `tries` counts those that failed in a row; `chance` is from 0 to 1. */
export function reconnectWait(tries: number, chance: number, asked: number | undefined): number {
  const whole = Math.max(
    Math.min(waits.first * 2 ** Math.min(tries, 16), waits.most),
    Math.min(asked ?? 0, waits.most),
  );
  return Math.round(whole / 2 + (whole / 2) * chance);
}

/** Follows the stream until the signal ends it or nobody is signed in. `wake` ends a wait at once: the network is back. */
export function followLive(
  host: LiveHost,
  options: LiveOptions,
): { readonly wake: () => void; readonly ended: Promise<void> } {
  const follower = new Follower(host, options);
  return { wake: () => follower.wake(), ended: follower.run() };
}

class Follower {
  readonly #host: LiveHost;
  readonly #options: LiveOptions;
  #wake: () => void = () => {};
  #lastEventId: string;
  #tries = 0;
  #askedMs: number | undefined;

  constructor(host: LiveHost, options: LiveOptions) {
    this.#host = host;
    this.#options = options;
    this.#lastEventId = options.lastEventId ?? "";
  }

  wake(): void {
    this.#wake();
  }

  async run(): Promise<void> {
    const { signal, onState } = this.#options;
    while (!signal.aborted) {
      onState?.("connecting");
      const end = await this.#connect();
      if (signal.aborted) return;
      if (end === "signed-out") {
        onState?.("signed-out");
        return;
      }
      onState?.("waiting");
      await this.#wait(reconnectWait(this.#tries, this.#host.random(), this.#askedMs));
      this.#tries += 1;
    }
  }

  async #connect(): Promise<"broken" | "signed-out"> {
    const breaker = new AbortController();
    const stop = () => breaker.abort();
    this.#options.signal.addEventListener("abort", stop);
    try {
      const headers: Record<string, string> = { accept: "text/event-stream" };
      if (this.#lastEventId !== "") headers["last-event-id"] = this.#lastEventId;
      const answer = await this.#host.fetch(this.#options.address, { headers, signal: breaker.signal });
      if (answer.status === 401) return "signed-out";
      if (!answer.ok || !answer.body) return "broken";
      this.#options.onState?.("live");
      await this.#read(answer.body.getReader(), breaker);
      return "broken";
    } catch {
      return "broken";
    } finally {
      this.#options.signal.removeEventListener("abort", stop);
      breaker.abort();
    }
  }

  async #read(body: LiveBody, breaker: AbortController): Promise<void> {
    const parser = new EventStreamParser(this.#lastEventId);
    const decoder = new TextDecoder();
    const silenceMs = this.#options.silenceMs ?? 60_000;
    for (;;) {
      let gaveUp = nothing;
      const silent = new Promise<"silent">((resolve) => {
        gaveUp = this.#host.after(silenceMs, () => resolve("silent"));
      });
      const piece = await Promise.race([body.read(), silent]);
      gaveUp();
      if (piece === "silent") {
        breaker.abort();
        return;
      }
      if (piece.done || !piece.value) return;
      const events = parser.push(decoder.decode(piece.value, { stream: true }));
      this.#askedMs = parser.retryMs ?? this.#askedMs;
      this.#tries = 0;
      for (const event of events) {
        await this.#options.onEvent(event);
        this.#lastEventId = event.id;
      }
      // An id may also stand alone, without an event.
      this.#lastEventId = parser.id;
    }
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const { signal } = this.#options;
      const stop = this.#host.after(ms, () => this.#wake());
      this.#wake = () => {
        stop();
        signal.removeEventListener("abort", this.#wake);
        this.#wake = () => {};
        resolve();
      };
      signal.addEventListener("abort", this.#wake);
    });
  }
}
