/** Server-sent events as text (HTML standard, section 9.2.6), without DOM: runs in pages, workers and Node. */

/** One event of the stream. */
export interface StreamEvent {
  /** "message" where the server gives no name. */
  readonly name: string;
  readonly data: string;
  /** The id in force when the event was sent; empty where the server never gave one. */
  readonly id: string;
}

/** Reads pieces of a stream and gives the events that are complete. */
export class EventStreamParser {
  #rest = "";
  #name = "";
  #data: string[] = [];
  #id: string;
  #retryMs: number | undefined;
  #begun = false;

  /** `id` is the last id known from before, so that it stays in force. */
  constructor(id = "") {
    this.#id = id;
  }

  /** The id in force: what to send as Last-Event-ID. */
  get id(): string {
    return this.#id;
  }

  /** How long the server asks to wait before the next try, in ms. */
  get retryMs(): number | undefined {
    return this.#retryMs;
  }

  /** Takes the next piece of text; pieces may end anywhere, also within a line end. */
  push(piece: string): ReadonlyArray<StreamEvent> {
    this.#rest += piece;
    if (!this.#begun && this.#rest !== "") {
      this.#begun = true;
      if (this.#rest.startsWith("\uFEFF")) this.#rest = this.#rest.slice(1);
    }
    const events: StreamEvent[] = [];
    for (;;) {
      const end = /\r\n|\n|\r(?!$)/.exec(this.#rest);
      if (!end) return events;
      const line = this.#rest.slice(0, end.index);
      this.#rest = this.#rest.slice(end.index + end[0].length);
      const event = this.#line(line);
      if (event) events.push(event);
    }
  }

  #line(line: string): StreamEvent | undefined {
    if (line === "") return this.#dispatch();
    if (line.startsWith(":")) return undefined;
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const raw = colon === -1 ? "" : line.slice(colon + 1);
    const value = raw.startsWith(" ") ? raw.slice(1) : raw;
    if (field === "event") this.#name = value;
    else if (field === "data") this.#data.push(value);
    else if (field === "id" && !value.includes("\0")) this.#id = value;
    else if (field === "retry" && /^\d+$/.test(value)) this.#retryMs = Number(value);
    return undefined;
  }

  #dispatch(): StreamEvent | undefined {
    const name = this.#name === "" ? "message" : this.#name;
    const data = this.#data;
    this.#name = "";
    this.#data = [];
    return data.length === 0 ? undefined : { name, data: data.join("\n"), id: this.#id };
  }
}
