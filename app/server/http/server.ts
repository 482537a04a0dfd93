/** The HTTP server: Fastify with our headers, errors, cookies, sealed bodies, routes, and the built pages. */
import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance } from "fastify";
import type { App } from "../app.ts";
import { addErrors } from "./errors.ts";
import { addHeaders } from "./headers.ts";
import type { Log } from "./log.ts";
import { addOriginCheck } from "./origin.ts";
import { addPages } from "./pages.ts";
import type { Routes } from "./router.ts";
import { notFound, routerOn, type Served } from "./serve.ts";

/** A server that is built and not yet listening. */
export interface Built {
  readonly fastify: FastifyInstance;
  /** Every operation with the name of its guard. */
  readonly served: ReadonlyArray<Served>;
}

/** Builds the server around the app. `webFolder` holds the built pages; `undefined` serves the interface alone. */
export async function buildServer(app: App, routes: ReadonlyArray<Routes>, log: Log, webFolder: string | undefined): Promise<Built> {
  const fastify = Fastify({
    logger: false,
    trustProxy: app.config.origin.startsWith("https:") ? "loopback" : false,
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 0,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  addHeaders(fastify, app.config.origin.startsWith("https:"));
  addOriginCheck(fastify, app.config);
  addErrors(fastify, log);
  fastify.addHook("onResponse", async (request, reply) => log.request(request.method, request.routeOptions.url ?? "none", reply.statusCode, reply.elapsedTime));
  fastify.addContentTypeParser("application/cbor", { parseAs: "buffer" }, async (_request: unknown, body: Buffer) => body);
  await fastify.register(cookie);
  const served: Served[] = [];
  await fastify.register(
    async (api) => {
      const router = routerOn(api, app, served);
      for (const add of routes) add(router, app);
    },
    { prefix: "/api" },
  );
  if (webFolder) await addPages(fastify, webFolder);
  else fastify.setNotFoundHandler((_request, reply) => notFound(reply));
  return { fastify, served };
}
