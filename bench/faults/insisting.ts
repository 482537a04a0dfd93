/** In front of a server that says when it is too busy: one that tells nobody, and asks again for them until they are served. */
import { createServer, type IncomingMessage } from "node:http";
import type { Running } from "../../app/server/run.ts";

const tooBusy = 503;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Begins; the answer is its port. */
export function insistOn({ built: { fastify }, app }: Running): Promise<number> {
  const server = createServer((request, answer) => {
    const ask = async () => {
      const payload = await bodyOf(request);
      const method = request.method === "POST" ? "POST" : "GET";
      const headers = { ...request.headers, origin: app.config.origin };
      for (;;) {
        const { statusCode, rawPayload } = await fastify.inject({ method, url: request.url ?? "/", headers, payload });
        if (statusCode !== tooBusy) return void answer.writeHead(statusCode).end(rawPayload);
      }
    };
    void ask().catch(() => answer.destroy());
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}
