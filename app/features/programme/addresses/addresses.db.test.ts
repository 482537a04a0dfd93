import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { LogId } from "../../../values/id.ts";
import { dayLength, minute } from "../../../values/instant.ts";
import { BeginAnew } from "../../room/log/keys/anew/schema.ts";
import { takeIdentity } from "../../room/log/keys/testing.ts";
import { aMember, newId, shapedAddress, shapedChange, shapedEnrolment, Writer } from "../../room/log/testing.ts";
import { AskToSignIn, ReadMe, SignInWithCode, SignInWithLink } from "../sign-in/schema.ts";
import { askFor, codeIn, cookieOf, plainMail, someone, tokenIn } from "../sign-in/testing.ts";
import { AskAddress, ReadAddresses, RemoveAddress, TakeAddress, UndoAddress } from "./schema.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

// A day later every bucket is full again.
beforeEach(() => server.pass(dayLength));

let count = 0;
const fresh = (name: string) => `${name}.${(count += 1)}@elsewhere.example`;

const read = async (cookie: string) => (await server.call(ReadAddresses, {}, cookie)).answer;
const isIn = async (cookie: string) => (await server.call(ReadMe, {}, cookie)).status === 200;

/** The mails that come while something is done. */
async function mailsOf(act: () => Promise<unknown>): Promise<ReadonlyArray<string>> {
  const before = new Set(await server.mails());
  await act();
  return (await server.mails()).filter((mail) => !before.has(mail)).map(plainMail);
}

/** Asks for an address and looks into the mail that comes to it. */
async function asks(cookie: string, place: "work" | "private", email: string) {
  const id = newId();
  const mails = await mailsOf(() => server.call(AskAddress, { body: { id, place, email } }, cookie));
  return { id, code: codeIn(mails[0] ?? ""), mails };
}

const takes = (cookie: string, id: string, code: string, change: string | null = null) =>
  server.call(TakeAddress, { body: { id, code, change } }, cookie);

/** Nadia manages a programme and has no keys. */
async function nadia() {
  const { email, accountId } = await someone(server, "Nadia");
  const { token } = await askFor(server, email);
  const cookie = cookieOf((await server.call(SignInWithLink, { body: { token } })).raw, "oakroom");
  return { email, accountId, cookie };
}

const signed = (user: string, change: string, use: 1 | 2 | 3, address: string) =>
  Buffer.from(shapedChange(user, shapedAddress(user, change, use, address))).toString("base64url");

describe("an address that is one's own already", () => {
  it("is said at once, however it is written, and no code is sent", async () => {
    const { cookie, email } = await nadia();
    const tried = (wanted: string) =>
      server.call(AskAddress, { body: { id: newId(), place: "private", email: wanted } }, cookie);
    const mails = await mailsOf(async () => {
      expect((await tried(email)).refused).toBe("own-already");
      expect((await tried(` ${email.toUpperCase()}`)).refused).toBe("own-already");
    });
    expect(mails).toEqual([]);
    expect((await read(cookie)).privateEmail).toBeNull();
  });
});

describe("Leila, who has keys, changes her address", () => {
  it("with the code that came to the new one and her keys' word; from then on it alone signs in", async () => {
    const leila = await aMember(server, "Leila");
    const before = (await read(leila.cookie)).email;
    const email = fresh("leila");
    const { id, code } = await asks(leila.cookie, "work", email);
    expect((await read(leila.cookie)).email).toBe(before);
    const told = await mailsOf(async () => {
      const taken = await takes(leila.cookie, id, code, signed(leila.accountId, id, 1, email));
      expect(taken.status).toBe(200);
    });
    expect(await read(leila.cookie)).toEqual({ email, privateEmail: null, needsKeys: true });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`To: ${before}`);
    expect(told[0]).toContain("changes nothing");
    expect(tokenIn(told[0] ?? "")).toBe("");
    expect(await mailsOf(() => server.call(AskToSignIn, { body: { email: before } }))).toEqual([]);
    expect((await askFor(server, email)).mail).toContain(email);
  });

  it("not with the code alone: whoever holds her sign-in and no key of hers changes nothing", async () => {
    const leila = await aMember(server, "Leila");
    const mallory = await aMember(server, "Mallory");
    const email = fresh("thief");
    const { id, code } = await asks(leila.cookie, "work", email);
    const others = [
      null,
      signed(mallory.accountId, id, 1, email),
      signed(leila.accountId, newId(), 1, email),
      signed(leila.accountId, id, 2, email),
      signed(leila.accountId, id, 1, fresh("another")),
    ];
    for (const change of others) expect((await takes(leila.cookie, id, code, change)).refused).toBe("not-signed");
    expect((await takes(leila.cookie, id, code, signed(leila.accountId, id, 1, email))).status).toBe(200);
  });

  it("not within a week after she began anew: whoever did may merely read her mail", async () => {
    const leila = await aMember(server, "Leila");
    const { id, code } = await asks(leila.cookie, "work", fresh("leila"));
    takeIdentity(leila.accountId);
    const body = shapedEnrolment(new Writer(leila.accountId), LogId.parse(newId()));
    await server.call(BeginAnew, { body }, leila.cookie);
    const email = fresh("leila");
    const asked = await server.call(AskAddress, { body: { id: newId(), place: "work", email } }, leila.cookie);
    expect(asked.refused).toBe("began-anew");
    expect((await takes(leila.cookie, id, code, signed(leila.accountId, id, 1, email))).refused).toBe("began-anew");
    const removal = { id: newId(), change: signed(leila.accountId, newId(), 3, "") };
    expect((await server.call(RemoveAddress, { body: removal }, leila.cookie)).refused).toBe("began-anew");
    server.pass(7 * dayLength);
    const later = await asks(leila.cookie, "work", email);
    const change = signed(leila.accountId, later.id, 1, email);
    expect((await takes(leila.cookie, later.id, later.code, change)).status).toBe(200);
  });
});

