/**
 * One tab among those of an account: it leads, or passes on to the one that does. Where that one is silent for long, as a tab that its browser
 * has frozen, it takes the lead from it; the fence in the storage keeps the other, once it wakes, from writing.
 */
import { type Answering, Answerer, type Asking } from "../rpc.ts";
import type { Unavailable, Vault } from "../vault.ts";
import { beatMs, heard, look } from "./leading.ts";

/**
 * What travels between tabs: a tab's page asks, the leading tab answers, and says when it has begun to lead. Who follows asks now and then
 * whether anybody is there.
 */
type Between =
  | { readonly from: string; readonly asking: Asking }
  | { readonly to: string; readonly by: string; readonly answering: Answering }
  | { readonly leads: string; readonly isOpen: boolean }
  | { readonly wanted: true }
  | { readonly here: string };

/** While a tab leads. */
export interface Term {
  /** Ends when another tab leads, or this one ends. */
  readonly signal: AbortSignal;
  /** Another tab leads already. */
  readonly onLost: () => void;
}

function isAsking(value: unknown): value is Asking {
  return typeof value === "object" && value !== null && "ask" in value && "id" in value;
}

function isBetween(value: unknown): value is Between {
  return (
    typeof value === "object" && value !== null && ["from", "to", "leads", "wanted", "here"].some((key) => key in value)
  );
}

/** This tab's side of the vault. */
export class Tab {
  readonly #id = crypto.randomUUID();
  readonly #answerPage: (answering: Answering) => void;
  readonly #open: (term: Term) => Promise<Vault>;
  readonly #lock: string;
  readonly #channel: BroadcastChannel;
  /** What its own page has asked and not been answered, and what it watches: asked again of a new leader. */
  readonly #asked = new Map<number, Asking>();
  /** There while this tab leads. */
  #term: AbortController | undefined;
  #vault: Vault | undefined;
  #own: Answerer | undefined;
  readonly #others = new Map<string, Answerer>();
  /** The tab that leads, as far as it is known: nobody else's answers count. */
  #leader: string | undefined;
  #patience = heard(performance.now());
  readonly #beat: ReturnType<typeof setInterval>;
  #because: Unavailable | undefined;
  #isClosed = false;
  #end: () => void = () => undefined;
  readonly #ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });

  constructor(
    account: string,
    because: Unavailable | undefined,
    open: (term: Term) => Promise<Vault>,
    answerPage: (answering: Answering) => void,
  ) {
    this.#because = because;
    this.#open = open;
    this.#answerPage = answerPage;
    this.#lock = `oakroom-vault-${account}`;
    this.#channel = new BroadcastChannel(this.#lock);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (isBetween(data)) this.#takeBetween(data);
    });
    // Its own lock, held until the tab ends, tells the leader when that is.
    void navigator.locks.request(`oakroom-tab-${this.#id}`, () => this.#ended);
    this.#beat = setInterval(() => this.#look(), beatMs);
    if (!because) void this.#wait();
  }

  /** Leads once nobody else does, and again after the lead was taken from it. */
  async #wait(): Promise<void> {
    while (!this.#isClosed && !this.#because && (await this.#request({})) === "over");
  }

  /** "over": it led, and does no more. */
  async #request(options: LockOptions): Promise<"over" | "never"> {
    const term = new AbortController();
    let answer: "over" | "never" = "never";
    try {
      await navigator.locks.request(this.#lock, options, async () => {
        answer = "over";
        await this.#lead(term);
      });
    } catch {
      this.#standDown(term);
    }
    return answer;
  }

  /** Asks whether anybody leads, and does it where nobody has said so for long. */
  #look(): void {
    if (this.#term || this.#because) return;
    const { patience, isOver } = look(this.#patience, performance.now());
    this.#patience = isOver ? heard(performance.now()) : patience;
    if (isOver) void this.#request({ steal: true });
    else this.#say({ wanted: true });
  }

  /** Leads until the tab ends, or another one takes the lead. */
  async #lead(term: AbortController): Promise<void> {
    if (this.#isClosed) return;
    const over = new Promise((resolve) => {
      term.signal.addEventListener("abort", resolve);
    });
    this.#term = term;
    this.#leader = this.#id;
    this.#say({ leads: this.#id, isOpen: false });
    try {
      const vault = await this.#open({ signal: term.signal, onLost: () => this.#standDown(term) });
      if (term.signal.aborted) return;
      this.#vault = vault;
    } catch {
      this.#because = "no-storage";
      this.#sayUnavailable();
      return;
    }
    this.#own = new Answerer(this.#vault, (answering) => {
      if (!term.signal.aborted) this.#toPage(answering);
    });
    for (const asking of this.#asked.values()) void this.#own.take(asking);
    this.#say({ leads: this.#id, isOpen: true });
    await Promise.race([this.#ended, over]);
  }

  /** Another tab leads: what this one had open ends, and its page is answered by the other. */
  #standDown(term: AbortController): void {
    term.abort();
    if (this.#term !== term) return;
    for (const answerer of [this.#own, ...this.#others.values()]) answerer?.end();
    this.#others.clear();
    [this.#term, this.#vault, this.#own, this.#leader] = [undefined, undefined, undefined, undefined];
    this.#patience = heard(performance.now());
    this.#askAgain();
  }

  #askAgain(): void {
    for (const asking of this.#asked.values()) this.#say({ from: this.#id, asking });
  }

  /** Gives its locks back, as the end of its tab does. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#beat);
    this.#term?.abort();
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
    if ("leads" in between || "here" in between) this.#hear(between);
    else if ("wanted" in between) {
      if (this.#term) this.#say({ here: this.#id });
    } else if ("to" in between) {
      const isLeaders = !this.#term && (this.#leader ?? between.by) === between.by;
      if (isLeaders && between.to === this.#id) this.#toPage(between.answering);
    } else if (this.#vault) {
      void this.#answererOf(between.from, this.#vault).take(between.asking);
    }
  }

  /** Whoever has begun to lead does until another one has: a tab that wakes and does not know it yet is not listened to. */
  #hear(between: Extract<Between, { leads: string } | { here: string }>): void {
    // Two of them: the lock says which, and the other hears of it there.
    if (this.#term) return;
    const id = "leads" in between ? between.leads : between.here;
    if ("leads" in between) this.#leader = id;
    this.#leader ??= id;
    if (this.#leader !== id) return;
    this.#patience = heard(performance.now());
    if ("leads" in between && between.isOpen) this.#askAgain();
  }

  #answererOf(other: string, vault: Vault): Answerer {
    const known = this.#others.get(other);
    if (known) return known;
    const answerer = new Answerer(vault, (answering) => {
      if (this.#vault === vault) this.#say({ to: other, by: this.#id, answering });
    });
    this.#others.set(other, answerer);
    void navigator.locks.request(`oakroom-tab-${other}`, () => {
      answerer.end();
      if (this.#others.get(other) === answerer) this.#others.delete(other);
    });
    return answerer;
  }
}
