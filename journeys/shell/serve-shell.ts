/** The built web app before a server that answers from a script: for what the shell does by itself. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { contentSecurityPolicy } from "../../app/server/http/headers.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** What the interface answers: status and body for "METHOD /path". */
export type Script = (asked: string, body: unknown) => { readonly status: number; readonly body: unknown };

/** A served app. */
export interface ServedShell {
  readonly origin: string;
  /** Every call of the interface so far, as "METHOD /path". */
  readonly asked: string[];
  readonly end: () => void;
}

/** Builds the web app into a folder of its own. */
export async function buildShell(folder: string): Promise<void> {
  const configFile = fileURLToPath(new URL("../../app/web/vite.config.ts", import.meta.url));
  await build({ configFile, logLevel: "warn", build: { outDir: folder, emptyOutDir: true } });
}

async function answerApi(request: IncomingMessage, response: ServerResponse, asked: string, script: Script) {
  const pieces: Buffer[] = [];
  for await (const piece of request) if (Buffer.isBuffer(piece)) pieces.push(piece);
  const sent = Buffer.concat(pieces).toString("utf8");
  const { status, body } = script(asked, sent === "" ? undefined : JSON.parse(sent));
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Serves it; every address without a file is the app's. */
export async function serveShell(folder: string, script: Script): Promise<ServedShell> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/api")) {
      asked.push(`${request.method} ${pathname}`);
      void answerApi(request, response, `${request.method} ${pathname}`, script);
      return;
    }
    const named = join(folder, pathname);
    const file = extname(pathname) !== "" && existsSync(named) ? named : join(folder, "index.html");
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-security-policy": contentSecurityPolicy(pathname),
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { origin: `http://localhost:${port}`, asked, end: () => server.close() };
}
