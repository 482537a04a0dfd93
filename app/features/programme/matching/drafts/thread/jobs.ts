/** Runs in a thread of its own, beside the server: works out one draft after the other. Started by `drafts/jobs.ts` alone. */
import { parentPort } from "node:worker_threads";
import type { Cohort, Pair } from "@oakroom/matching";
import { makeDraft, type MadeDraft, reasonsIfItStands } from "../rules.ts";
import { DraftContent } from "../schema.ts";

/** What the thread is asked: to make a draft, or whether these pairs may still be. */
export interface Asked {
  readonly id: number;
  readonly cohort: Cohort;
  readonly pairs?: ReadonlyArray<Pair>;
}

/** What it answers. */
export type Answered =
  | { readonly id: number; readonly content: DraftContent }
  | { readonly id: number; readonly reasons: MadeDraft["reasons"] | undefined }
  | { readonly id: number; readonly failed: string };

parentPort?.on("message", (asked: Asked) => parentPort?.postMessage(answer(asked)));

function answer({ id, cohort, pairs }: Asked): Answered {
  try {
    return pairs ? { id, reasons: reasonsIfItStands(pairs, cohort) } : { id, content: contentOf(cohort) };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : "unknown" };
  }
}

function contentOf(cohort: Cohort): DraftContent {
  const start = performance.now();
  const made = makeDraft(cohort);
  return DraftContent.parse({ ...made, tookMs: Math.round(performance.now() - start) });
}
