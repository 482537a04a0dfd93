/** The built pages: precompressed files with long caching, and one page for every address of the app. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { notFound } from "./serve.ts";

/** Serves `webFolder`; addresses without a file answer with `index.html`, so that the app can route them. */
export async function addPages(fastify: FastifyInstance, webFolder: string): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: webFolder,
    preCompressed: true,
    index: false,
    wildcard: false,
    setHeaders: (reply, path) => {
      reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  const index = join(webFolder, "index.html");
  const html = existsSync(index) ? readFileSync(index) : undefined;
  fastify.setNotFoundHandler((request, reply) => {
    const page =
      (request.method === "GET" || request.method === "HEAD") &&
      !request.url.startsWith("/api") &&
      !/\.\w{1,8}(?:\?|$)/.test(request.url);
    if (!page || !html) return notFound(reply);
    return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(html);
  });
}
