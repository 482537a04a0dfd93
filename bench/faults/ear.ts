/** Somebody who listens to their live stream, and comes back with the last id that they heard. */
import { connectLive, type LiveClient } from "../../app/server/live/testing.ts";
import type { Sender } from "./sender.ts";

/** Somebody's stream over all its connections: every entry is to be heard once, in order. */
export class Ear {
  /** Broken promises, in words. */
  readonly violations: string[] = [];
  readonly #sender: Sender;
  readonly #patienceMs: number;
  #client: LiveClient | undefined;
  #lastEventId: string | undefined;
  #heard = 0;

  constructor(sender: Sender, patienceMs: number) {
    this.#sender = sender;
    this.#patienceMs = patienceMs;
  }

  /** Connects, from what it heard last; `port` may be that of a proxy. */
  async listen(port: number): Promise<void> {
    const { cookie } = this.#sender;
    const lastEventId = this.#lastEventId;
    this.#client = await connectLive({
      port,
      cookie,
      patienceMs: this.#patienceMs,
      ...(lastEventId ? { lastEventId } : {}),
    });
    await this.#client.next();
  }

  /** Waits for the end of the stream, and looks at what came. A forgetful one comes back as if it had heard nothing. */
  async close(isForgetful: boolean): Promise<void> {
    const client = this.#client;
    if (!client) return;
    if (!(await client.end())) this.violations.push("a stream that should have ended went on");
    this.#take(client);
    this.#lastEventId = isForgetful ? undefined : client.lastEventId;
  }

  /** Waits until it has heard as many as were saved. */
  async hearAll(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    const { saved, logId } = this.#sender;
    try {
      for (let heard = this.#heard + client.numbers(logId).length; heard < saved;) {
        await client.next();
        heard = this.#heard + client.numbers(logId).length;
      }
    } catch (error) {
      this.violations.push(`entries were saved and never told: ${String(error)}`);
    }
    this.#take(client);
    client.close();
  }

  #take(client: LiveClient): void {
    for (const number of client.numbers(this.#sender.logId)) {
      if (number !== this.#heard + 1) this.violations.push(`entry ${number} was heard after ${this.#heard}`);
      this.#heard = number;
    }
  }
}
