/** One tab among those of an account: it leads, or passes on to the one that does. */
import { type Answering, Answerer, type Asking } from "../rpc.ts";
import type { Unavailable, Vault } from "../vault.ts";

/** What travels between tabs: a tab's page asks, the leading tab answers, and says when it has begun to lead. */
type Between =
  | { readonly from: string; readonly asking: Asking }
  | { readonly to: string; readonly answering: Answering }
  | { readonly leads: string };

function isAsking(value: unknown): value is Asking {
  return typeof value === "object" && value !== null && "ask" in value && "id" in value;
}

function isBetween(value: unknown): value is Between {
  return typeof value === "object" && value !== null && ("from" in value || "to" in value || "leads" in value);
}

/** This tab's side of the vault. */
export class Tab {
  readonly #id = crypto.randomUUID();
  readonly #answerPage: (answering: Answering) => void;
  readonly #open: () => Promise<Vault>;
  readonly #channel: BroadcastChannel;
  /** What its own page has asked and not been answered, and what it watches: asked again of a new leader. */
  readonly #asked = new Map<number, Asking>();
  #vault: Vault | undefined;
  #own: Answerer | undefined;
  readonly #others = new Map<string, Answerer>();
  #because: Unavailable | undefined;
  #isClosed = false;
  #end: () => void = () => undefined;
  readonly #ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });

  constructor(
    account: string,
    because: Unavailable | undefined,
    open: () => Promise<Vault>,
    answerPage: (answering: Answering) => void,
  ) {
    this.#because = because;
    this.#open = open;
    this.#answerPage = answerPage;
    this.#channel = new BroadcastChannel(`oakroom-vault-${account}`);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (isBetween(data)) this.#takeBetween(data);
    });
    // Its own lock, held until the tab ends, tells the leader when that is.
    void navigator.locks.request(`oakroom-tab-${this.#id}`, () => this.#ended);
    if (!because) void navigator.locks.request(`oakroom-vault-${account}`, () => this.#lead());
  }

  /** Leads until the tab ends. */
  async #lead(): Promise<void> {
    if (this.#isClosed) return;
    try {
      this.#vault = await this.#open();
    } catch {
      this.#because = "no-storage";
      this.#sayUnavailable();
      return;
    }
    this.#own = new Answerer(this.#vault, (answering) => this.#toPage(answering));
    for (const asking of this.#asked.values()) void this.#own.take(asking);
    this.#say({ leads: this.#id });
    await this.#ended;
  }

  /** Gives its locks back, as the end of its tab does. */
  close(): void {
    this.#isClosed = true;
    this.#channel.close();
    this.#end();
  }

  #say(between: Between): void {
    if (!this.#isClosed) this.#channel.postMessage(between);
  }

  /** Takes what the page of this tab asks. */
  takeFromPage(data: unknown): void {
    if (!isAsking(data)) return;
    if (data.ask === "unwatch") this.#asked.delete(data.id);
    else this.#asked.set(data.id, data);
    if (this.#because) this.#sayUnavailable();
    else if (this.#own) void this.#own.take(data);
    else this.#say({ from: this.#id, asking: data });
  }

  #toPage(answering: Answering): void {
    const asking = this.#asked.get(answering.id);
    const isOver = answering.answer !== "told" && (asking?.ask === "call" || answering.answer === "failed");
    const isRefused = answering.answer === "value" && answering.value !== undefined;
    if (isOver || isRefused) this.#asked.delete(answering.id);
    this.#answerPage(answering);
  }

  #sayUnavailable(): void {
    for (const asking of this.#asked.values()) {
      if (asking.ask === "unwatch") continue;
      const isStatus = asking.method === "watchStatus";
      if (isStatus)
        this.#answerPage({ answer: "told", id: asking.id, value: { is: "unavailable", because: this.#because } });
      this.#answerPage(
        asking.ask === "watch"
          ? { answer: "value", id: asking.id, value: undefined }
          : { answer: "failed", id: asking.id },
      );
    }
    this.#asked.clear();
  }

  #takeBetween(between: Between): void {
    if ("leads" in between) {
      if (!this.#vault) for (const asking of this.#asked.values()) this.#say({ from: this.#id, asking });
    } else if ("to" in between) {
      if (between.to === this.#id) this.#toPage(between.answering);
    } else if (this.#vault) {
      void this.#answererOf(between.from, this.#vault).take(between.asking);
    }
  }

  #answererOf(other: string, vault: Vault): Answerer {
    const known = this.#others.get(other);
    if (known) return known;
    const answerer = new Answerer(vault, (answering) => this.#say({ to: other, answering }));
    this.#others.set(other, answerer);
    void navigator.locks.request(`oakroom-tab-${other}`, () => {
      answerer.end();
      this.#others.delete(other);
    });
    return answerer;
  }
}
