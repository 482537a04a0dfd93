/** Listeners of one thing: told what it is now, and again, once, after any number of changes made in one go. */
import type { Unwatch } from "./vault.ts";

/** A set of listeners. */
export class Watchers<Value> {
  readonly #read: () => Value;
  readonly #listeners = new Set<(value: Value) => void>();
  #isDue = false;

  /** `read` gives the value when it is told. */
  constructor(read: () => Value) {
    this.#read = read;
  }

  /** Adds a listener and tells it the value of now. */
  add(listener: (value: Value) => void): Unwatch {
    this.#listeners.add(listener);
    listener(this.#read());
    return () => void this.#listeners.delete(listener);
  }

  /** Something changed. */
  changed(): void {
    if (this.#isDue || this.#listeners.size === 0) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      const value = this.#read();
      for (const listener of this.#listeners) listener(value);
    });
  }
}
