/** Keeps streams alive and honest: a comment line each 25 seconds, and a look into the database behind all hints. */
import type { App } from "../app.ts";
import type { LiveSource } from "./source.ts";
import type { LiveStream } from "./stream.ts";

/** Streams take turns, so that thousands of them never beat at the same moment. */
const turns = 25;
/** How many streams one query compares. */
const atOnce = 200;

/** Looks after the streams of a process. */
export class StreamKeeper {
  readonly #app: Pick<App, "live" | "clock">;
  readonly #source: LiveSource;
  readonly #defect: (error: unknown) => void;
  readonly #turns: ReadonlyArray<Set<LiveStream>> = Array.from({ length: turns }, () => new Set<LiveStream>());
  #count = 0;
  #turn = 0;
  #beat: NodeJS.Timeout | undefined;
  #deaf: NodeJS.Timeout | undefined;
  #wasDeaf = false;
  #comparing = false;

  constructor(app: Pick<App, "live" | "clock">, source: LiveSource, defect: (error: unknown) => void) {
    this.#app = app;
    this.#source = source;
    this.#defect = defect;
  }

  /** Looks after a stream until the answer is called. */
  keep(stream: LiveStream): () => void {
    const unlisten = this.#app.live.listen(stream);
    const turn = this.#turns.reduce((least, one) => (one.size < least.size ? one : least));
    turn.add(stream);
    this.#count += 1;
    if (this.#count === 1) this.#start();
    return () => {
      unlisten();
      if (!turn.delete(stream)) return;
      this.#count -= 1;
      if (this.#count === 0) this.#stop();
    };
  }

  #start(): void {
    const { beatMs, deafMs } = this.#app.live.timing;
    this.#beat = setInterval(() => this.#nextTurn(), beatMs / turns).unref();
    this.#deaf = setInterval(() => this.#whileDeaf(), deafMs).unref();
  }

  #stop(): void {
    clearInterval(this.#beat);
    clearInterval(this.#deaf);
  }

  #nextTurn(): void {
    this.#turn = (this.#turn + 1) % turns;
    const streams = [...(this.#turns[this.#turn] ?? [])];
    for (const stream of streams) stream.beat();
    void this.#compare(streams);
  }

  #whileDeaf(): void {
    const { deaf } = this.#app.live;
    // Once more after the hints are back: what they said meanwhile is lost.
    if (deaf || this.#wasDeaf) void this.#compare(this.#turns.flatMap((turn) => [...turn]));
    this.#wasDeaf = deaf;
  }

  async #compare(streams: ReadonlyArray<LiveStream>): Promise<void> {
    if (this.#comparing || streams.length === 0) return;
    this.#comparing = true;
    try {
      for (let at = 0; at < streams.length; at += atOnce) {
        // oxlint-disable-next-line no-await-in-loop -- a few at a time, with requests served in between
        await this.#compareSome(streams.slice(at, at + atOnce));
      }
    } catch (error) {
      this.#defect(error);
    } finally {
      this.#comparing = false;
    }
  }

  async #compareSome(streams: ReadonlyArray<LiveStream>): Promise<void> {
    const newest = await this.#source.newest(
      streams.map((stream) => stream.signInId),
      this.#app.clock(),
    );
    for (const stream of streams) {
      const logs = newest.get(stream.signInId);
      if (logs) stream.compare(logs);
      else stream.end();
    }
  }
}