it("C14: whoever begins anew in Leila's name cannot slip a change of address past the week of rest, however many at once", async () => {
  const leila = await aMember(server, "Leila");
  const email = fresh("thief");
  const { id, code } = await asks(leila.cookie, "work", email);
  takeIdentity(leila.accountId);
  const body = shapedEnrolment(new Writer(leila.accountId), LogId.parse(newId()));
  const change = signed(leila.accountId, id, 1, email);
  const shots = () => Array.from({ length: 25 }, () => takes(leila.cookie, id, code, change));
  const before = shots();
  const begun = server.call(BeginAnew, { body }, leila.cookie);
  const came = await Promise.all([...before, ...shots()]);
  expect((await begun).status).toBe(200);
  const answers = new Set(came.map(({ refused }) => refused));
  expect([...answers].filter((one) => one !== "not-signed" && one !== "began-anew")).toEqual([]);
});

describe("the address that was left takes nothing over", () => {
  it("a code and a link asked for before the change, and used after it", async () => {
    const ana = await nadia();
    const older = await askFor(server, ana.email);
    const { id, code } = await asks(ana.cookie, "work", fresh("ana"));
    const newer = await askFor(server, ana.email);
    expect((await takes(ana.cookie, id, code)).status).toBe(200);
    for (const { asking, code: six, token } of [older, newer]) {
      expect((await server.call(SignInWithCode, { body: { code: six } }, asking)).refused).toBe("expired");
      expect((await server.call(SignInWithLink, { body: { token } })).refused).toBe("used");
    }
  });

  it("somebody who signed in by it is signed out", async () => {
    const ana = await nadia();
    const { token } = await askFor(server, ana.email);
    const reader = cookieOf((await server.call(SignInWithLink, { body: { token } })).raw, "oakroom");
    expect(await isIn(reader)).toBe(true);
    const { id, code } = await asks(ana.cookie, "work", fresh("ana"));
    await takes(ana.cookie, id, code);
    expect([await isIn(reader), await isIn(ana.cookie)]).toEqual([false, true]);
  });

  it("a code for it that is asked for at the same moment", async () => {
    const ana = await nadia();
    const asked = await askFor(server, ana.email);
    const { id, code } = await asks(ana.cookie, "work", fresh("ana"));
    const [taken, entered] = await Promise.all([
      takes(ana.cookie, id, code),
      server.call(SignInWithLink, { body: { token: asked.token } }),
    ]);
    const cookie = cookieOf(entered.raw, "oakroom");
    // Whoever was first: nobody is in by the old address once the new one counts.
    expect(taken.status === 200 && entered.status === 200 && (await isIn(cookie))).toBe(false);
    expect((await server.call(SignInWithLink, { body: { token: asked.token } })).status).toBe(409);
  });
});

