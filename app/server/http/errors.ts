/** What a defect or a broken request looks like from outside: a word, never a stack trace, never content. */
import type { Socket } from "node:net";
import { STATUS_CODES } from "node:http";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { headersFor } from "./headers.ts";
import type { Log } from "./log.ts";

const words: Readonly<Record<number, string>> = {
  400: "bad-request",
  404: "not-found",
  408: "too-slow",
  413: "too-large",
  414: "too-large",
  415: "wrong-type",
  431: "too-large",
  503: "busy",
};

const wordOf = (status: number) => words[status] ?? (status < 500 ? "bad-request" : "defect");

// The database cannot be reached or written just now: PostgreSQL starts, stops or has no connection left; the disk is full,
// or so slow that too many writes wait.
const unavailable =
  /^(?:OVERLOADED|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|57P0[1-3]|53\d{3}|08\w{3}|SQLITE_FULL|SQLITE_IOERR\w*|SQLITE_BUSY\w*|SQLITE_READONLY\w*)$/;

/** Whether the fault lies with the database's place, so that trying again later may help. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && unavailable.test(error.code)) return true;
  return /^(?:timeout exceeded when trying to connect|Connection terminated|Client .* not queryable)/.test(
    error.message,
  );
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: Log) {
  const given = error.statusCode ?? 500;
  const status = given < 400 || given === 500 ? (isUnavailable(error) ? 503 : 500) : given;
  if (status >= 500) log.defect(request.routeOptions.url ?? "unknown", error);
  if (status === 503) return saySoon(reply).send({ error: wordOf(status), text: unavailableText });
  return reply.code(status).send({ error: wordOf(status) });
}

const unavailableText =
  "Oakroom cannot reach its database just now. What was saved is safe. Please try again in a moment.";

/** Puts on an answer that it is worth trying again soon. */
export function saySoon(reply: FastifyReply): FastifyReply {
  return reply.code(503).header("retry-after", "2");
}

/** Answers whatever goes wrong before, in or after a handler. */
export function addErrors(fastify: FastifyInstance, log: Log): void {
  fastify.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, log));
}

/** Answers addresses that cannot be read like all others that name nothing; Fastify calls no hook for them. */
export function answerUnreadable(secure: boolean) {
  return (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    void reply
      .code(404)
      .headers(headersFor("/api", secure))
      .send({ error: wordOf(404) });
  };
}

/**
 * Answers what never became a request: broken or too many headers, or a client that takes too long. A connection on which nothing
 * was ever said is closed without a word: browsers open spare ones, and would show the answer in place of the next page.
 */
export function answerBroken(secure: boolean) {
  return (error: Error & { readonly code?: string }, socket: Socket): void => {
    const late = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
    const spare = late && socket.bytesRead === 0;
    if (spare || error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = late ? 408 : error.code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
    const body = JSON.stringify({ error: wordOf(status) });
    const headers = {
      ...headersFor("/api", secure),
      "content-type": "application/json; charset=utf-8",
      "content-length": String(Buffer.byteLength(body)),
      connection: "close",
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n${body}`);
  };
}
