/* `node tools/practices/write.ts` writes docs/practices.md; with `--lacking` it says what each practice still lacks. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readTree } from "../architecture/tree.ts";
import { root } from "../gates/command.ts";
import { keptPractices, lackingOf, pagePath, textIds, writePage } from "./practices.ts";

const tree = readTree(root);
writeFileSync(join(root, pagePath), writePage(tree));
if (process.argv.includes("--lacking")) {
  const texts = textIds(tree);
  for (const kept of keptPractices(tree)) {
    const lacking = lackingOf(kept, texts);
    process.stdout.write(`${kept.id} ${kept.standing}: ${lacking.length === 0 ? "whole" : lacking.join("; ")}\n`);
  }
}