describe("an address that another account has", () => {
  it("is answered alike, and nobody is told anything", async () => {
    const [ana, ben] = [await nadia(), await nadia()];
    const free = await server.call(
      AskAddress,
      { body: { id: newId(), place: "private", email: fresh("free") } },
      ana.cookie,
    );
    const id = newId();
    const mails = await mailsOf(async () => {
      const asked = await server.call(AskAddress, { body: { id, place: "private", email: ben.email } }, ana.cookie);
      expect([asked.status, asked.raw.body]).toEqual([free.status, free.raw.body]);
    });
    expect(mails).toEqual([]);
    expect((await takes(ana.cookie, id, "000000")).refused).toBe("wrong-code");
  });

  it("is nobody's twice, also where two people had a code for it", async () => {
    const [ana, ben] = [await nadia(), await nadia()];
    const email = fresh("both");
    const [one, other] = [await asks(ana.cookie, "work", email), await asks(ben.cookie, "private", email)];
    const came = await Promise.all([takes(ana.cookie, one.id, one.code), takes(ben.cookie, other.id, other.code)]);
    expect(came.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(came.find(({ status }) => status === 409)?.refused).toBe("wrong-code");
  });
});

describe("a private address", () => {
  it("signs in to the same account, beside the other; the mail goes where it was asked for", async () => {
    const ana = await nadia();
    const email = fresh("ana.at.home");
    const { id, code } = await asks(ana.cookie, "private", email);
    expect((await takes(ana.cookie, id, code)).status).toBe(200);
    expect(await read(ana.cookie)).toMatchObject({ email: ana.email, privateEmail: email });
    for (const address of [email, ana.email]) {
      const { token, mail } = await askFor(server, address);
      expect(mail).toContain(`To: ${address}`);
      const cookie = cookieOf((await server.call(SignInWithLink, { body: { token } })).raw, "oakroom");
      expect((await server.call(ReadMe, {}, cookie)).answer.accountId).toBe(ana.accountId);
    }
  });

  it("goes again, with what was on its way to it", async () => {
    const ana = await nadia();
    const email = fresh("ana.at.home");
    const { id, code } = await asks(ana.cookie, "private", email);
    await takes(ana.cookie, id, code);
    const { token } = await askFor(server, email);
    await server.call(RemoveAddress, { body: { id: newId(), change: null } }, ana.cookie);
    expect((await read(ana.cookie)).privateEmail).toBeNull();
    expect((await server.call(SignInWithLink, { body: { token } })).status).toBe(409);
    expect(await mailsOf(() => server.call(AskToSignIn, { body: { email } }))).toEqual([]);
  });
});

describe("Nadia, who has no keys", () => {
  it("can have her address back by the link that came to it, for a week and once", async () => {
    const ana = await nadia();
    const { id, code } = await asks(ana.cookie, "work", fresh("thief"));
    const [told = ""] = await mailsOf(() => takes(ana.cookie, id, code));
    const token = tokenIn(told);
    server.pass(7 * dayLength - minute);
    expect((await server.call(UndoAddress, { body: { token } })).status).toBe(200);
    expect(await isIn(ana.cookie)).toBe(false);
    const again = await askFor(server, ana.email);
    const cookie = cookieOf((await server.call(SignInWithLink, { body: { token: again.token } })).raw, "oakroom");
    expect((await read(cookie)).email).toBe(ana.email);
    expect((await server.call(UndoAddress, { body: { token } })).refused).toBe("expired");
    const late = await asks(cookie, "work", fresh("nadia"));
    const [later = ""] = await mailsOf(() => takes(cookie, late.id, late.code));
    server.pass(7 * dayLength);
    expect((await server.call(UndoAddress, { body: { token: tokenIn(later) } })).refused).toBe("expired");
  });
});

describe("a code for an address", () => {
  it("works once: of fifty at the same moment one takes it", async () => {
    const ana = await nadia();
    const { id, code } = await asks(ana.cookie, "private", fresh("ana"));
    const came = await Promise.all(Array.from({ length: 50 }, () => takes(ana.cookie, id, code)));
    expect(came.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("bears ten wrong ones, and half an hour; a newer wish ends it", async () => {
    const ana = await nadia();
    const first = await asks(ana.cookie, "private", fresh("ana"));
    const wrong = first.code === "000000" ? "000001" : "000000";
    const tries = [];
    for (let at = 0; at < 12; at += 1) tries.push((await takes(ana.cookie, first.id, wrong)).refused);
    expect(tries.at(-1)).toBe("too-many-tries");
    expect((await takes(ana.cookie, first.id, first.code)).refused).toBe("too-many-tries");
    server.pass(dayLength);
    const second = await asks(ana.cookie, "private", fresh("ana"));
    const third = await asks(ana.cookie, "private", fresh("ana"));
    expect((await takes(ana.cookie, second.id, second.code)).refused).toBe("expired");
    server.pass(30 * minute);
    expect((await takes(ana.cookie, third.id, third.code)).refused).toBe("expired");
  });

  it("is worth nothing to anybody else", async () => {
    const [ana, ben] = [await nadia(), await nadia()];
    const { id, code } = await asks(ana.cookie, "private", fresh("ana"));
    expect((await takes(ben.cookie, id, code)).refused).toBe("expired");
  });
});
