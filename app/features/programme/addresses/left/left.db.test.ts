import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { newId } from "../../../room/log/testing.ts";
import { AcceptInvitation, Invite } from "../../invitations/schema.ts";
import { AcceptManagerInvitation, InviteManager } from "../../managers/schema.ts";
import { add, inviteByMail, join, type Managed, type Someone } from "../../people/testing.ts";
import { setUp } from "../../programmes/testing.ts";
import { ReadMe } from "../../sign-in/schema.ts";
import { codeIn, cookieOf, plainMail, tokenIn } from "../../sign-in/testing.ts";
import { AskAddress, TakeAddress } from "../schema.ts";

const moved = "ana@new-employer.example";

let server: TestServer;
let marta: Managed;
let ana: Someone & { readonly accountId: string; readonly cookie: string };

beforeAll(async () => {
  server = await testServer();
  marta = await setUp(server, "Marta Nowak");
  const person = await add(server, marta, "Ana Left", ["mentee"]);
  ana = { ...person, ...(await join(server, marta, person)) };
});

afterAll(() => server.end());

/** The mail that comes while something is done. */
async function mailOf(act: () => Promise<unknown>): Promise<string> {
  const before = new Set(await server.mails());
  await act();
  return plainMail((await server.mails()).find((mail) => !before.has(mail)) ?? "");
}

const params = () => ({ programmeId: marta.programmeId });
const invites = () =>
  server.call(Invite, { params: params(), body: { requestId: newId(), people: [ana.participantId] } }, marta.cookie);
const asksToManage = () =>
  server.call(
    InviteManager,
    { params: params(), body: { invitationId: newId(), name: "Ana", email: ana.email } },
    marta.cookie,
  );
const accepts = (token: string) => server.call(AcceptInvitation, { body: { token } });

it("whoever reads the mailbox that Ana left is let in by no invitation, of before the change or after it", async () => {
  const before = await inviteByMail(server, marta, ana);
  const managing = tokenIn(await mailOf(asksToManage));
  const id = newId();
  const code = codeIn(
    await mailOf(() => server.call(AskAddress, { body: { id, place: "work", email: moved } }, ana.cookie)),
  );
  expect((await server.call(TakeAddress, { body: { id, code, change: null } }, ana.cookie)).status).toBe(200);
  expect((await accepts(before)).refused).toBe("expired");
  expect((await server.call(AcceptManagerInvitation, { body: { token: managing } })).refused).toBe("no-longer-valid");
  // The list of the programme still holds the address that was left; the mail goes where Ana is.
  const mail = await mailOf(invites);
  expect(/^To: (.*)$/m.exec(mail)?.[1]?.trim()).toBe(moved);
  const cookie = cookieOf((await accepts(tokenIn(mail))).raw, "oakroom");
  expect((await server.call(ReadMe, {}, cookie)).answer.accountId).toBe(ana.accountId);
});
