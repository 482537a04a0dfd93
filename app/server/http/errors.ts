/** What a defect or a broken request looks like from outside: a word, never a stack trace, never content. */
import type { FastifyError, FastifyInstance } from "fastify";
import type { Log } from "./log.ts";

const words: Readonly<Record<number, string>> = { 400: "bad-request", 404: "not-found", 405: "bad-request", 413: "too-large", 415: "wrong-type", 431: "too-large", 503: "busy" };

/** Answers whatever goes wrong before, in or after a handler. */
export function addErrors(fastify: FastifyInstance, log: Log): void {
  fastify.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.defect(request.routeOptions.url ?? "unknown", error);
    const code = status >= 500 && status !== 503 ? 500 : status;
    return reply.code(code).send({ error: words[code] ?? (code < 500 ? "bad-request" : "defect") });
  });
}
