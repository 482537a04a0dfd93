/** A story whose tests are its chapters: once one has failed, the others say so at once instead of waiting for what cannot come. */
import { afterEach, beforeEach } from "vitest";
import { whereEveryoneIs } from "./visitor.ts";

/** Call it once in the `describe` of a story. */
export function tellInChapters(): void {
  let failed: string | undefined;
  beforeEach(() => {
    if (failed !== undefined) throw new Error(`not told, since "${failed}" failed`);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail" || failed !== undefined) return;
    failed = task.name;
    process.stdout.write(`${await whereEveryoneIs()}\n`);
  });
}
