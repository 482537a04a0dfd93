import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AskToSignIn, ReadMe } from "../../features/programme/sign-in/schema.ts";
import { type TestServer, testServer } from "../testing.ts";
import { sendRaw } from "./testing.ts";

let server: TestServer;
let origin: string;

beforeAll(async () => {
  server = await testServer();
  origin = server.app.config.origin;
});

afterAll(() => server.end());

const inject = (method: "GET" | "POST", url: string, headers: Record<string, string> = {}, payload?: string | Buffer) =>
  server.built.fastify.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });

const json = { "content-type": "application/json" };
const send = (body: string | Buffer, type: Record<string, string> = json, path = "/api/sign-in") =>
  inject("POST", path, { origin: "http://localhost:8480", ...type }, body);

describe("what changes something", () => {
  it.each([
    ["no origin", "/api/sign-in", {}],
    ["another origin", "/api/sign-in", { origin: "https://evil.example" }],
    ["the null origin", "/api/sign-in", { origin: "null" }],
    ["another port", "/api/sign-in", { origin: "http://localhost:8481" }],
    ["another way to write the address", "/%61pi/sign-in", { origin: "https://evil.example" }],
    ["another way to write the address", "/api/%73ign-in", {}],
    ["a referer in the place of an origin", "/api/sign-in", { referer: "http://localhost:8480/" }],
  ])("is refused with %s: %s", async (_, url, headers) => {
    const answer = await inject("POST", url, { ...json, ...headers }, '{"email":"ana@northwind.example"}');
    expect([answer.statusCode, answer.body]).toEqual([403, '{"error":"other-origin"}']);
    expect(await server.app.db.read.selectFrom("sign_in_request").select("id").execute()).toEqual([]);
  });
});

describe("bodies", () => {
  it.each([
    ["nothing", "", 400],
    ["half of a text", '{"email":"ana@north', 400],
    ["no JSON", "email=ana@northwind.example", 400],
    ["two values", '{"email":"ana@northwind.example"}{}', 400],
    ["a list", '["ana@northwind.example"]', 400],
    ["a number", "7", 400],
    ["null", "null", 400],
    ["an unknown field", '{"email":"ana@northwind.example","role":"manager"}', 400],
    ["__proto__", '{"email":"ana@northwind.example","__proto__":{"isAdmin":true}}', 400],
    ["__proto__ in escapes", '{"email":"ana@northwind.example","\\u005f_proto__":{"isAdmin":true}}', 400],
    ["constructor.prototype", '{"email":"ana@northwind.example","constructor":{"prototype":{"isAdmin":true}}}', 400],
    ["a null character", '{"email":"ana\\u0000@northwind.example"}', 400],
    ["half a character", '{"email":"\\ud800@northwind.example"}', 400],
    ["lists in lists", `${"[".repeat(30_000)}${"]".repeat(30_000)}`, 400],
    ["too much", JSON.stringify({ email: "x".repeat(70_000) }), 413],
  ])("%s: %#", async (_, body, status) => {
    const answer = await send(body);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toMatch(/northwind|isAdmin|at .*:\d+/);
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  });

  it("are UTF-8, or refused", async () => {
    const broken = Buffer.concat([
      Buffer.from('{"email":"an'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('@northwind.example"}'),
    ]);
    expect((await send(broken)).statusCode).toBe(400);
  });

  it.each([
    ["text/plain"],
    ["application/x-www-form-urlencoded"],
    ["multipart/form-data; boundary=x"],
    ["application/xml"],
    ["application/cbor"],
  ])("of the kind %s are refused", async (type) => {
    expect((await send('{"email":"ana@northwind.example"}', { "content-type": type })).statusCode).toBeOneOf([
      400, 415,
    ]);
  });

  it("are refused where none belongs", async () => {
    const { cookie } = await server.signIn("Ana");
    const answer = await send('{"accountId":"someone-else"}', { ...json, cookie }, "/api/sign-out");
    expect([answer.statusCode, answer.body]).toEqual([400, '{"error":"bad-request","fields":["body"]}']);
    expect((await server.call(ReadMe, {}, cookie)).status).toBe(200);
  });

  it("that are wrong are named by field, never by content", async () => {
    const answer = await send('{"email":"canary-of-content"}');
    expect(answer.json()).toEqual({ error: "bad-request", fields: ["email"] });
  });
});

describe("addresses and headers", () => {
  it.each([
    "/..%2f..%2f..%2fetc%2fpasswd",
    "/assets/..%2f..%2fpackage.json",
    "/%00",
    "/api/programmes/%00",
    "/api/programmes/..%2f..",
    "//evil.example/",
    "/api//me",
    "/api/me/",
    "/API/me",
    "/api/me%20",
    "/\\..\\..",
    "/%c0%af",
  ])("%s is nowhere", async (url) => {
    const answer = await inject("GET", url);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toBe('{"error":"not-found"}');
  });

  it("named like parts of every object do nothing", async () => {
    for (const name of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]) {
      const lines = [
        `GET /api/health HTTP/1.1`,
        "Host: localhost",
        `${name}: 1`,
        `Cookie: ${name}=1; oakroom=${name}`,
        "Connection: close",
      ];
      expect(await sendRaw(server.port, `${lines.join("\r\n")}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
      expect((await inject("GET", `/api/${name}`)).statusCode).toBe(404);
      expect((await inject("GET", `/api/health?${name}=1&${name}[a]=2`)).statusCode).toBe(200);
    }
  });

  it("cookies of any shape sign nobody in", async () => {
    for (const cookie of [
      "oakroom",
      "oakroom=",
      "=x",
      ";;;",
      "oakroom=%",
      `oakroom=${"x".repeat(4000)}`,
      "oakroom=\u00e9",
      "oakroom=a; oakroom=b",
    ]) {
      expect((await inject("GET", "/api/me", { cookie })).statusCode).toBe(401);
    }
  });
});

describe("slow clients", () => {
  it(
    "are given up: ones that never finish their headers, and ones that never finish their body",
    { timeout: 120_000 },
    async () => {
      const { server: http } = server.built.fastify;
      expect([http.headersTimeout, http.requestTimeout]).toEqual([15_000, 30_000]);
      http.headersTimeout = 50;
      http.requestTimeout = 100;
      const slow = await Promise.all([
        sendRaw(server.port, "GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: "),
        sendRaw(
          server.port,
          `POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"em`,
        ),
      ]);
      const unused = await sendRaw(server.port, "");
      http.headersTimeout = 15_000;
      http.requestTimeout = 30_000;
      for (const answer of slow) expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*\{"error":"too-slow"\}$/);
      // A browser's spare connection: an answer here would be taken for the one to the next page opened.
      expect(unused).toBe("");
      expect((await server.call(AskToSignIn, { body: { email: "ana@northwind.example" } })).status).toBe(200);
    },
  );
});
