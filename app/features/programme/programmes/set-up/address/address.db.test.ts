import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../../server/testing.ts";
import { ProgrammeId } from "../../../../../values/id.ts";
import { minute } from "../../../../../values/instant.ts";
import { codeIn, cookieOf } from "../../../sign-in/testing.ts";
import { aFirstProgramme } from "../../testing.ts";
import { offerSetUp } from "../jobs.ts";
import { CheckSetUp, SetUp } from "../schema.ts";
import { replaceSetUpLink } from "../store.ts";
import { AskSetUpCode, ConfirmSetUpAddress } from "./schema.ts";

let server: TestServer;
let token: string;

/** Starts a server that nobody has set up. */
async function starts(how: { readonly smtpUrl?: string } = {}): Promise<void> {
  server = await testServer(undefined, undefined, how);
  token = (await offerSetUp(server.app))?.split("#t=")[1] ?? "";
}

const maria = { name: "Maria Lind", email: "maria@northwind.example" };

/** Has digits sent; the answer is what came, and the cookie of the browser that asked. */
async function asked() {
  const before = new Set(await server.mails());
  const { raw, answer } = await server.call(AskSetUpCode, { body: { token, manager: maria } });
  const mail = (await server.mails()).find((each) => !before.has(each)) ?? "";
  return { answer, mail, code: codeIn(mail), browser: cookieOf(raw, "oakroom-asked") };
}

const show = (code: string, browser?: string) => server.call(ConfirmSetUpAddress, { body: { token, code } }, browser);

describe("Maria shows that her address is right before anything is made", () => {
  beforeAll(() => starts());
  afterAll(() => server.end());

  it("with the digits of the newest mail, in the browser that asked", async () => {
    const { answer, mail, code, browser } = await asked();
    expect(answer).toEqual({ goesOut: false, isConfirmed: false });
    expect(mail).toContain(maria.email);
    expect((await show(code)).refused).toBe("expired");
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    expect((await show(other, browser)).refused).toBe("wrong-code");
    expect((await show(code, browser)).status).toBe(200);
    expect((await show(code, browser)).refused).toBe("expired");
  });

  it("which makes nobody an account, and leaves the set-up link as it was", async () => {
    expect(await server.app.db.read.selectFrom("account").selectAll().execute()).toEqual([]);
    expect((await server.call(CheckSetUp, { body: { token } })).status).toBe(200);
  });

  it("once: whoever opens the link again is asked for no second mail", async () => {
    const { status, answer } = await server.call(AskSetUpCode, { body: { token, manager: maria } });
    expect([status, answer]).toEqual([200, { goesOut: false, isConfirmed: true }]);
  });

  it("not after a quarter of an hour, and not by trying", async () => {
    await server.app.db.write((writer) => replaceSetUpLink(writer, token));
    const late = await asked();
    server.pass(16 * minute);
    expect((await show(late.code, late.browser)).refused).toBe("expired");
    const { code, browser } = await asked();
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    const tries = [];
    for (let time = 0; time < 11; time += 1) tries.push((await show(other, browser)).refused);
    expect(tries.at(0)).toBe("wrong-code");
    expect(tries.at(-1)).toBe("too-many-tries");
    expect((await show(code, browser)).refused).toBe("too-many-tries");
  });

  it("and without the set-up link no mail goes to anybody", async () => {
    const before = (await server.mails()).length;
    const stranger = { token: server.app.chance.token(), manager: maria };
    expect((await server.call(AskSetUpCode, { body: stranger })).refused).toBe("no-longer-valid");
    expect((await server.mails()).length).toBe(before);
  });
});

describe("where a mail server is set nobody goes on without the digits", () => {
  beforeEach(() => starts({ smtpUrl: "smtp://mail.northwind.example" }));
  afterEach(() => server.end());

  /** The digits as they wait to be sent. */
  async function codeWaiting(): Promise<string> {
    const waiting = server.app.db.read.selectFrom("job").select("payload").where("kind", "=", "set-up-code-mail");
    const found = /"code":"(\d{6})"/.exec((await waiting.executeTakeFirstOrThrow()).payload);
    return found?.[1] ?? "";
  }

  const setUpAs = (manager: typeof maria) => {
    const programmeId = ProgrammeId.parse(server.app.chance.id());
    return server.call(SetUp, { body: { token, programmeId, manager, programme: aFirstProgramme } });
  };

  it("whoever holds the link and skips the code makes nothing, and the link still works", async () => {
    expect((await setUpAs(maria)).refused).toBe("address-not-confirmed");
    expect(await server.app.db.read.selectFrom("account").selectAll().execute()).toEqual([]);
    const { raw, answer } = await server.call(AskSetUpCode, { body: { token, manager: maria } });
    expect(answer.goesOut).toBe(true);
    expect((await setUpAs(maria)).refused).toBe("address-not-confirmed");
    expect((await show(await codeWaiting(), cookieOf(raw, "oakroom-asked"))).status).toBe(200);
    expect((await setUpAs({ ...maria, email: "nadia@northwind.example" })).refused).toBe("address-not-confirmed");
    expect((await setUpAs({ ...maria, email: "Maria@northwind.example" })).status).toBe(200);
    expect((await setUpAs(maria)).refused).toBe("no-longer-valid");
    const left = server.app.db.read.selectFrom("meta").select("name").where("name", "like", "set-up%");
    expect(await left.execute()).toEqual([]);
  });

  it("a newer link knows nothing of what was shown with the one before", async () => {
    const { raw } = await server.call(AskSetUpCode, { body: { token, manager: maria } });
    await show(await codeWaiting(), cookieOf(raw, "oakroom-asked"));
    token = (await offerSetUp(server.app))?.split("#t=")[1] ?? "";
    expect((await setUpAs(maria)).refused).toBe("address-not-confirmed");
  });

  it("the link opened again goes on at the code in the browser that asked, and tells no other whom", async () => {
    const check = async (browser?: string) => (await server.call(CheckSetUp, { body: { token } }, browser)).answer;
    expect(await check()).toEqual({ asked: null, goesOut: true });
    const { raw } = await server.call(AskSetUpCode, { body: { token, manager: maria } });
    const browser = cookieOf(raw, "oakroom-asked");
    expect(await check(browser)).toEqual({ asked: maria, goesOut: true });
    expect((await check()).asked).toBeNull();
    await show(await codeWaiting(), browser);
    expect((await check(browser)).asked).toBeNull();
  });
});
