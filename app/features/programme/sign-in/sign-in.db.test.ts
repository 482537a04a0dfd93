import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { dayLength, minute } from "../../../values/instant.ts";
import { AskToSignIn, ReadMe, SignInWithCode, SignInWithLink, SignOut, SignOutEverywhere } from "./schema.ts";
import { codeIn, cookieOf, tokenIn } from "./testing.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

let people = 0;

/** Somebody with an account, and nothing in the buckets of anybody else. */
async function someone(name: string) {
  people += 1;
  const email = `${name.toLowerCase()}.${people}@northwind.example`;
  const { accountId } = await server.signIn(name, email);
  return { accountId, email, name };
}

/** Asks for a mail and looks into it. */
async function askFor(email: string) {
  const before = new Set(await server.mails());
  const asked = await server.call(AskToSignIn, { body: { email } });
  expect(asked.status).toBe(200);
  const mail = (await server.mails()).find((text) => !before.has(text)) ?? "";
  return { asking: cookieOf(asked.raw, "oakroom-asked"), code: codeIn(mail), token: tokenIn(mail), mail };
}

const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

beforeEach(() => server.pass(dayLength));

describe("Ana signs in", () => {
  it("with the link of her mail, on whichever device she opens it", async () => {
    const ana = await someone("Ana");
    const { token } = await askFor(ana.email);
    const came = await server.call(SignInWithLink, { body: { token } });
    expect(came.answer).toEqual({ signedIn: true });
    const me = await server.call(ReadMe, {}, cookieOf(came.raw, "oakroom"));
    expect(me.answer).toMatchObject({
      accountId: ana.accountId,
      name: "Ana",
      email: ana.email,
      hasKeys: false,
      participations: [],
      manages: [],
    });
  });

  it("with the six digits, in the browser that asked", async () => {
    const ana = await someone("Ana");
    const { asking, code } = await askFor(ana.email);
    const came = await server.call(SignInWithCode, { body: { code } }, asking);
    expect(came.answer).toEqual({ signedIn: true });
    expect((await server.call(ReadMe, {}, cookieOf(came.raw, "oakroom"))).answer.name).toBe("Ana");
  });

  it("not with the six digits in another browser, even one that asked for somebody else", async () => {
    const [ana, ben] = [await someone("Ana"), await someone("Ben")];
    const hers = await askFor(ana.email);
    const his = await askFor(ben.email);
    expect((await server.call(SignInWithCode, { body: { code: hers.code } })).refused).toBe("expired");
    if (his.code !== hers.code)
      expect((await server.call(SignInWithCode, { body: { code: hers.code } }, his.asking)).refused).toBe("wrong-code");
  });

  it("not by opening the link: nothing but the button's POST uses it up", async () => {
    const ana = await someone("Ana");
    const { token } = await askFor(ana.email);
    for (const url of ["/sign-in", `/api/sign-in/link`, `/api/sign-in/link?token=${token}`])
      await server.built.fastify.inject({ method: "GET", url });
    expect((await server.call(SignInWithLink, { body: { token } })).answer).toEqual({ signedIn: true });
  });

  it("once: link and code of one mail end together", async () => {
    const ana = await someone("Ana");
    const first = await askFor(ana.email);
    await server.call(SignInWithLink, { body: { token: first.token } });
    expect((await server.call(SignInWithLink, { body: { token: first.token } })).refused).toBe("used");
    expect((await server.call(SignInWithCode, { body: { code: first.code } }, first.asking)).refused).toBe("expired");
    const second = await askFor(ana.email);
    await server.call(SignInWithCode, { body: { code: second.code } }, second.asking);
    expect((await server.call(SignInWithLink, { body: { token: second.token } })).refused).toBe("used");
  });

  it("within fifteen minutes", async () => {
    const ana = await someone("Ana");
    const late = await askFor(ana.email);
    server.pass(15 * minute);
    expect((await server.call(SignInWithLink, { body: { token: late.token } })).refused).toBe("expired");
    expect((await server.call(SignInWithCode, { body: { code: late.code } }, late.asking)).refused).toBe("expired");
    const intime = await askFor(ana.email);
    server.pass(15 * minute - 1);
    expect((await server.call(SignInWithLink, { body: { token: intime.token } })).status).toBe(200);
  });

  it("and everything else on its way to her ends", async () => {
    const ana = await someone("Ana");
    const [older, newer] = [await askFor(ana.email), await askFor(ana.email)];
    await server.call(SignInWithLink, { body: { token: newer.token } });
    expect((await server.call(SignInWithLink, { body: { token: older.token } })).refused).toBe("used");
  });

  it("instead of whoever was signed in on that browser", async () => {
    const [ana, ben] = [await someone("Ana"), await someone("Ben")];
    const before = cookieOf(
      (await server.call(SignInWithLink, { body: { token: (await askFor(ben.email)).token } })).raw,
      "oakroom",
    );
    const after = await server.call(SignInWithLink, { body: { token: (await askFor(ana.email)).token } }, before);
    expect(after.status).toBe(200);
    expect((await server.call(ReadMe, {}, before)).status).toBe(401);
  });
});

