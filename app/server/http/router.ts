/** Puts operations on the wire: guard first, then the handler, and only declared fields leave. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type * as z from "zod/mini";
import type { Instant } from "../../values/instant.ts";
import type { AnswerOf, BodyOf, Operation, ParamsOf, QueryOf, RefusalOf } from "../../values/operation.ts";
import type { App } from "../app.ts";
import type { Guard } from "../guards/guard.ts";

/** A word that answers 409; made by `refuse` in a handler. */
export class Refused {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

/** Too much for now: answers 429 and says when to try again. Clients take it for an absence of the server. */
export class Busy extends Refused {
  readonly waitMs: number;
  constructor(waitMs: number) {
    super("busy");
    this.waitMs = waitMs;
  }
}

/** What a handler is given. */
export interface Asking<O extends Operation, Proof> {
  /** What the guard has proven. */
  readonly proof: Proof;
  readonly params: ParamsOf<O>;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
  readonly now: Instant;
  /** The address the request came from, for throttling alone; never stored, never logged. */
  readonly from: string;
  /** For cookies, streams and headers. */
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Says no in one of the operation's own words. */
  readonly refuse: (word: RefusalOf<O>) => Refused;
}

/** An operation that answers nothing may simply end. */
type Nothing<O extends Operation> = AnswerOf<O> extends undefined ? void : never;

/** Answers one operation. */
export type Handler<O extends Operation, Proof> = (
  asking: Asking<O, Proof>,
) => Promise<AnswerOf<O> | Refused | Nothing<O>>;

/** Where routes are declared. */
export interface Router {
  /** Serves an operation behind a guard. The guard's `Params` must be among the operation's. */
  on<const O extends Operation, GuardParams, Proof>(
    operation: O,
    guard: ParamsOf<O> extends GuardParams ? Guard<GuardParams, Proof> : never,
    handler: Handler<O, Proof>,
  ): void;
}

/** A feature's routes: `export const peopleRoutes: Routes = (router, app) => { router.on(…) }`. */
export type Routes = (router: Router, app: App) => void;

/** The type of what a schema yields, for handlers that pass parts on. */
export type Parsed<S extends z.core.$ZodType> = z.output<S>;
