import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { dayLength, later, minute } from "../../../values/instant.ts";
import {
  AskSignedIn,
  AskToSignIn,
  ReadMe,
  SignInWithCode,
  SignInWithLink,
  SignOut,
  SignOutEverywhere,
} from "./schema.ts";
import { askFor, codeIn, cookieOf, someone, tokenIn } from "./testing.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

// A day later every bucket is full again.
beforeEach(() => server.pass(dayLength));

describe("Ana signs in", () => {
  it("with the link of her mail, on whichever device she opens it", async () => {
    const ana = await someone(server, "Ana");
    const { token } = await askFor(server, ana.email);
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
    const ana = await someone(server, "Ana");
    const { asking, code } = await askFor(server, ana.email);
    const came = await server.call(SignInWithCode, { body: { code } }, asking);
    expect(came.answer).toEqual({ signedIn: true });
    const cookie = cookieOf(came.raw, "oakroom");
    expect((await server.call(ReadMe, {}, cookie)).answer.name).toBe("Ana");
    expect((await server.call(AskSignedIn, {}, cookie)).answer).toEqual({ signedIn: true });
    const nobody = await server.call(AskSignedIn, {}, "oakroom=none");
    expect([nobody.status, nobody.answer]).toEqual([200, { signedIn: false }]);
  });

  it("not with the six digits in another browser, even one that asked for somebody else", async () => {
    const [ana, ben] = [await someone(server, "Ana"), await someone(server, "Ben")];
    const hers = await askFor(server, ana.email);
    const his = await askFor(server, ben.email);
    expect((await server.call(SignInWithCode, { body: { code: hers.code } })).refused).toBe("expired");
    // Once in a million both codes are the same; then his own is not hers to give.
    const hersForHim = hers.code === his.code ? "000000" : hers.code;
    expect((await server.call(SignInWithCode, { body: { code: hersForHim } }, his.asking)).refused).toBe("wrong-code");
  });

  it("not by opening the link: nothing but the button's POST uses it up", async () => {
    const ana = await someone(server, "Ana");
    const { token } = await askFor(server, ana.email);
    for (const url of ["/sign-in", `/api/sign-in/link`, `/api/sign-in/link?token=${token}`])
      await server.built.fastify.inject({ method: "GET", url });
    expect((await server.call(SignInWithLink, { body: { token } })).answer).toEqual({ signedIn: true });
  });

  it("once: link and code of one mail end together", async () => {
    const ana = await someone(server, "Ana");
    const first = await askFor(server, ana.email);
    await server.call(SignInWithLink, { body: { token: first.token } });
    expect((await server.call(SignInWithLink, { body: { token: first.token } })).refused).toBe("used");
    expect((await server.call(SignInWithCode, { body: { code: first.code } }, first.asking)).refused).toBe("expired");
    const second = await askFor(server, ana.email);
    await server.call(SignInWithCode, { body: { code: second.code } }, second.asking);
    expect((await server.call(SignInWithLink, { body: { token: second.token } })).refused).toBe("used");
  });

  it("within fifteen minutes", async () => {
    const ana = await someone(server, "Ana");
    const late = await askFor(server, ana.email);
    server.pass(15 * minute);
    expect((await server.call(SignInWithLink, { body: { token: late.token } })).refused).toBe("expired");
    expect((await server.call(SignInWithCode, { body: { code: late.code } }, late.asking)).refused).toBe("expired");
    const intime = await askFor(server, ana.email);
    server.pass(15 * minute - 1);
    expect((await server.call(SignInWithLink, { body: { token: intime.token } })).status).toBe(200);
  });

  it("and everything else on its way to her ends", async () => {
    const ana = await someone(server, "Ana");
    const [older, newer] = [await askFor(server, ana.email), await askFor(server, ana.email)];
    await server.call(SignInWithLink, { body: { token: newer.token } });
    expect((await server.call(SignInWithLink, { body: { token: older.token } })).refused).toBe("used");
  });

  it("instead of whoever was signed in on that browser", async () => {
    const [ana, ben] = [await someone(server, "Ana"), await someone(server, "Ben")];
    const before = cookieOf(
      (await server.call(SignInWithLink, { body: { token: (await askFor(server, ben.email)).token } })).raw,
      "oakroom",
    );
    const after = await server.call(
      SignInWithLink,
      { body: { token: (await askFor(server, ana.email)).token } },
      before,
    );
    expect(after.status).toBe(200);
    expect((await server.call(ReadMe, {}, before)).status).toBe(401);
  });
});

