/** The bodies that requests may carry: JSON in valid UTF-8, and sealed bytes. */
import type { FastifyInstance } from "fastify";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A body that cannot be read; answered with 400. */
class UnreadableBody extends Error {
  readonly statusCode = 400;
}

function readText(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UnreadableBody("the body is not UTF-8");
  }
}

/** Takes JSON and sealed bytes, and nothing else. Keys such as `__proto__` are refused wherever they stand. */
export function addBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser("error", "error");
  fastify.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    try {
      void parse(request, readText(body), done);
    } catch (error) {
      done(error instanceof UnreadableBody ? error : new UnreadableBody("the body is not JSON"));
    }
  });
  fastify.addContentTypeParser("application/cbor", { parseAs: "buffer" }, (_request, body: Buffer, done) => {
    done(null, body);
  });
}
