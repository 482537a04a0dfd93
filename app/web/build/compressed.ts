/** Writes every text file of the build also as .gz and .br, once, at the highest level, so that the server only hands them out. */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const texts = /\.(?:js|css|html|svg|json|webmanifest|wasm)$/;

/** Smaller files travel in one packet anyhow. */
const leastBytes = 860;

/** The plugin. Same bytes in, same bytes out: neither format carries a date here. */
export function compressed(): Plugin {
  let folder = "";
  let isWritten = false;
  return {
    name: "oakroom:compressed",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    writeBundle() {
      isWritten = true;
    },
    closeBundle() {
      // A build that failed has its own error to tell.
      if (!isWritten) return;
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        const path = join(folder, name);
        if (texts.test(name) && !name.startsWith(".") && statSync(path).isFile()) writeBoth(path);
      }
    },
  };
}

function writeBoth(path: string): void {
  const bytes = readFileSync(path);
  if (bytes.length < leastBytes) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
