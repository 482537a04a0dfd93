import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";
import { contentSecurityPolicy } from "./headers.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

/** A policy as its directives. */
function directives(policy: unknown): Readonly<Record<string, string>> {
  const rules = String(policy).split("; ");
  return Object.fromEntries(rules.map((rule) => [rule.split(" ")[0] ?? "", rule.split(" ").slice(1).join(" ")]));
}

const strict = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "oakroom",
};

describe("C36: the content security policy", () => {
  it("is the strict one, exactly; the vault's worker alone may compile WebAssembly", () => {
    expect(directives(contentSecurityPolicy("/"))).toEqual(strict);
    const worker = { ...strict, "script-src": "'self' 'wasm-unsafe-eval'" };
    expect(directives(contentSecurityPolicy("/assets/worker-abc123.js"))).toEqual(worker);
    for (const path of [
      "/assets/main-abc123.js",
      "/worker-abc123.js",
      "/assets/worker-abc123.js/x",
      "/service-worker.js",
    ])
      expect(directives(contentSecurityPolicy(path))).toEqual(strict);
  });

  it("stands on the answer of every operation, whatever it answers", async () => {
    const answers = await Promise.all(
      server.built.served.map(({ operation: { method, path } }) =>
        server.built.fastify.inject({
          method,
          url: `/api${path.replaceAll(/:\w+/g, "none")}`,
          headers: { origin: server.app.config.origin },
        }),
      ),
    );
    expect(answers.length).toBeGreaterThan(50);
    for (const answer of answers) expect(directives(answer.headers["content-security-policy"])).toEqual(strict);
  });

  it.each([
    ["a place that is not there", "GET", "/nowhere.txt", {}],
    ["an operation that is not there", "GET", "/api/nothing", {}],
    ["a request from another site", "POST", "/api/sign-in", { origin: "https://elsewhere.example" }],
  ] as const)("stands on %s", async (_, method, url, headers) => {
    const answer = await server.built.fastify.inject({ method, url, headers });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(directives(answer.headers["content-security-policy"])).toEqual(strict);
  });

  it("has nothing to allow: the page holds no script of its own, no style, and names no other place", () => {
    const page = readFileSync(new URL("../../web/index.html", import.meta.url), "utf8");
    const scripts = [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes = "", inside = ""] of scripts) {
      expect(attributes).toMatch(/\bsrc="[./]/);
      expect(inside.trim()).toBe("");
    }
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|https?:\/\/|src="\/\//i);
  });
});