describe("being signed in", () => {
  const enter = async (email: string) =>
    cookieOf((await server.call(SignInWithLink, { body: { token: (await askFor(email)).token } })).raw, "oakroom");

  it("ends at once with signing out, here alone", async () => {
    const ana = await someone("Ana");
    const [phone, laptop] = [await enter(ana.email), await enter(ana.email)];
    const out = await server.call(SignOut, {}, phone);
    expect(out.status).toBe(200);
    expect(out.raw.headers["set-cookie"]).toMatch(/^oakroom=;/);
    expect((await server.call(ReadMe, {}, phone)).status).toBe(401);
    expect((await server.call(ReadMe, {}, laptop)).status).toBe(200);
  });

  it("ends everywhere when a device was lost, and what is on its way with it", async () => {
    const ana = await someone("Ana");
    const [phone, laptop] = [await enter(ana.email), await enter(ana.email)];
    const { token } = await askFor(ana.email);
    expect((await server.call(SignOutEverywhere, {}, laptop)).status).toBe(200);
    for (const cookie of [phone, laptop]) expect((await server.call(ReadMe, {}, cookie)).status).toBe(401);
    expect((await server.call(SignInWithLink, { body: { token } })).refused).toBe("used");
  });

  it("ends live connections with the record", async () => {
    const ana = await someone("Ana");
    const cookie = await enter(ana.email);
    let ended = false;
    const leave = server.app.live.listen({
      accountId: ana.accountId,
      logChanged: () => {},
      factChanged: () => {},
      end: () => (ended = true),
    });
    await server.call(SignOut, {}, cookie);
    leave();
    expect(ended).toBe(true);
  });

  it("lasts thirty days of not being used, longer while it is, half a year at most", async () => {
    const ana = await someone("Ana");
    const [used, forgotten] = [await enter(ana.email), await enter(ana.email)];
    for (let day = 0; day < 175; day += 25) {
      expect((await server.call(ReadMe, {}, used)).status).toBe(200);
      server.pass(25 * dayLength);
    }
    expect((await server.call(ReadMe, {}, used)).status).toBe(200);
    expect((await server.call(ReadMe, {}, forgotten)).status).toBe(401);
    server.pass(6 * dayLength);
    expect((await server.call(ReadMe, {}, used)).status).toBe(401);
  });

  it("is not believed of a token that only looks like one", async () => {
    for (const token of ["", "x", "A".repeat(43), "oakroom", "null", "undefined"])
      expect((await server.call(ReadMe, {}, `oakroom=${token}`)).status).toBe(401);
  });
});

describe("guessing the code", () => {
  it("stops after ten wrong ones, whatever else is varied, and the link still works", async () => {
    const ana = await someone("Ana");
    const { asking, code, token } = await askFor(ana.email);
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
    const ana = await someone("Ana");
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
    const ana = await someone("Ana");
    for (let at = 0; at < 12; at += 1) {
      const { asking, code } = await askFor(ana.email);
      expect((await server.call(SignInWithCode, { body: { code } }, asking)).status).toBe(200);
      server.pass(11 * minute);
    }
  });
});

