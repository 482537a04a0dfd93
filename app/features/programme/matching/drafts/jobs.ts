/** Has drafts worked out beside the server, so that no request waits for the engine. */
import { Worker } from "node:worker_threads";
import type { Cohort } from "@oakroom/matching";
import type { MadeDraft } from "./rules.ts";
import type { Answered, Asked } from "./thread/jobs.ts";

/** A draft and how long the work took, in ms. */
export interface WorkedOut {
  readonly made: MadeDraft;
  readonly tookMs: number;
}

interface Waiting {
  readonly resolve: (worked: WorkedOut) => void;
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

  ask(cohort: Cohort): Promise<WorkedOut> {
    const worker = this.#started();
    this.#count += 1;
    const id = this.#count;
    clearTimeout(this.#idle);
    worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, cohort } satisfies Asked);
    });
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

/** Works out a draft in the thread. Rejects where the engine finds a defect. */
export function workOut(cohort: Cohort): Promise<WorkedOut> {
  return thread.ask(cohort);
}
