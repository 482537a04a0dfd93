/** A wire between devices and the scripted server on which a test decides what travels next. Imported by tests alone. */
import type { AccountId } from "../../values/id.ts";
import type { InputOf, Operation } from "../../values/operation.ts";
import type { LiveListener, Reply, VaultServer } from "../host.ts";
import type { Double } from "./double.ts";
import type { Asked, Outcome } from "./records.ts";

/** One thing that can happen next. */
interface Step {
  readonly line: Line | undefined;
  /** `false`: the connection broke instead. */
  readonly go: (arrives: boolean) => void;
}

/** Small numbers of chance, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

let working = 0;
const methods = [
  "sign",
  "verify",
  "encrypt",
  "decrypt",
  "digest",
  "deriveBits",
  "deriveKey",
  "importKey",
  "generateKey",
];

/** Counts what the host's cryptography has under way, since nothing else of a vault waits for anything but the wire. */
function watchCrypto(): void {
  const { subtle } = crypto;
  for (const name of methods) {
    const honest: unknown = Reflect.get(subtle, name);
    if (typeof honest !== "function" || Object.hasOwn(subtle, name)) continue;
    const counted = async (...args: ReadonlyArray<unknown>): Promise<unknown> => {
      working += 1;
      try {
        const value: unknown = await Reflect.apply(honest, subtle, args);
        return value;
      } finally {
        working -= 1;
      }
    };
    Reflect.set(subtle, name, counted);
  }
}

/** Resolves once no vault does anything that is not on the wire. */
async function quiet(): Promise<void> {
  for (let turns = 0; turns < 3;) {
    await new Promise((resolve) => setImmediate(resolve));
    turns = working === 0 ? turns + 1 : 0;
  }
}

/** Everything that travels between some devices and one server. */
export class Traffic {
  readonly double: Double;
  readonly #chance: (below: number) => number;
  readonly #steps = new Set<Step>();

  constructor(double: Double, seed: number) {
    watchCrypto();
    this.double = double;
    this.#chance = chanceOf(seed);
  }

  /** The server, as one device reaches it. */
  lineOf(account: AccountId): Line {
    return new Line(this, account);
  }

  /** Something that happens by itself at any time. */
  sometime(act: () => void): void {
    const step: Step = {
      line: undefined,
      go: () => act(),
    };
    this.#steps.add(step);
  }

  /** Waits for its turn; false where the connection breaks before. */
  turn(line: Line): Promise<boolean> {
    return new Promise((resolve) => {
      this.#steps.add({ line, go: resolve });
    });
  }

  /** Ends everything that travels on a line. */
  cut(line: Line): void {
    for (const step of this.#steps) {
      if (step.line !== line) continue;
      this.#steps.delete(step);
      step.go(false);
    }
  }

  /** Lets things happen, in an order of chance, until nothing more does. */
  async run(): Promise<void> {
    for (await quiet(); this.#steps.size > 0; await quiet()) {
      const step = [...this.#steps][this.#chance(this.#steps.size)];
      if (!step) continue;
      this.#steps.delete(step);
      step.go(true);
    }
  }
}

/** One device's connection: calls overtake one another, the stream keeps its order, and all of it can break. */
export class Line implements VaultServer {
  readonly #traffic: Traffic;
  readonly #account: AccountId;
  #isUp = true;
  #queue: Array<(listener: LiveListener) => Promise<void> | void> = [];
  #isTelling = false;
  #listener: LiveListener | undefined;

  constructor(traffic: Traffic, account: AccountId) {
    this.#traffic = traffic;
    this.#account = account;
  }

  call<const O extends Operation>(operation: O, input: InputOf<O>): Promise<Reply<O>>;
  async call({ id }: Operation, input: Asked["input"]): Promise<Outcome> {
    const offline: Outcome = { kind: "offline" };
    if (!this.#isUp) return offline;
    const asked: Asked = { operation: id, by: this.#account, input: structuredClone(input) };
    // First the question travels, then the answer.
    if (!(await this.#traffic.turn(this))) return offline;
    const outcome = structuredClone(await this.#traffic.double.honest(asked));
    return (await this.#traffic.turn(this)) ? outcome : offline;
  }

  listen(listener: LiveListener, signal: AbortSignal): void {
    this.#listener = listener;
    const push = (tell: (to: LiveListener) => Promise<void> | void) => {
      if (this.#isUp) this.#queue.push(tell);
      void this.#tell();
    };
    const heard: LiveListener = {
      onItem: async (item) => push((to) => to.onItem(item)),
      onFact: (fact) => push((to) => to.onFact(fact)),
      onOpen: () => push((to) => to.onOpen()),
      onBroken: () => undefined,
    };
    this.#traffic.double.listen(this.#account, heard, signal);
  }

  async #tell(): Promise<void> {
    if (this.#isTelling) return;
    this.#isTelling = true;
    while (this.#queue.length > 0 && (await this.#traffic.turn(this))) {
      const next = this.#queue.shift();
      if (next && this.#listener) await next(this.#listener);
    }
    this.#isTelling = false;
  }

  /** The connection breaks, with all that travels on it, and stands again at some time. */
  break(): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    this.#queue = [];
    this.#traffic.cut(this);
    this.#listener?.onBroken();
    this.#traffic.sometime(() => {
      this.#isUp = true;
      this.#queue.push((to) => to.onOpen());
      void this.#tell();
    });
  }

  /** The device is gone. */
  end(): void {
    this.#isUp = false;
    this.#listener = undefined;
    this.#queue = [];
    this.#traffic.cut(this);
  }
}
