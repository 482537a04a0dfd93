/** The HTTP server: Fastify with our headers, errors, cookies, bodies, routes, and the built pages. */
import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance } from "fastify";
import { second } from "../../values/instant.ts";
import type { App } from "../app.ts";
import { addBodies } from "./bodies.ts";
import { addErrors, answerBroken, answerUnreadable } from "./errors.ts";
import { addHeaders } from "./headers.ts";
import type { Log } from "./log.ts";
import { addOriginCheck } from "./origin.ts";
import { addPages } from "./pages.ts";
import type { Routes } from "./router.ts";
import { type GuardOf, notFound, routerOn, type Served } from "./serve.ts";

/** A server that is built and not yet listening. */
export interface Built {
  readonly fastify: FastifyInstance;
  /** Every operation with the name of its guard. */
  readonly served: ReadonlyArray<Served>;
}

/** What a server is built from. */
export interface Building {
  readonly routes: ReadonlyArray<Routes>;
  readonly log: Log;
  /** The folder of the built pages; `undefined` serves the interface alone. */
  readonly webFolder: string | undefined;
  /** Puts another guard in the place of one, to see that its absence is noticed; for tests. */
  readonly guardOf?: GuardOf | undefined;
}

function bareServer(app: App, secure: boolean): FastifyInstance {
  return Fastify({
    logger: false,
    // Behind TLS a proxy on this machine, or at the addresses that the operator names, tells who is asking.
    trustProxy: secure ? [...(app.config.proxies ?? ["loopback"])] : false,
    bodyLimit: 64 * 1024,
    requestTimeout: 30 * second,
    // Sooner than proxies give up: whoever waits is told to come back, and may ask the same again.
    handlerTimeout: 40 * second,
    // Longer than proxies keep idle connections, so that they never send into one that is just being closed.
    keepAliveTimeout: 75 * second,
    // A live stream is silent for long; who is gone is found out by its own comment lines.
    connectionTimeout: 0,
    forceCloseConnections: true,
    // What is asked while it stops is answered whole: a browser would show a refusal in place of the page that somebody opened.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    http: { headersTimeout: 15 * second, connectionsCheckingInterval: 5 * second, maxHeaderSize: 16 * 1024 },
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerBroken(secure),
    frameworkErrors: answerUnreadable(secure),
  });
}

/** Builds the server around the app. */
export async function buildServer(app: App, { routes, log, webFolder, guardOf }: Building): Promise<Built> {
  const secure = app.config.origin.startsWith("https:");
  const fastify = bareServer(app, secure);
  addHeaders(fastify, secure);
  addOriginCheck(fastify, app.config);
  addErrors(fastify, log);
  addBodies(fastify);
  fastify.addHook("onResponse", (request, reply, done) => {
    log.request(request.method, request.routeOptions.url ?? "none", reply.statusCode, reply.elapsedTime);
    done();
  });
  await fastify.register(cookie);
  const served: Served[] = [];
  await fastify.register(
    async (api) => {
      const router = routerOn(api, app, served, guardOf);
      for (const add of routes) add(router, app);
    },
    { prefix: "/api" },
  );
  if (webFolder) await addPages(fastify, webFolder);
  else fastify.setNotFoundHandler((_request, reply) => notFound(reply));
  return { fastify, served };
}