describe("being signed in", () => {
  const enter = async (email: string) =>
    cookieOf(
      (await server.call(SignInWithLink, { body: { token: (await askFor(server, email)).token } })).raw,
      "oakroom",
    );

  it("ends at once with signing out, here alone", async () => {
    const ana = await someone(server, "Ana");
    const [phone, laptop] = [await enter(ana.email), await enter(ana.email)];
    const out = await server.call(SignOut, {}, phone);
    expect(out.status).toBe(200);
    expect(out.raw.headers["set-cookie"]).toMatch(/^oakroom=;/);
    expect((await server.call(ReadMe, {}, phone)).status).toBe(401);
    expect((await server.call(ReadMe, {}, laptop)).status).toBe(200);
  });

  it("ends everywhere when a device was lost, and what is on its way with it", async () => {
    const ana = await someone(server, "Ana");
    const [phone, laptop] = [await enter(ana.email), await enter(ana.email)];
    const { token } = await askFor(server, ana.email);
    expect((await server.call(SignOutEverywhere, {}, laptop)).status).toBe(200);
    for (const cookie of [phone, laptop]) expect((await server.call(ReadMe, {}, cookie)).status).toBe(401);
    expect((await server.call(SignInWithLink, { body: { token } })).refused).toBe("used");
  });

  it("ends live connections with the record", async () => {
    const ana = await someone(server, "Ana");
    const cookie = await enter(ana.email);
    const { signInId } = await server.app.db.read
      .selectFrom("sign_in")
      .select("id as signInId")
      .where("account_id", "=", ana.accountId)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    let ended = false;
    const leave = server.app.live.listen({
      accountId: ana.accountId,
      signInId,
      logChanged: () => {},
      factChanged: () => {},
      end: () => (ended = true),
    });
    await server.call(SignOut, {}, cookie);
    leave();
    expect(ended).toBe(true);
  });

  it("lasts thirty days of not being used, longer while it is, half a year at most", async () => {
    const ana = await someone(server, "Ana");
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

describe("what is left behind", () => {
  it("no token and no code in the database, before and after the mail was sent", async () => {
    const ana = await someone(server, "Ana");
    const asked = await server.call(AskToSignIn, { body: { email: ana.email } });
    const binding = cookieOf(asked.raw, "oakroom-asked").split("=")[1] ?? "";
    const mail = (await server.mails()).findLast((text) => text.includes(`To: ${ana.email}`)) ?? "";
    const { app } = server;
    const jobs = await app.db.read
      .selectFrom("job")
      .select(["payload", "state"])
      .where("kind", "=", "sign-in-mail")
      .where("run_at", "<=", later(server.now, minute))
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
    const ana = await someone(server, "Ana");
    await askFor(server, ana.email);
    server.pass(400 * dayLength);
    await askFor(server, ana.email);
    const { read } = server.app.db;
    expect(await read.selectFrom("sign_in_request").select("created_at").execute()).toEqual([
      { created_at: server.now },
    ]);
    expect(await read.selectFrom("sign_in").selectAll().execute()).toEqual([]);
    expect((await read.selectFrom("throttle").selectAll().execute()).length).toBe(3);
  });

  it("the mail holds what it needs, for its addressee alone", async () => {
    const ana = await someone(server, "Ana");
    const { mail, token, code } = await askFor(server, ana.email);
    expect(mail).toContain(`${server.app.config.origin}/sign-in#t=${token}`);
    expect(mail).toContain("Hello Ana,");
    expect(code).toMatch(/^\d{6}$/);
    expect(mail.match(/^(To|Cc|Bcc): .*$/gm)).toEqual([`To: ${ana.email}`]);
  });

  it("cookies that scripts and other sites cannot use", async () => {
    const ana = await someone(server, "Ana");
    const asked = await server.call(AskToSignIn, { body: { email: ana.email } });
    const token = tokenIn((await server.mails()).findLast((text) => text.includes(`To: ${ana.email}`)) ?? "");
    const came = await server.call(SignInWithLink, { body: { token } });
    for (const { raw } of [asked, came]) {
      expect(String(raw.headers["set-cookie"])).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
      expect(String(raw.headers["set-cookie"])).not.toMatch(/Domain/i);
    }
  });
});
