/** Refuses requests that change something and come from another site. */
import type { FastifyInstance } from "fastify";
import type { Config } from "../config.ts";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Requests that change something must name our own origin; programs beside a browser send it too.
 * Asked for every address, since one address can be written in many ways (`/%61pi` is `/api`).
 */
export function addOriginCheck(fastify: FastifyInstance, config: Pick<Config, "origin">): void {
  fastify.addHook("onRequest", (request, reply, done) => {
    if (safe.has(request.method) || request.headers.origin === config.origin) done();
    else void reply.code(403).send({ error: "other-origin" });
  });
}
