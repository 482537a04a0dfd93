/** Binds a declared operation to Fastify: parse, guard, handle, and drop what the answer does not declare. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod/mini";
import type { Operation } from "../../values/operation.ts";
import type { App } from "../app.ts";
import { findCaller, signInCookie } from "../guards/cookie.ts";
import type { Guard } from "../guards/guard.ts";
import { type Handler, Refused, type Router } from "./router.ts";

/** Counts what is served, so that the interface's document and the authorisation matrix can name all of it. */
export interface Served {
  readonly operation: Operation;
  readonly guard: string;
}

/** A router that registers on a Fastify instance whose prefix is `/api`. */
export function routerOn(fastify: FastifyInstance, app: App, served: Served[]): Router {
  const cookie = signInCookie(app.config);
  return {
    on(operation, guard, handler) {
      served.push({ operation, guard: guard.name });
      fastify.route({
        method: operation.method,
        url: operation.path,
        ...(operation.bodyLimitBytes ? { bodyLimit: operation.bodyLimitBytes } : {}),
        config: { operation },
        handler: (request, reply) => answer({ app, cookie, operation, guard, handler: handler as unknown as AnyHandler }, request, reply),
      });
    },
  };
}

type AnyHandler = Handler<Operation, unknown>;

interface Bound {
  readonly app: App;
  readonly cookie: string;
  readonly operation: Operation;
  readonly guard: Guard<never, unknown>;
  readonly handler: AnyHandler;
}

async function answer({ app, cookie, operation, guard, handler }: Bound, request: FastifyRequest, reply: FastifyReply) {
  const now = app.clock();
  const params = parsePart(operation.params, request.params);
  // A path that no id fits names nothing: it answers like every other thing that is not there.
  if (params === broken) return notFound(reply);
  const caller = await findCaller(app.db.read, request.cookies[cookie], now);
  const proof = await guard.prove({ read: app.db.read, params: params as never, now, caller });
  if (proof === "not-signed-in") return reply.code(401).send({ error: "not-signed-in" });
  if (proof === "not-found") return notFound(reply);
  const query = parsePart(operation.query, request.query);
  const body = operation.takes === "cbor" ? (Buffer.isBuffer(request.body) ? request.body : broken) : parsePart(operation.body, request.body);
  if (query === broken || body === broken) return reply.code(400).send({ error: "bad-request", fields: brokenFields(operation, request) });
  const asking = { proof, params, query, body, now, from: request.ip, request, reply, refuse: (word: string) => new Refused(word) };
  const result = await handler(asking as unknown as Parameters<AnyHandler>[0]);
  return send(operation, result, reply);
}

function send(operation: Operation, result: unknown, reply: FastifyReply) {
  if (reply.sent || operation.gives === "events") return reply;
  if (result instanceof Refused) return reply.code(409).send({ refused: result.word });
  if (operation.gives === "cbor") return reply.type("application/cbor").send(Buffer.from(result as Uint8Array));
  if (!operation.answer) return reply.send({});
  return reply.send(z.parse(operation.answer, result));
}

const broken = Symbol("broken");

function parsePart(shape: z.core.$ZodType | undefined, value: unknown): unknown {
  if (!shape) return undefined;
  const parsed = z.safeParse(shape, value);
  return parsed.success ? parsed.data : broken;
}

/** The names of the fields that do not fit, never what stood in them. */
function brokenFields(operation: Operation, request: FastifyRequest): ReadonlyArray<string> {
  const issues = [
    ...(operation.query ? (z.safeParse(operation.query, request.query).error?.issues ?? []) : []),
    ...(operation.body ? (z.safeParse(operation.body, request.body).error?.issues ?? []) : []),
  ];
  return [...new Set(issues.map((issue) => (issue.code === "unrecognized_keys" ? "unknown-field" : issue.path.join(".")) || "body"))].slice(0, 20);
}

/** The one answer for whatever is not there, or not theirs. */
export function notFound(reply: FastifyReply) {
  return reply.code(404).send({ error: "not-found" });
}
