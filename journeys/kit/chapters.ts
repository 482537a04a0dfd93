/** A story whose tests are its chapters: once one has failed, the others say so at once instead of waiting for what cannot come. */
import { afterEach, beforeEach, type TestContext } from "vitest";
import { whereEveryoneIs } from "./visitor.ts";

/** Whether a chapter that has just failed is told once more: its people are where they were. */
function isToldAgain({ retry, result }: TestContext["task"]): boolean {
  const times = typeof retry === "number" ? retry : (retry?.count ?? 0);
  return (result?.retryCount ?? 0) < times;
}

/** Call it once in the `describe` of a story. */
export function tellInChapters(): void {
  let failed: string | undefined;
  beforeEach(() => {
    if (failed !== undefined) throw new Error(`not told, since "${failed}" failed`);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail" || failed !== undefined) return;
    const isAgain = isToldAgain(task);
    if (!isAgain) failed = task.name;
    const how = isAgain ? "failed, and is told again" : "failed";
    process.stdout.write(`"${task.name}" ${how}.\n${await whereEveryoneIs()}\n`);
  });
}
