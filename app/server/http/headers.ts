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
  return policy.map((rule) => (worker && rule.startsWith("script-src") ? `${rule} 'wasm-unsafe-eval'` : rule)).join("; ");
}

/** Adds the headers to every answer, errors included. */
export function addHeaders(fastify: FastifyInstance, secure: boolean): void {
  fastify.addHook("onSend", async (request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    reply.header("content-security-policy", contentSecurityPolicy(path));
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "no-referrer");
    reply.header("cross-origin-opener-policy", "same-origin");
    reply.header("cross-origin-resource-policy", "same-origin");
    reply.header("permissions-policy", "camera=(self), microphone=(), geolocation=(), interest-cohort=()");
    if (secure) reply.header("strict-transport-security", "max-age=31536000");
    if (path.startsWith("/api")) reply.header("cache-control", "no-store");
  });
}
