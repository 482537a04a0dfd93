/**
 * How a page speaks with its vault, and one tab with another: calls answered once, and watches answered until they end.
 * Plain messages, so that they pass through a worker's port and a broadcast channel alike. Not a way in: both ends are this program.
 */
import type { Unwatch, Vault } from "./vault.ts";

/** Methods that are answered once. */
export type CallName = {
  readonly [Name in keyof Vault]: ReturnType<Vault[Name]> extends Promise<infer Answer>
    ? Unwatch extends Answer
      ? never
      : Name
    : never;
}[keyof Vault];
/** Methods that tell a listener; it is their last parameter. */
export type WatchName = Exclude<keyof Vault, CallName>;

type ListenerOf<Method extends WatchName> = Extract<Parameters<Vault[Method]>[number], (value: never) => void>;

/** What the asking side sends. `id` is the asking side's own. */
export type Asking =
  | {
      readonly ask: "call" | "watch";
      readonly id: number;
      readonly method: string;
      readonly args: ReadonlyArray<unknown>;
    }
  | { readonly ask: "unwatch"; readonly id: number };

/** What the answering side sends. `value` of a watch's own answer is a word, or undefined where it watches. */
export type Answering =
  | { readonly answer: "value" | "told"; readonly id: number; readonly value: unknown }
  | { readonly answer: "failed"; readonly id: number };

/** Answers for one asker. */
export class Answerer {
  readonly #vault: Vault;
  readonly #send: (answer: Answering) => void;
  readonly #watches = new Map<number, Unwatch>();

  constructor(vault: Vault, send: (answer: Answering) => void) {
    this.#vault = vault;
    this.#send = send;
  }

  /** Answers one message. */
  async take(asking: Asking): Promise<void> {
    const { id } = asking;
    if (asking.ask === "unwatch") {
      this.#watches.get(id)?.();
      this.#watches.delete(id);
      return;
    }
    try {
      const isWatch = asking.ask === "watch";
      const told = (value: unknown) => this.#send({ answer: "told", id, value });
      const value = await this.#invoke(asking.method, isWatch ? [...asking.args, told] : asking.args);
      if (isUnwatch(value)) this.#watches.set(id, value);
      this.#send({ answer: "value", id, value: isUnwatch(value) ? undefined : value });
    } catch {
      // What failed is not said: it could hold what somebody wrote.
      this.#send({ answer: "failed", id });
    }
  }

  async #invoke(name: string, args: ReadonlyArray<unknown>): Promise<unknown> {
    const method: unknown = Reflect.get(this.#vault, name);
    if (typeof method !== "function" || name === "constructor") throw new TypeError("no such method");
    const value: unknown = Reflect.apply(method, this.#vault, args);
    return value;
  }

  /** The asker is gone. */
  end(): void {
    for (const stop of this.#watches.values()) stop();
    this.#watches.clear();
  }
}

function isUnwatch(value: unknown): value is Unwatch {
  return typeof value === "function";
}

interface Waiting {
  readonly asking: Asking;
  // Methods, so that a promise of any type can wait here.
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Watching {
  readonly asking: Asking;
  tell(value: unknown): void;
}

/** Asks; keeps what is unanswered, so that another answerer can take over. */
export class Asker {
  #send: (asking: Asking) => void;
  readonly #waiting = new Map<number, Waiting>();
  readonly #watching = new Map<number, Watching>();
  #next = 1;

  constructor(send: (asking: Asking) => void) {
    this.#send = send;
  }

  /** Somebody else answers from now on: everything unanswered and everything watched is asked again. */
  askAgain(send = this.#send): void {
    this.#send = send;
    for (const { asking } of [...this.#watching.values(), ...this.#waiting.values()]) this.#send(asking);
  }

  /**
   * Nobody will answer any more: whoever signed out has left the screens that asked, and no other person's vault may be asked
   * what they did. Watches stay, for whoever answers next.
   */
  giveUp(): void {
    for (const { asking } of this.#waiting.values()) if (asking.ask === "call") this.#waiting.delete(asking.id);
  }

  /** Asks once. */
  call<Answer>(method: CallName, ...args: ReadonlyArray<unknown>): Promise<Answer> {
    return this.#ask({ ask: "call", id: this.#take(), method, args });
  }

  /** Asks to be told; "refused" where the vault answers with a word of its own. */
  async watch<const Method extends WatchName>(
    method: Method,
    args: ReadonlyArray<unknown>,
    tell: ListenerOf<Method>,
  ): Promise<Unwatch | "refused"> {
    const id = this.#take();
    const asking: Asking = { ask: "watch", id, method, args };
    this.#watching.set(id, { asking, tell });
    if ((await this.#ask(asking)) !== undefined) {
      this.#watching.delete(id);
      return "refused";
    }
    return () => {
      this.#watching.delete(id);
      this.#send({ ask: "unwatch", id });
    };
  }

  #ask<Answer>(asking: Asking): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(asking.id, { asking, resolve, reject });
      this.#send(asking);
    });
  }

  #take(): number {
    this.#next += 1;
    return this.#next;
  }

  /** Takes one answer. */
  take(answering: Answering): void {
    const { id } = answering;
    if (answering.answer === "told") return this.#watching.get(id)?.tell(answering.value);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (answering.answer === "failed") waiting?.reject(new Error("the vault could not answer"));
    else waiting?.resolve(answering.value);
  }
}
