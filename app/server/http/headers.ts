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
  return kindOf(path) === "worker" ? workerPolicy : pagePolicy;
}

const pagePolicy = policy.join("; ");
const workerPolicy = pagePolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

type Kind = "api" | "calendar" | "worker" | "page";

/** What lies under an address; a question mark ends it. One in other letters, as in "/%61pi", is still the same. */
function kindOf(address: string): Kind {
  if (/^\/api\/calendar-feeds\/[\w-]+\/busy\.ics(?:\?|$)/.test(address)) return "calendar";
  if (/^\/api(?:[/?]|$)/.test(address) || address.includes("%")) return "api";
  return /^\/assets\/worker-[\w-]+\.js(?:\?|$)/.test(address) ? "worker" : "page";
}

type Headers = Readonly<Record<string, string>>;

function made(kind: Kind, secure: boolean): Headers {
  return {
    "content-security-policy": kind === "worker" ? workerPolicy : pagePolicy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), microphone=(), geolocation=()",
    ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
    ...(kind === "api" ? { "cache-control": "no-store" } : {}),
    // A calendar program keeps what it has, and asks whether it still holds.
    ...(kind === "calendar" ? { "cache-control": "private, no-cache" } : {}),
  };
}

const madeAll = (secure: boolean): Readonly<Record<Kind, Headers>> => ({
  api: made("api", secure),
  calendar: made("calendar", secure),
  worker: made("worker", secure),
  page: made("page", secure),
});
const [plain, behindTls] = [madeAll(false), madeAll(true)];

/** What an answer to this address carries. `secure` is true behind TLS. Whoever answers by hand (streams) sends them too. */
export function headersFor(address: string, secure: boolean): Headers {
  return (secure ? behindTls : plain)[kindOf(address)];
}

/** Adds the headers to every answer, errors included. */
export function addHeaders(fastify: FastifyInstance, secure: boolean): void {
  fastify.addHook("onSend", (request, reply, _payload, done) => {
    reply.headers(headersFor(request.url, secure));
    done();
  });
}
