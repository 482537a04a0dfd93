import { createServer } from "node:http";
import { build } from "vite";

/** A page that runs one module of ours in the browser, built in memory. */
export interface ServedModule {
  /** http://localhost:PORT, which is a secure context, so that WebCrypto is there. */
  readonly origin: string;
  readonly end: () => void;
}

const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

/**
 * Builds a module with all it imports and serves it at `/`, under the strict policy of the product.
 * `/wasm` is the same page under the policy of the worker, which may compile WebAssembly.
 */
export async function serveModule(entry: string): Promise<ServedModule> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2023",
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { page: entry },
        output: { entryFileNames: "page.js", chunkFileNames: "[name]-[hash].js" },
        preserveEntrySignatures: "strict",
      },
    },
  });
  const files = new Map<string, string>();
  for (const result of Array.isArray(built) ? built : [built]) {
    if (!("output" in result)) continue;
    for (const file of result.output) if (file.type === "chunk") files.set(`/${file.fileName}`, file.code);
  }
  const html = '<!doctype html><title>crypto</title><script type="module" src="/page.js"></script>';
  const server = createServer((request, response) => {
    const script = files.get(request.url ?? "");
    const wasm = request.url === "/wasm" ? policy.replace("script-src", "script-src 'wasm-unsafe-eval'") : policy;
    response.setHeader("content-security-policy", wasm);
    response.setHeader("content-type", script === undefined ? "text/html" : "text/javascript");
    response.end(script ?? html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port to listen on");
  return { origin: `http://localhost:${address.port}`, end: () => server.close() };
}
