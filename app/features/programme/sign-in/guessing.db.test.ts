import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { dayLength, minute } from "../../../values/instant.ts";
import { AskToSignIn, SignInWithCode, SignInWithLink } from "./schema.ts";
import { askFor, cookieOf, someone } from "./testing.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

// A day later every bucket is full again.
beforeEach(() => server.pass(dayLength));

const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

describe("S6: guessing the code", () => {
  it("stops after ten wrong ones, whatever else is varied, and the link still works", async () => {
    const ana = await someone(server, "Ana");
    const { asking, code, token } = await askFor(server, ana.email);
    const answers = [];
    for (let at = 0; at < 30; at += 1) {
      const raw = await server.built.fastify.inject({
        method: "POST",
        url: "/api/sign-in/code",
        remoteAddress: `10.0.${at}.7`,
        headers: {
          origin: server.app.config.origin,
          cookie: `${asking}; other=${at}`,
          "user-agent": `browser ${at}`,
          "x-forwarded-for": `203.0.113.${at}`,
          "x-real-ip": `203.0.113.${at}`,
          forwarded: `for=203.0.113.${at}`,
        },
        payload: { code: at === 29 ? code : wrong(code) },
      });
      answers.push(raw.json().refused);
    }
    expect(answers.filter((answer) => answer === "wrong-code")).toHaveLength(10);
    expect(answers.slice(10)).toEqual(Array.from({ length: 20 }, () => "too-many-tries"));
    expect((await server.call(SignInWithLink, { body: { token } })).status).toBe(200);
  });

  it("stops after a hundred in all within 30 days, with however many mails and however much patience", async () => {
    const ana = await someone(server, "Ana");
    let guesses = 0;
    for (let hours = 0; hours < 30 * 24; hours += 6) {
      const asked = await server.call(AskToSignIn, { body: { email: ana.email } });
      const asking = cookieOf(asked.raw, "oakroom-asked");
      for (let at = 0; at < 12; at += 1) {
        const { refused } = await server.call(SignInWithCode, { body: { code: "000000" } }, asking);
        if (refused !== "wrong-code") break;
        guesses += 1;
      }
      server.pass(360 * minute);
    }
    expect(guesses).toBeGreaterThan(70);
    expect(guesses).toBeLessThanOrEqual(100);
  });

  it("costs nothing when the code was right", async () => {
    const ana = await someone(server, "Ana");
    for (let at = 0; at < 12; at += 1) {
      const { asking, code } = await askFor(server, ana.email);
      expect((await server.call(SignInWithCode, { body: { code } }, asking)).status).toBe(200);
      server.pass(11 * minute);
    }
  });
});

describe("S6: asking for mails", () => {
  it("stops for one address and one connection after five, however the address is written", async () => {
    const ana = await someone(server, "Ana");
    const ways = [ana.email, ana.email.toUpperCase(), ` ${ana.email} `, ana.email.replace("a", "ａ"), ana.email];
    for (const email of ways) expect((await server.call(AskToSignIn, { body: { email } })).status).toBe(200);
    for (const email of ways)
      expect((await server.call(AskToSignIn, { body: { email } })).refused).toBe("too-many-tries");
    server.pass(10 * minute);
    expect((await server.call(AskToSignIn, { body: { email: ana.email } })).status).toBe(200);
    expect((await server.call(AskToSignIn, { body: { email: ana.email } })).refused).toBe("too-many-tries");
  });

  const askFrom = (remoteAddress: string, email: string, headers = {}) =>
    server.built.fastify.inject({
      method: "POST",
      url: "/api/sign-in",
      remoteAddress,
      headers: { origin: server.app.config.origin, ...headers },
      payload: { email },
    });

  it("stops for one connection after sixty, whatever the addresses and headers", async () => {
    let sent = 0;
    for (let at = 0; at < 90; at += 1) {
      const headers = {
        "x-forwarded-for": `198.51.100.${at}, 127.0.0.1`,
        forwarded: `for=198.51.100.${at}`,
        "user-agent": `${at}`,
        cookie: `n=${at}`,
      };
      if ((await askFrom("192.0.2.1", `stranger.${at}@elsewhere.example`, headers)).statusCode === 200) sent += 1;
    }
    expect(sent).toBe(60);
  });

  it("stops for a customer's whole range of IPv6 addresses", async () => {
    let sent = 0;
    for (let at = 0; at < 70; at += 1)
      if ((await askFrom(`2001:db8:1:2::${at.toString(16)}`, `v6.${at}@elsewhere.example`)).statusCode === 200)
        sent += 1;
    expect(sent).toBe(60);
  });

  it("stops for one address after twenty, from wherever", async () => {
    const ana = await someone(server, "Ana");
    let sent = 0;
    for (let at = 0; at < 30; at += 1) if ((await askFrom(`10.1.${at}.1`, ana.email)).statusCode === 200) sent += 1;
    expect(sent).toBe(20);
  });

  it("heals when the clock had been a month ahead", async () => {
    const ana = await someone(server, "Ana");
    server.pass(30 * dayLength);
    for (let at = 0; at < 5; at += 1) await server.call(AskToSignIn, { body: { email: ana.email } });
    server.pass(-30 * dayLength);
    expect((await server.call(AskToSignIn, { body: { email: ana.email } })).status).toBe(200);
  });
});
