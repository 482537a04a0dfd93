/** A client of the live stream that keeps every block as it came. Imported by tests and benchmarks alone. */
import { get, type IncomingMessage } from "node:http";

/** One block of the stream: an event, an id alone, or a comment. */
export interface Block {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string | undefined;
}

/** How to connect. */
export interface Connecting {
  readonly port: number;
  readonly cookie: string;
  readonly lastEventId?: string;
  /** How long to wait for a block before a test fails, in ms. */
  readonly patienceMs?: number;
}

/** A connected client. */
export class LiveClient {
  readonly status: number;
  readonly blocks: Block[] = [];
  /** The id that the stream gave last. */
  lastEventId: string | undefined;
  /** True once the server has ended the stream. */
  ended = false;
  readonly #answer: IncomingMessage;
  readonly #patienceMs: number;
  /** Read as they come: whoever asks for the numbers after each block would read everything again each time. */
  readonly #items: { readonly log: string; readonly number: number }[] = [];
  #text = "";
  #told = () => {};
  #seen = 0;

  constructor(answer: IncomingMessage, patienceMs: number) {
    this.status = answer.statusCode ?? 0;
    this.#answer = answer;
    this.#patienceMs = patienceMs;
    answer.setEncoding("utf8");
    answer.on("data", (text: string) => this.#take(text));
    answer.on("error", () => undefined);
    answer.on("close", () => {
      this.ended = true;
      this.#told();
    });
  }

  /** The next block that fits, of those not yet seen. Fails where none comes in time, or the stream ends. */
  async next(fits: (block: Block) => boolean = () => true): Promise<Block> {
    const found = await this.#until(() => {
      while (this.#seen < this.blocks.length) {
        const block = this.blocks[this.#seen];
        this.#seen += 1;
        if (block && fits(block)) return block;
      }
      return undefined;
    });
    if (!found) throw new Error(this.ended ? "the stream has ended" : "no such block came in time");
    return found;
  }

  /** Waits until the server ends the stream; false where it does not in time. */
  async end(): Promise<boolean> {
    await this.#until(() => (this.ended ? true : undefined));
    return this.ended;
  }

  /** The running numbers of the items so far, of one log or all. */
  numbers(logId?: string): ReadonlyArray<number> {
    return this.#items.filter(({ log }) => logId === undefined || log === logId).map(({ number }) => number);
  }

  /** Leaves. */
  close(): void {
    this.#answer.destroy();
  }

  /** Takes nothing more from the network. */
  pause(): void {
    this.#answer.pause();
  }

  /** Takes again. */
  resume(): void {
    this.#answer.resume();
  }

  #take(text: string): void {
    this.#text += text;
    for (let end = this.#text.indexOf("\n\n"); end !== -1; end = this.#text.indexOf("\n\n")) {
      const block = readBlock(this.#text.slice(0, end));
      this.#text = this.#text.slice(end + 2);
      this.lastEventId = block.id ?? this.lastEventId;
      this.blocks.push(block);
      if (block.event === "item" && block.data) this.#items.push(placeOf(readItem(block.data)));
    }
    this.#told();
  }

  async #until<T>(look: () => T | undefined): Promise<T | undefined> {
    const late = Date.now() + this.#patienceMs;
    for (;;) {
      const found = look();
      if (found !== undefined || this.ended || Date.now() > late) return found;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, late - Date.now() + 1);
        this.#told = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

/** Connects to `GET /api/live`. */
export function connectLive({ port, cookie, lastEventId, patienceMs = 10_000 }: Connecting): Promise<LiveClient> {
  const headers = { cookie, accept: "text/event-stream", ...(lastEventId ? { "last-event-id": lastEventId } : {}) };
  return new Promise((resolve, reject) => {
    const asked = get({ port, host: "127.0.0.1", path: "/api/live", headers, agent: false });
    asked.on("response", (answer) => resolve(new LiveClient(answer, patienceMs)));
    asked.on("error", reject);
  });
}

function readBlock(text: string): Block {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(text)?.[1];
  return { id: field("id"), event: field("event"), data: field("data") };
}

function placeOf({ log, number }: ReturnType<typeof readItem>) {
  return { log, number };
}

/** The data of an `item` event. */
export function readItem(data: string): { readonly log: string; readonly number: number; readonly entry: string } {
  return JSON.parse(data);
}
