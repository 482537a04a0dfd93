/** Binds a declared operation to Fastify: parse, guard, handle, and drop what the answer does not declare. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod/mini";
import { type Instant, second } from "../../values/instant.ts";
import type { Operation, ParamsOf } from "../../values/operation.ts";
import type { App } from "../app.ts";
import { parseInTurns } from "../parse-in-turns.ts";
import { findCaller, signInCookie } from "../guards/cookie.ts";
import type { Guard } from "../guards/guard.ts";
import { Busy, type Handler, Refused, type Router } from "./router.ts";

/** Counts what is served, so that the interface's document and the authorisation matrix can name all of it. */
export interface Served {
  readonly operation: Operation;
  readonly guard: string;
}

/** The guard as the server looks at it: whatever it needs of the path, whatever it proves. */
export type AnyGuard = Guard<unknown, unknown>;

/** Answers the guard to use for an operation, given the one that was declared. */
export type GuardOf = (operation: Operation, declared: AnyGuard) => AnyGuard;

/** What a handler is given, as far as the server knows it; `Handler` says it to each operation in its own types. */
interface Asking {
  readonly proof: unknown;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly now: Instant;
  readonly from: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly refuse: (word: string) => Refused;
}

interface Bound {
  readonly app: App;
  readonly cookie: string;
  readonly operation: Operation;
  readonly guard: AnyGuard;
  /** A method, so that handlers with narrower types fit: the parts have been parsed with the operation's own schemas. */
  handle(asking: Asking): Promise<unknown>;
}

/** A router that registers on a Fastify instance whose prefix is `/api`. */
export function routerOn(
  fastify: FastifyInstance,
  app: App,
  served: Served[],
  guardOf: GuardOf = (_, declared) => declared,
): Router {
  const cookie = signInCookie(app.config);
  function on<const O extends Operation, GuardParams, Proof>(
    operation: O,
    guard: ParamsOf<O> extends GuardParams ? Guard<GuardParams, Proof> : never,
    handler: Handler<O, Proof>,
  ): void;
  function on(operation: Operation, declared: AnyGuard, handle: (asking: never) => Promise<unknown>): void {
    const guard = guardOf(operation, declared);
    served.push({ operation, guard: declared.name });
    fastify.route({
      method: operation.method,
      url: operation.path,
      exposeHeadRoute: false,
      ...(operation.bodyLimitBytes ? { bodyLimit: operation.bodyLimitBytes } : {}),
      handler: (request, reply) => answer({ app, cookie, operation, guard, handle }, request, reply),
    });
  }
  return { on };
}

async function answer(bound: Bound, request: FastifyRequest, reply: FastifyReply) {
  const { app, operation } = bound;
  const now = app.clock();
  const params = parsePart(operation.params, request.params);
  // A path that no id fits names nothing: it answers like every other thing that is not there.
  if (params === broken) return notFound(reply);
  const token = request.cookies[bound.cookie];
  const caller = bound.guard.findsCaller ? undefined : await findCaller(app.db.read, token, now);
  const proof = await bound.guard.prove({ read: app.db.read, params, now, caller, token });
  if (proof === "not-signed-in") return reply.code(401).send({ error: "not-signed-in" });
  if (proof === "not-found") return notFound(reply);
  const query = parsePart(operation.query, request.query);
  const body = readBody(operation, request.body);
  if (query === broken || body === broken) {
    return reply.code(400).send({ error: "bad-request", fields: brokenFields(operation, request) });
  }
  const refuse = (word: string) => new Refused(word);
  const result = await bound.handle({ proof, params, query, body, now, from: request.ip, request, reply, refuse });
  return send(operation, result, reply);
}

async function send(operation: Operation, result: unknown, reply: FastifyReply) {
  if (reply.sent || operation.gives === "events") return reply;
  if (result instanceof Busy) {
    return reply
      .code(429)
      .header("retry-after", String(Math.ceil(result.waitMs / second)))
      .send({ error: "busy" });
  }
  if (result instanceof Refused) return reply.code(409).send({ refused: result.word });
  if (operation.gives === "cbor") {
    if (!(result instanceof Uint8Array)) throw new TypeError(`${operation.id} did not answer with bytes`);
    return reply.type("application/cbor").send(Buffer.from(result.buffer, result.byteOffset, result.byteLength));
  }
  if (operation.gives === "calendar") return reply.type("text/calendar; charset=utf-8").send(textOf(result, reply));
  if (!operation.answer) return reply.send({});
  return reply.send(await parseInTurns(operation.answer, result));
}

/** Whoever has this version already gets the head alone. */
function textOf(result: unknown, reply: FastifyReply): string | null {
  return reply.statusCode === 304 ? null : String(result);
}

const broken = Symbol("broken");

function parsePart(shape: z.core.$ZodType | undefined, value: unknown): unknown {
  if (!shape) return undefined;
  const parsed = z.safeParse(shape, value);
  return parsed.success ? parsed.data : broken;
}

function readBody(operation: Operation, body: unknown): unknown {
  if (operation.takes === "cbor") return Buffer.isBuffer(body) ? body : broken;
  if (!operation.body) return body === undefined || body === null ? undefined : broken;
  return parsePart(operation.body, body);
}

/** The names of the fields that do not fit, never what stood in them. */
function brokenFields(operation: Operation, request: FastifyRequest): ReadonlyArray<string> {
  const issues = [
    ...(operation.query ? (z.safeParse(operation.query, request.query).error?.issues ?? []) : []),
    ...(operation.body ? (z.safeParse(operation.body, request.body).error?.issues ?? []) : []),
  ];
  const names = issues.map((issue) => (issue.code === "unrecognized_keys" ? "unknown-field" : issue.path.join(".")));
  return names.length === 0 ? ["body"] : [...new Set(names.map((name) => name || "body"))].slice(0, 20);
}

/** The one answer for whatever is not there, or not theirs. */
export function notFound(reply: FastifyReply) {
  return reply.code(404).send({ error: "not-found" });
}
