/** Sends what waits in a log: one sender a log, in order, again after a while where there is no connection. */
import { Later } from "../turns.ts";
import type { LogCore } from "./core.ts";
import type { EpochKeys } from "./epochs.ts";
import type { Outbox } from "./outbox.ts";

/** The parts of a log that sending uses. */
export interface Sending extends LogCore {
  readonly epochs: EpochKeys;
  readonly outbox: Outbox;
}

/** The sender of one log. */
export class Sender {
  readonly #log: Sending;
  readonly #later: Later;
  readonly #first: () => Promise<void>;
  #isSending = false;
  #isAskedAgain = false;

  /** `signal` ends waiting: the vault was locked. `first` is done before anything else goes out, each time. */
  constructor(log: Sending, signal: AbortSignal, first: () => Promise<void> = () => Promise.resolve()) {
    this.#log = log;
    this.#first = first;
    this.#later = new Later(log.session.host, signal);
  }

  /** Sends all that can be sent. Resolves when nothing more goes out for now. */
  async send(): Promise<void> {
    if (this.#isSending) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isSending = true;
    try {
      let isAll = false;
      do {
        this.#isAskedAgain = false;
        await this.#first();
        isAll = await this.#sendAll();
      } while (this.#isAskedAgain);
      if (isAll) this.#later.reset();
      else if (this.#log.maySend) void this.#later.again(() => this.send());
    } finally {
      this.#isSending = false;
    }
  }

  async #sendAll(): Promise<boolean> {
    const { outbox, epochs } = this.#log;
    if (!this.#log.maySend) return true;
    // What is sealed has its place before anything new: an epoch too is a record of this device's chain.
    if (!(await outbox.sendSealed())) return false;
    const settled = await epochs.settle();
    if (settled !== "ready") return settled === "waiting";
    while (await this.#log.run(() => outbox.sealNext())) {
      this.#log.changed();
      if (!(await outbox.sendSealed())) return !this.#log.maySend;
    }
    return true;
  }
}
