/** When something that asks the server runs: one at a time, never answered by a question of before, and again after a while. */
import type { VaultHost } from "./host.ts";

/**
 * One run at a time. Asked while one is under way, it runs once more, and the answer is that of the later run: what was
 * under way may have been told how things stood before.
 */
export class Fresh<Answer> {
  #running: Promise<Answer> | undefined;
  #queued: Promise<Answer> | undefined;

  /** Runs the task from now on, or after the run that is under way. */
  ask(task: () => Promise<Answer>): Promise<Answer> {
    if (!this.#running) return this.#start(task);
    this.#queued ??= this.#after(this.#running, task);
    return this.#queued;
  }

  async #after(running: Promise<Answer>, task: () => Promise<Answer>): Promise<Answer> {
    await running.catch(() => undefined);
    this.#queued = undefined;
    // Whoever was quicker has begun after this was asked.
    return this.#running ?? this.#start(task);
  }

  #start(task: () => Promise<Answer>): Promise<Answer> {
    const run = task().finally(() => {
      this.#running = undefined;
    });
    this.#running = run;
    return run;
  }
}

const waits = { firstMs: 1000, mostMs: 30_000 };

/** Tries again after a while that grows with every time in a row. */
export class Later {
  readonly #host: Pick<VaultHost, "wait" | "random">;
  readonly #signal: AbortSignal;
  #tries = 0;
  #isWaiting = false;

  /** `signal` ends waiting. */
  constructor(host: Pick<VaultHost, "wait" | "random">, signal: AbortSignal) {
    this.#host = host;
    this.#signal = signal;
  }

  /** It went well: the next wait is a short one again. */
  reset(): void {
    this.#tries = 0;
  }

  /** Runs the task after a while; asked while it waits, it runs once. */
  async again(task: () => Promise<unknown>): Promise<void> {
    if (this.#isWaiting || this.#signal.aborted) return;
    this.#isWaiting = true;
    const longest = Math.min(waits.firstMs * 2 ** this.#tries, waits.mostMs);
    this.#tries = Math.min(this.#tries + 1, 16);
    const [chance = 0] = this.#host.random(1);
    await this.#host.wait(longest / 2 + (longest / 2) * (chance / 256), this.#signal);
    this.#isWaiting = false;
    if (!this.#signal.aborted) await task();
  }
}
