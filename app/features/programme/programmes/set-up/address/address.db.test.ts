import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../../server/testing.ts";
import { minute } from "../../../../../values/instant.ts";
import { codeIn, cookieOf } from "../../../sign-in/testing.ts";
import { offerSetUp } from "../jobs.ts";
import { CheckSetUp } from "../schema.ts";
import { AskSetUpCode, ConfirmSetUpAddress } from "./schema.ts";

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await testServer();
  token = (await offerSetUp(server.app))?.split("#t=")[1] ?? "";
});

afterAll(() => server.end());

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
  it("with the digits of the newest mail, in the browser that asked", async () => {
    const { answer, mail, code, browser } = await asked();
    expect(answer).toEqual({ goesOut: false });
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

  it("not after a quarter of an hour, and not by trying", async () => {
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
