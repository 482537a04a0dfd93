/** The headers that every answer carries. */
import type { FastifyInstance } from "fastify";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types oakroom",
];

/** The content security policy of pages, and of the vault's worker, which alone may compile WebAssembly (Argon2id). */
export function contentSecurityPolicy(path: string): string {
  const worker = /^\/assets\/worker-[\w-]+\.js$/.test(path);
  return policy
    .map((rule) => (worker && rule.startsWith("script-src") ? `${rule} 'wasm-unsafe-eval'` : rule))
    .join("; ");
}

/** What an answer to this path carries. `secure` is true behind TLS. Whoever answers by hand (streams) sends them too. */
export function headersFor(path: string, secure: boolean): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentSecurityPolicy(path),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), microphone=(), geolocation=()",
    ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
    ...(/^\/api(?:\/|$)/.test(path) ? { "cache-control": "no-store" } : {}),
  };
}

/** Adds the headers to every answer, errors included. */
export function addHeaders(fastify: FastifyInstance, secure: boolean): void {
  fastify.addHook("onSend", async (request, reply) => {
    reply.headers(headersFor(request.url.split("?")[0] ?? "/", secure));
  });
}