describe("asking for mails", () => {
  it("stops for one address and one connection after five, however the address is written", async () => {
    const ana = await someone("Ana");
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
    const ana = await someone("Ana");
    let sent = 0;
    for (let at = 0; at < 30; at += 1) if ((await askFrom(`10.1.${at}.1`, ana.email)).statusCode === 200) sent += 1;
    expect(sent).toBe(20);
  });

  it("heals when the clock had been a month ahead", async () => {
    const ana = await someone("Ana");
    server.pass(30 * dayLength);
    for (let at = 0; at < 5; at += 1) await server.call(AskToSignIn, { body: { email: ana.email } });
    server.pass(-30 * dayLength);
    expect((await server.call(AskToSignIn, { body: { email: ana.email } })).status).toBe(200);
  });
});

describe("what is left behind", () => {
  it("no token and no code in the database, before and after the mail was sent", async () => {
    const ana = await someone("Ana");
    const asked = await server.call(AskToSignIn, { body: { email: ana.email } });
    const binding = cookieOf(asked.raw, "oakroom-asked").split("=")[1] ?? "";
    const mail = (await server.mails()).findLast((text) => text.includes(`To: ${ana.email}`)) ?? "";
    const { app } = server;
    const jobs = await app.db.read
      .selectFrom("job")
      .select(["payload", "state"])
      .where("kind", "=", "sign-in-mail")
      .where("run_at", "<=", server.now)
      .execute();
    expect(new Set(jobs.map((job) => job.state))).toEqual(new Set(["done"]));
    const rows = JSON.stringify([jobs, await app.db.read.selectFrom("sign_in_request").selectAll().execute()]);
    const came = await server.call(SignInWithLink, { body: { token: tokenIn(mail) } });
    const token = cookieOf(came.raw, "oakroom").split("=")[1] ?? "";
    const records = JSON.stringify(await app.db.read.selectFrom("sign_in").selectAll().execute());
    for (const secret of [tokenIn(mail), binding, token]) {
      expect(secret).toHaveLength(43);
      expect(rows + records).not.toContain(secret);
    }
    expect(rows).not.toContain(codeIn(mail));
  });

  it("old links, buckets and records go with the next mail", async () => {
    const ana = await someone("Ana");
    await askFor(ana.email);
    server.pass(400 * dayLength);
    await askFor(ana.email);
    const { read } = server.app.db;
    expect(await read.selectFrom("sign_in_request").select("created_at").execute()).toEqual([
      { created_at: server.now },
    ]);
    expect(await read.selectFrom("sign_in").selectAll().execute()).toEqual([]);
    expect((await read.selectFrom("throttle").selectAll().execute()).length).toBe(3);
  });

  it("the mail holds what it needs, for its addressee alone", async () => {
    const ana = await someone("Ana");
    const { mail, token, code } = await askFor(ana.email);
    expect(mail).toContain(`${server.app.config.origin}/sign-in#t=${token}`);
    expect(mail).toContain("Hello Ana,");
    expect(code).toMatch(/^\d{6}$/);
    expect(mail.match(/^(To|Cc|Bcc): .*$/gm)).toEqual([`To: ${ana.email}`]);
  });

  it("cookies that scripts and other sites cannot use", async () => {
    const ana = await someone("Ana");
    const asked = await server.call(AskToSignIn, { body: { email: ana.email } });
    const token = tokenIn((await server.mails()).findLast((text) => text.includes(`To: ${ana.email}`)) ?? "");
    const came = await server.call(SignInWithLink, { body: { token } });
    for (const { raw } of [asked, came]) {
      expect(String(raw.headers["set-cookie"])).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
      expect(String(raw.headers["set-cookie"])).not.toMatch(/Domain/i);
    }
  });
});
