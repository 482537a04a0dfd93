/** Idle live connections: what 5,000 cost the server, and how soon all of them are back after it was restarted. */
import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reconnectWait } from "../app/web/client/live.ts";
import type { Figure } from "./figure.ts";
import { makeRequest } from "./log-load.ts";
import { type Caller, startProcess } from "./log-process.ts";

const people = 5000;

/** One person's stream, which comes back by itself as the browser's does. */
class Stream {
  readonly #port: number;
  readonly #caller: Caller;
  readonly #tell: () => void;
  #socket: Socket | undefined;
  #tries = 0;
  #closed = false;
  #lastEventId = "";

  constructor(port: number, caller: Caller, tell: () => void) {
    this.#port = port;
    this.#caller = caller;
    this.#tell = tell;
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
      const wait = reconnectWait(this.#tries, Math.random(), undefined);
      this.#tries += 1;
      setTimeout(() => this.connect(), wait);
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

/** Connects 5,000 people who then do nothing, restarts the server, and waits until all are back. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const place = { dataFolder: mkdtempSync(join(tmpdir(), "oakroom-bench-")), databaseUrl: undefined };
  const first = await startProcess("./log-ours.ts", place, [String(people)]);
  const roll = new Roll();
  const streams = first.callers.map((caller) => new Stream(first.port, caller, () => roll.tell()));
  try {
    const before = await first.memory();
    const standing = roll.call();
    for (const [at, stream] of streams.entries()) setTimeout(() => stream.connect(), at / 2);
    await standing;
    const each = ((await first.memory()) - before) / people / 1024;
    const back = roll.call();
    await first.stop();
    const second = await startProcess("./log-ours.ts", place, ["0", String(first.port)]);
    const ready = performance.now();
    await back;
    const seconds = (performance.now() - ready) / 1000;
    for (const stream of streams) stream.close();
    await second.stop();
    return [
      {
        figure: `memory of an idle live connection, ${people} of them`,
        target: "22 KiB",
        measured: `${each.toFixed(1)} KiB`,
      },
      {
        figure: `all ${people} live connections back after a restart`,
        target: "10 s",
        measured: `${seconds.toFixed(1)} s`,
      },
    ];
  } finally {
    for (const stream of streams) stream.close();
    rmSync(place.dataFolder, { recursive: true, force: true });
  }
}
