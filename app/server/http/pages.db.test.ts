import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database/testing.ts";
import { features } from "../features.ts";
import { startServer } from "../run.ts";
import { always } from "./testing.ts";

const origin = "http://localhost:8480";
const settings = {
  port: 0,
  host: "127.0.0.1",
  origin,
  originIsSecure: true,
  smtpUrl: undefined,
  mailFrom: "Oakroom <oakroom@localhost>",
};

/** What a link that is opened shows: the type of the answer, or nothing where no server answers. */
async function opened(port: number): Promise<string> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/sign-in`);
    await answer.text();
    return answer.headers.get("content-type") ?? "";
  } catch {
    return "nothing";
  }
}

describe("the built pages", () => {
  it("come whole, or not at all, while the server stops", async () => {
    const webFolder = mkdtempSync(join(tmpdir(), "oakroom-web-"));
    writeFileSync(join(webFolder, "index.html"), "<!doctype html><title>Oakroom</title>");
    const place = await freshDatabase();
    const config = { ...settings, dataFolder: place.dataFolder, databaseUrl: place.databaseUrl };
    const running = await startServer(config, features, { version: "test", logLevel: "silent", webFolder });
    const seen = new Set<string>();
    const stopped = new AbortController();
    async function opensLinks(): Promise<void> {
      while (!stopped.signal.aborted) {
        seen.add(await opened(running.port));
      }
    }
    const visitors = Array.from({ length: 8 }, opensLinks);
    await expect.poll(() => seen.size).toBeGreaterThan(0);
    await running.stop();
    await expect.poll(() => seen.has("nothing")).toBe(true);
    stopped.abort();
    await Promise.all(visitors);
    await place.end();
    expect([...seen].toSorted()).toEqual(["nothing", "text/html; charset=utf-8"]);
  });

  it("are handed out compressed, kept for long where their name says their content, and stand at every place of the app", async () => {
    const webFolder = mkdtempSync(join(tmpdir(), "oakroom-web-"));
    mkdirSync(join(webFolder, "assets"));
    const page = `<!doctype html><title>Oakroom</title>${" ".repeat(900)}`;
    const files: Record<string, string | Buffer> = {
      "index.html": page,
      "index.html.gz": gzipSync(page),
      "theme.js": "theme()",
      "assets/main-abc123.js": "main()",
      "assets/main-abc123.js.gz": gzipSync("main()"),
      "assets/worker-abc123.js": "work()",
      ".secret": "hidden",
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(webFolder, name), content);
    const place = await freshDatabase();
    const config = { ...settings, dataFolder: place.dataFolder, databaseUrl: place.databaseUrl };
    const running = await startServer(config, features, {
      version: "test",
      logLevel: "silent",
      worksOnJobs: false,
      webFolder,
    });
    const get = (url: string, headers: Record<string, string> = {}, method: "GET" | "HEAD" | "POST" = "GET") =>
      running.built.fastify.inject({ method, url, headers });
    try {
      for (const url of ["/", "/sign-in", "/rooms/some-room/sessions", "/join?x=1", "/apiary"]) {
        const answer = await get(url, { "accept-encoding": "gzip, br" });
        expect([
          answer.statusCode,
          answer.headers["content-encoding"],
          answer.rawPayload.equals(gzipSync(page)),
        ]).toEqual([200, "gzip", true]);
        expect(answer.headers).toMatchObject({
          ...always,
          "content-type": "text/html; charset=utf-8",
          "cache-control": "no-cache",
          vary: "accept-encoding",
        });
      }
      expect((await get("/", { "accept-encoding": "gzip;q=0" })).body).toBe(page);
      expect((await get("/sign-in")).body).toBe(page);
      const script = await get("/assets/main-abc123.js", { "accept-encoding": "gzip" });
      expect(script.headers).toMatchObject({
        ...always,
        "content-encoding": "gzip",
        "cache-control": "public, max-age=31536000, immutable",
      });
      expect(script.headers["content-type"]).toMatch(/javascript/);
      expect((await get("/theme.js")).headers["cache-control"]).toBe("no-cache");
      expect(script.headers["content-security-policy"]).not.toContain("wasm");
      expect((await get("/assets/worker-abc123.js")).headers["content-security-policy"]).toContain(
        "script-src 'self' 'wasm-unsafe-eval'",
      );
      for (const url of [
        "/assets/none.js",
        "/.secret",
        "/..%2f..%2fpackage.json",
        "/assets/..%2f.secret",
        "/api",
        "/api/nowhere",
      ]) {
        expect([url, (await get(url)).body]).toEqual([
          url,
          expect.stringMatching(/^\{"error":"(not-found|bad-request)"\}$/),
        ]);
      }
      expect((await get("/sign-in", {}, "POST")).statusCode).toBe(403);
    } finally {
      await running.stop();
      await place.end();
    }
  });
});
