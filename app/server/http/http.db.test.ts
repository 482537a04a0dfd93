import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReadProgramme } from "../../features/programme/programmes/schema.ts";
import { aFirstProgramme, setUp } from "../../features/programme/programmes/testing.ts";
import { SignInWithCode } from "../../features/programme/sign-in/schema.ts";
import { ProgrammeId } from "../../values/id.ts";
import { freshDatabase } from "../database/testing.ts";
import { features } from "../features.ts";
import { startServer } from "../run.ts";
import { type TestServer, testServer } from "../testing.ts";
import { always, failing, sendRaw } from "./testing.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer(undefined, { ...features, routes: [...features.routes, failing] });
});

afterAll(() => server.end());

const inject = (method: "GET" | "POST" | "HEAD" | "OPTIONS", url: string, headers: Record<string, string> = {}) =>
  server.built.fastify.inject({ method, url, headers });

describe("every answer", () => {
  it.each([
    ["GET", "/api/health", 200],
    ["GET", "/api/openapi.json", 200],
    ["GET", "/api/me", 401],
    ["GET", "/api/nowhere", 404],
    ["GET", "/nowhere", 404],
    ["POST", "/api/sign-in", 403],
    ["GET", "/api/fail/throw", 500],
    ["GET", "/api/fail/unavailable", 503],
    ["GET", "/%E0%A4%A", 404],
    ["HEAD", "/api/health", 404],
    ["OPTIONS", "/api/health", 404],
  ] as const)("%s %s (%i) carries the headers that protect", async (method, url, status) => {
    const answer = await inject(method, url);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject(always);
    expect(answer.headers["cache-control"]).toBe(url === "/nowhere" ? undefined : "no-store");
  });

  it("also where no request came about", async () => {
    for (const [bytes, status] of [
      ["GARBAGE\r\n\r\n", 400],
      [`GET /${"x".repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
      [`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(40_000)}\r\n\r\n`, 431],
      ["GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400],
      ["GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400],
    ] as const) {
      const answer = await sendRaw(server.port, bytes);
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
      expect(answer).toMatch(/\{"error":"(bad-request|too-large)"\}$/);
      expect(answer).not.toContain("xxxx");
    }
  });

  it("says nothing of a defect but that there was one", async () => {
    for (const way of ["throw", "database", "shape"]) {
      const answer = await inject("GET", `/api/fail/${way}`);
      expect([answer.statusCode, answer.body]).toEqual([500, '{"error":"defect"}']);
    }
    const busy = await inject("GET", "/api/fail/unavailable");
    expect([busy.statusCode, busy.json(), busy.headers["retry-after"]]).toEqual([
      503,
      { error: "busy", text: expect.stringContaining("try again") },
      "2",
    ]);
    expect((await inject("GET", "/api/fail/not-at-all")).body).toBe('{"shown":"yes"}');
  });
});

describe("not there and not yours", () => {
  it("are the same bytes under the same headers", async () => {
    const { programmeId } = await setUp(server, "Maria Lind");
    const other = await setUp(server, "Otto Rask", { ...aFirstProgramme, name: "Another" });
    const ids = [
      programmeId,
      ProgrammeId.parse(server.app.chance.id()),
      "none",
      "' or 1=1",
      `${programmeId}%20`,
      "x".repeat(300),
    ];
    const answers = await Promise.all(
      ids.map((id) => inject("GET", `/api/programmes/${encodeURIComponent(id)}`, { cookie: other.cookie })),
    );
    const nowhere = await inject("GET", "/api/nowhere", { cookie: other.cookie });
    const shape = ({ statusCode, rawPayload, headers }: (typeof answers)[number]) => ({
      statusCode,
      body: rawPayload.toString("hex"),
      headers: { ...headers, date: "" },
    });
    for (const answer of answers) expect(shape(answer)).toEqual(shape(nowhere));
    expect([nowhere.statusCode, nowhere.body]).toEqual([404, '{"error":"not-found"}']);
    expect((await server.call(ReadProgramme, { params: { programmeId } }, other.cookie)).status).toBe(404);
  });
});

describe("the document of the interface", () => {
  it("names every operation that is served, with its guard, its refusals and its shapes", async () => {
    const { paths } = (await inject("GET", "/api/openapi.json")).json();
    const documented = Object.values<Record<string, { operationId: string }>>(paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    );
    expect(documented.toSorted()).toEqual(server.built.served.map(({ operation: { id } }) => id).toSorted());
    const code = paths["/api/sign-in/code"].post;
    expect(code).toMatchObject({
      operationId: "signInWithCode",
      "x-guard": "anyone",
      responses: { 409: { description: `Refused: ${SignInWithCode.refusals.join(", ")}` } },
    });
    expect(code.requestBody.content["application/json"].schema).toMatchObject({
      required: ["code"],
      additionalProperties: false,
    });
    expect(paths["/api/programmes/{programmeId}"].get.parameters).toMatchObject([
      { name: "programmeId", in: "path", required: true },
    ]);
  });

  it("names no operation twice", () => {
    const ids = server.built.served.map(({ operation: { id } }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("behind a proxy with TLS", () => {
  it("the nearest address that is no proxy is asked for, cookies are bound to the host, and the browser stays with TLS", async () => {
    const place = await freshDatabase();
    const config = {
      ...server.app.config,
      dataFolder: place.dataFolder,
      databaseUrl: place.databaseUrl,
      port: 0,
      origin: "https://mentoring.example",
      proxies: ["127.0.0.1", "10.0.0.0/8"],
    };
    const running = await startServer(
      config,
      { routes: [...features.routes, failing], jobs: () => [] },
      { version: "test", logLevel: "silent", worksOnJobs: false },
    );
    const from = async (remoteAddress: string, forwarded: string) =>
      (
        await running.built.fastify.inject({
          url: "/api/from",
          remoteAddress,
          headers: { "x-forwarded-for": forwarded },
        })
      ).json().from;
    try {
      expect(await from("127.0.0.1", "203.0.113.9")).toBe("203.0.113.9");
      expect(await from("127.0.0.1", "6.6.6.6, 203.0.113.9")).toBe("203.0.113.9");
      expect(await from("10.1.2.3", "6.6.6.6, 203.0.113.9, 10.9.9.9")).toBe("203.0.113.9");
      expect(await from("198.51.100.1", "203.0.113.9")).toBe("198.51.100.1");
      const asked = await running.built.fastify.inject({
        method: "POST",
        url: "/api/sign-in",
        headers: { origin: config.origin },
        payload: { email: "ana@northwind.example" },
      });
      expect(String(asked.headers["set-cookie"])).toMatch(
        /^__Host-oakroom-asked=[\w-]{43}; Max-Age=900; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
      expect(asked.headers["strict-transport-security"]).toBe("max-age=31536000");
    } finally {
      await running.stop();
      await place.end();
    }
  });

  it("without one, whoever sends such a header is asked for by their own address", async () => {
    const asked = await server.built.fastify.inject({
      url: "/api/from",
      remoteAddress: "192.0.2.4",
      headers: { "x-forwarded-for": "6.6.6.6", forwarded: "for=6.6.6.6", "x-real-ip": "6.6.6.6" },
    });
    expect(asked.json().from).toBe("192.0.2.4");
  });
});
