/**
 * What the browser asks and the server answers, declared once.
 * A feature's `schema.ts` declares its operations; its `routes.ts` serves them, its `api.ts` calls them,
 * and `/api/openapi.json` is written from them.
 */
import type * as z from "zod/mini";

type Shape = z.core.$ZodType;

/** How a body travels: JSON, sealed bytes, a stream of server-sent events, or a calendar for other programs. */
export type Carriage = "json" | "cbor" | "events" | "calendar";

/** One operation of the HTTP interface. Paths stand below `/api` and name parameters as `:roomId`. */
export interface Operation {
  /** Unique over the whole interface; the authorisation matrix has one row for each. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: `/${string}`;
  /** One sentence for the interface's document. */
  readonly summary: string;
  readonly params?: Shape;
  readonly query?: Shape;
  /** The shape of a JSON body. Leave it out where there is none, or where `takes` is "cbor". */
  readonly body?: Shape;
  readonly takes?: Carriage;
  /** The shape of the JSON answer; fields that it does not name never leave the server. */
  readonly answer?: Shape;
  readonly gives?: Carriage;
  /** The words with which the server may refuse (status 409). */
  readonly refusals?: ReadonlyArray<string>;
  /** The largest body in bytes, where it differs from 64 KiB. */
  readonly bodyLimitBytes?: number;
}

/** Declares an operation; exists so that its literal types are kept. */
export function operation<const O extends Operation>(declared: O): O {
  return declared;
}

type Out<S> = S extends Shape ? z.output<S> : undefined;
type In<S> = S extends Shape ? z.input<S> : undefined;
type Field<O, K extends string> = O extends { readonly [key in K]: infer V } ? V : undefined;

/** What a handler finds in the path, parsed. */
export type ParamsOf<O extends Operation> = Out<Field<O, "params">>;
/** What a handler finds behind the question mark, parsed. */
export type QueryOf<O extends Operation> = Out<Field<O, "query">>;
/** What a handler finds in the body, parsed; bytes where the operation takes CBOR. */
export type BodyOf<O extends Operation> = O extends { readonly takes: "cbor" } ? Uint8Array : Out<Field<O, "body">>;
/** What a handler returns: the answer's shape, bytes where the operation gives CBOR, or the text of a calendar. */
export type AnswerOf<O extends Operation> = O extends { readonly gives: "cbor" }
  ? Uint8Array
  : O extends { readonly gives: "calendar" }
    ? string
    : Field<O, "answer"> extends Shape
      ? In<Field<O, "answer">>
      : undefined;
/** What a caller receives, parsed. */
export type AnsweredOf<O extends Operation> = O extends { readonly gives: "cbor" }
  ? Uint8Array
  : Out<Field<O, "answer">>;
/** The words with which this operation may be refused. */
export type RefusalOf<O extends Operation> = O extends { readonly refusals: ReadonlyArray<infer W extends string> }
  ? W
  : never;

/** What a caller passes: only the parts that the operation has. */
export type InputOf<O extends Operation> = (Field<O, "params"> extends Shape
  ? { readonly params: In<Field<O, "params">> }
  : unknown) &
  (Field<O, "query"> extends Shape ? { readonly query: In<Field<O, "query">> } : unknown) &
  (O extends { readonly takes: "cbor" }
    ? { readonly body: Uint8Array }
    : Field<O, "body"> extends Shape
      ? { readonly body: In<Field<O, "body">> }
      : unknown);
