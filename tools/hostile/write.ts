/* `node tools/hostile/write.ts` writes docs/hostile-suite.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readTree } from "../architecture/tree.ts";
import { root } from "../gates/command.ts";
import { findBreaches, pagePath, writePage } from "./suite.ts";

writeFileSync(join(root, pagePath), writePage(readTree(root)));
for (const { line, message } of findBreaches(readTree(root))) process.stdout.write(`${line ?? ""}: ${message}\n`);
