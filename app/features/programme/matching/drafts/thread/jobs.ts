/** Runs in a thread of its own, beside the server: works out one draft after the other. Started by `drafts/jobs.ts` alone. */
import { parentPort } from "node:worker_threads";
import type { Cohort } from "@oakroom/matching";
import { makeDraft, type MadeDraft } from "../rules.ts";

/** What the thread is asked. */
export interface Asked {
  readonly id: number;
  readonly cohort: Cohort;
}

/** What it answers. `tookMs` is the time of the work alone. */
export type Answered =
  | { readonly id: number; readonly made: MadeDraft; readonly tookMs: number }
  | { readonly id: number; readonly failed: string };

parentPort?.on("message", ({ id, cohort }: Asked) => parentPort?.postMessage(answer(id, cohort)));

function answer(id: number, cohort: Cohort): Answered {
  const start = performance.now();
  try {
    const made = makeDraft(cohort);
    return { id, made, tookMs: Math.round(performance.now() - start) };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : "unknown" };
  }
}
