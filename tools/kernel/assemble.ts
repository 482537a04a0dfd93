/** The points kernel of packages/matching: its readable source, and the bytes that stand beside it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import wabt from "wabt";
import { root } from "../gates/command.ts";

const folder = join(root, "packages/matching/kernel");

/** The file that holds the bytes. */
export const bytesFile = join(folder, "bytes.generated.ts");

/** What that file must say, made from kernel.wat. Throws with the line where the source is wrong. */
export async function assembledBytes(): Promise<string> {
  const source = readFileSync(join(folder, "kernel.wat"), "utf8");
  const tools = await wabt();
  const module = tools.parseWat("kernel.wat", source, { simd: true });
  try {
    module.validate();
    const { buffer } = module.toBinary({});
    return `/** The module of kernel.wat. Written by tools/kernel/write.ts. */\nexport const kernelBytes = Uint8Array.of(\n${linesOf(buffer)});\n`;
  } finally {
    module.destroy();
  }
}

function linesOf(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 24) lines.push(`  ${[...bytes.subarray(at, at + 24)].join(", ")},\n`);
  return lines.join("");
}
