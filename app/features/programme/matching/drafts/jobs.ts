/** Has drafts worked out beside the server, so that no request waits for the engine. */
import { Worker } from "node:worker_threads";
import type { Cohort, Pair } from "@oakroom/matching";
import type { MadeDraft } from "./rules.ts";
import type { DraftContent } from "./schema.ts";
import type { Answered, Asked } from "./thread/jobs.ts";

type Settled = Exclude<Answered, { readonly failed: string }>;

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (answered: Settled | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that nobody asked anything for this long is ended, in ms. */
const idleMs = 60_000;

/** One thread that is started when it is first needed; drafts wait for each other, so memory holds one at a time. */
class DraftThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #count = 0;
  #idle: NodeJS.Timeout | undefined;

  /** Gives `undefined` where `stopped` came first. */
  ask(question: Omit<Asked, "id">, stopped?: AbortSignal): Promise<Settled | undefined> {
    if (stopped?.aborted) return Promise.resolve(undefined);
    const worker = this.#started();
    this.#count += 1;
    const asked: Asked = { id: this.#count, ...question };
    clearTimeout(this.#idle);
    worker.ref();
    stopped?.addEventListener("abort", () => this.#stop(asked.id), { once: true });
    return new Promise((resolve, reject) => {
      this.#waiting.set(asked.id, { asked, resolve, reject });
      worker.postMessage(asked);
    });
  }

  /** The engine cannot be interrupted: its thread is ended, and a new one works out what the others asked for. */
  #stop(id: number): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    waiting.resolve(undefined);
    this.#end();
    if (this.#waiting.size === 0) return;
    const worker = this.#started();
    for (const { asked } of this.#waiting.values()) worker.postMessage(asked);
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL("thread/jobs.ts", import.meta.url));
    worker.on("message", (answered: Answered) => this.#settle(answered));
    worker.on("error", (error) => this.#fail(worker, error instanceof Error ? error : new Error("the thread failed")));
    worker.on("exit", () => this.#fail(worker, new Error("the thread ended")));
    this.#worker = worker;
    return worker;
  }

  #settle(answered: Answered): void {
    const waiting = this.#waiting.get(answered.id);
    this.#waiting.delete(answered.id);
    if ("failed" in answered) waiting?.reject(new Error(answered.failed));
    else waiting?.resolve(answered);
    if (this.#waiting.size > 0) return;
    // An idle thread keeps no process alive.
    this.#worker?.unref();
    this.#idle = setTimeout(() => this.#end(), idleMs).unref();
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }

  /** The next draft gets a new thread. */
  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

const thread = new DraftThread();

/** Works out a draft in the thread; `undefined` where `stopped` came first. Rejects where the engine finds a defect. */
export async function workOut(cohort: Cohort, stopped?: AbortSignal): Promise<DraftContent | undefined> {
  const answered = await thread.ask({ cohort }, stopped);
  return answered && "content" in answered ? answered.content : undefined;
}

/** Asks the thread what `reasonsIfItStands` tells. */
export async function reasonsNow(
  pairs: ReadonlyArray<Pair>,
  cohort: Cohort,
): Promise<MadeDraft["reasons"] | undefined> {
  const answered = await thread.ask({ cohort, pairs });
  return answered && "reasons" in answered ? answered.reasons : undefined;
}
