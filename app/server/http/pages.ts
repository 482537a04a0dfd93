/** The built pages: precompressed files with long caching, and one page for every address of the app. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { notFound } from "./serve.ts";

/** Serves `webFolder`; addresses without a file answer with `index.html`, so that the app can route them. */
export async function addPages(fastify: FastifyInstance, webFolder: string): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: webFolder,
    preCompressed: true,
    index: false,
    wildcard: false,
    dotfiles: "ignore",
    globIgnore: ["**/*.{br,gz}"],
    setHeaders: (reply, path) => {
      // Names below assets/ change with their content; the others are asked for anew, and answered with 304.
      const kept = path.startsWith(join(webFolder, "assets"));
      reply.header("cache-control", kept ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  const page = readPage(webFolder);
  fastify.setNotFoundHandler((request, reply) =>
    page && isPlace(request) ? sendPage(page, request, reply) : notFound(reply),
  );
}

/** The one page, as it is and compressed. */
interface Page {
  readonly plain: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

function readPage(webFolder: string): Page | undefined {
  const read = (name: string) => {
    const path = join(webFolder, name);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
  const plain = read("index.html");
  return plain && { plain, br: read("index.html.br"), gzip: read("index.html.gz") };
}

/** Places of the app have no ending, and none of them lies below /api. */
function isPlace({ method, url }: FastifyRequest): boolean {
  const path = url.split("?")[0] ?? "";
  return (method === "GET" || method === "HEAD") && !/^\/api(?:\/|$)/.test(path) && !/\.\w{1,12}$/.test(path);
}

function sendPage(page: Page, request: FastifyRequest, reply: FastifyReply) {
  const accepted = request.headers["accept-encoding"] ?? "";
  const coding = (["br", "gzip"] as const).find(
    (name) => page[name] && new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted),
  );
  reply.header("cache-control", "no-cache").header("vary", "accept-encoding").type("text/html; charset=utf-8");
  if (coding) reply.header("content-encoding", coding);
  return reply.send((coding && page[coding]) ?? page.plain);
}
