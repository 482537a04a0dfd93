/* `node tools/kernel/write.ts` after a change of packages/matching/kernel/kernel.wat: puts its bytes beside it. */
import { writeFileSync } from "node:fs";
import { assembledBytes, bytesFile } from "./assemble.ts";

writeFileSync(bytesFile, await assembledBytes());
