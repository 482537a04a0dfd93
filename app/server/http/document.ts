/** The interface's document (OpenAPI 3.1), written from the operations that are really served. */
import * as z from "zod/mini";
import type { Operation } from "../../values/operation.ts";
import type { Served } from "./serve.ts";

type Json = { readonly [key: string]: unknown };

/** Writes the document. `version` is the program's. */
export function describeInterface(served: ReadonlyArray<Served>, version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { operation, guard } of served) {
    const path = `/api${operation.path.replaceAll(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(operation, guard) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Oakroom",
      version,
      description: "Sealed content travels as application/cbor; see docs/protocol.md.",
    },
    paths,
  };
}

function describeOperation(operation: Operation, guard: string): Json {
  const media =
    operation.takes === "cbor"
      ? { "application/cbor": {} }
      : operation.body
        ? { "application/json": { schema: jsonSchema(operation.body, "input") } }
        : undefined;
  return {
    operationId: operation.id,
    summary: operation.summary,
    "x-guard": guard,
    parameters: [...parameters(operation.params, "path"), ...parameters(operation.query, "query")],
    ...(media ? { requestBody: { required: true, content: media } } : {}),
    responses: {
      200: { description: "Done", ...(answerMedia(operation) ? { content: answerMedia(operation) } : {}) },
      400: { description: "The request does not have the declared shape" },
      ...(guard === "anyone" ? {} : { 401: { description: "Not signed in" } }),
      404: { description: "Not there, or not yours" },
      ...(operation.refusals ? { 409: { description: `Refused: ${operation.refusals.join(", ")}` } } : {}),
    },
  };
}

function answerMedia(operation: Operation): Json | undefined {
  if (operation.gives === "cbor") return { "application/cbor": {} };
  if (operation.gives === "events") return { "text/event-stream": {} };
  if (operation.gives === "calendar") return { "text/calendar": {} };
  return operation.answer ? { "application/json": { schema: jsonSchema(operation.answer, "output") } } : undefined;
}

function parameters(shape: z.core.$ZodType | undefined, place: "path" | "query"): ReadonlyArray<Json> {
  if (!shape) return [];
  const { properties, required } = z.toJSONSchema(shape, { io: "input", unrepresentable: "any" });
  return Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === "path" || (required?.includes(name) ?? false),
    schema,
  }));
}

function jsonSchema(shape: z.core.$ZodType, io: "input" | "output"): Json {
  return { ...z.toJSONSchema(shape, { io, unrepresentable: "any" }) };
}
