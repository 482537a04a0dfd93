/** Builds the gallery into a folder and serves it on a port of its own, under the policy that Oakroom's pages have. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { contentSecurityPolicy } from "../../app/server/http/headers.ts";
import { layered } from "../../app/web/build/layered.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

/** Builds into `folder`. */
export async function buildGallery(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    root: fileURLToPath(new URL(".", import.meta.url)),
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [layered()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "chrome123",
    },
  });
}

/** Serves a folder; the answer is its origin and how to end it. */
export async function serveFolder(folder: string): Promise<{ readonly origin: string; readonly end: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = normalize(pathname === "/" ? "/index.html" : pathname);
    try {
      const bytes = readFileSync(join(folder, name));
      response.writeHead(200, {
        "content-type": types[extname(name)] ?? "application/octet-stream",
        "content-security-policy": contentSecurityPolicy(pathname),
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, end: () => server.close() };
}
