/** Puts the list of this build's files into the service worker and writes it as it is, readable: it is in the trusted base. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { transformWithOxc, type Plugin } from "vite";

/** Only what a first or offline visit needs: all code and styles, and the latin fonts. Other scripts come when somebody's name needs them. */
const kept = /\.(?:js|css)$|-latin-wght-(?:normal|italic)-[^/]+\.woff2$/;

/** The plugin. `source` is the worker's TypeScript file, which imports nothing. */
export function serviceWorker(source: string): Plugin {
  return {
    name: "oakroom:service-worker",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const files = Object.keys(bundle)
          .filter((file) => kept.test(file))
          .toSorted();
        const entry = Object.values(bundle).find((chunk) => chunk.type === "chunk" && chunk.isEntry);
        if (!entry) throw new Error("The build has no entry for the service worker to look for");
        const html = bundle["index.html"];
        const page = html?.type === "asset" ? html.source : "";
        const name = createHash("sha256").update(files.join("\n")).update(page).digest("hex").slice(0, 16);
        const list = ["/theme.js", "/icon.svg", ...files.map((file) => `/${file}`)];
        const plain = await transformWithOxc(readFileSync(source, "utf8"), source);
        const code = plain.code
          .replace('"%BUILD%"', JSON.stringify(name))
          .replace('"%ENTRY%"', JSON.stringify(`/${entry.fileName}`))
          .replace('"%FILES%"', list.map((file) => JSON.stringify(file)).join(", "));
        if (code.includes('"%')) throw new Error("The service worker has a place that nothing was put into");
        this.emitFile({ type: "asset", fileName: "service-worker.js", source: code });
      },
    },
  };
}
