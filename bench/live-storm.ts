/** 5,000 people with a live connection each, whose server is restarted. */
import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reconnectWait } from "../app/web/client/live.ts";
import { makeRequest } from "./log-load.ts";
import { type Caller, startProcess } from "./log-process.ts";

/** How many. */
export const people = 5000;

/** How long somebody waits before the next try, in ms, after so many. */
export type Wait = (tries: number) => number;

/** One person's stream, which comes back by itself as the browser's does. */
class Stream {
  readonly #port: number;
  readonly #caller: Caller;
  readonly #tell: () => void;
  readonly #wait: Wait;
  #socket: Socket | undefined;
  #tries = 0;
  #closed = false;
  #lastEventId = "";

  constructor(port: number, caller: Caller, wait: Wait, tell: () => void) {
    this.#port = port;
    this.#caller = caller;
    this.#tell = tell;
    this.#wait = wait;
  }

  connect(): void {
    const headers = {
      cookie: this.#caller.cookie,
      accept: "text/event-stream",
      ...(this.#lastEventId === "" ? {} : { "last-event-id": this.#lastEventId }),
    };
    const socket = connect({ port: this.#port, host: "127.0.0.1" });
    this.#socket = socket;
    let standing = false;
    socket.on("error", () => undefined);
    socket.on("connect", () => socket.write(makeRequest({ method: "GET", path: "/api/live", headers })));
    socket.on("data", (piece) => {
      const id = /id: (\S+)/.exec(piece.toString("latin1"))?.[1];
      if (id) this.#lastEventId = id;
      if (!id || standing) return;
      standing = true;
      this.#tries = 0;
      this.#tell();
    });
    socket.on("close", () => {
      if (this.#closed) return;
      const ms = this.#wait(this.#tries);
      this.#tries += 1;
      setTimeout(() => this.connect(), ms);
    });
  }

  close(): void {
    this.#closed = true;
    this.#socket?.destroy();
  }
}

/** Counts streams that stand, and resolves once all do. */
class Roll {
  #standing = 0;
  #all = () => {};

  call(): Promise<void> {
    this.#standing = 0;
    return new Promise((resolve) => {
      this.#all = resolve;
    });
  }

  tell(): void {
    this.#standing += 1;
    if (this.#standing === people) this.#all();
  }
}

/** What a storm has shown. */
export interface Storm {
  /** What an idle connection holds of the server's memory. */
  readonly kibibytesEach: number;
  /** From when the server listens again until all are back. */
  readonly seconds: number;
}

/** Connects all, restarts the server, and waits until all are back; each waits between tries as browsers do, unless told. */
export async function liveStorm(
  wait: Wait = (tries) => reconnectWait(tries, Math.random(), undefined),
): Promise<Storm> {
  const place = { dataFolder: mkdtempSync(join(tmpdir(), "oakroom-bench-")), databaseUrl: undefined };
  const first = await startProcess("./log-ours.ts", place, [String(people)]);
  const roll = new Roll();
  const streams = first.callers.map((caller) => new Stream(first.port, caller, wait, () => roll.tell()));
  try {
    const before = await first.memory();
    const standing = roll.call();
    for (const [at, stream] of streams.entries()) setTimeout(() => stream.connect(), at / 2);
    await standing;
    const kibibytesEach = ((await first.memory()) - before) / people / 1024;
    const back = roll.call();
    await first.stop();
    const second = await startProcess("./log-ours.ts", place, ["0", String(first.port)]);
    const ready = performance.now();
    await back;
    const seconds = (performance.now() - ready) / 1000;
    for (const stream of streams) stream.close();
    await second.stop();
    return { kibibytesEach, seconds };
  } finally {
    for (const stream of streams) stream.close();
    rmSync(place.dataFolder, { recursive: true, force: true });
  }
}
