import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { setUp } from "../programmes/testing.ts";
import { AcceptManagerInvitation } from "./schema.ts";
import { inviteManager } from "./store.ts";
import { ManagerInvitationId } from "../../../values/id.ts";
import { managerOfProgramme } from "../../../server/guards/manager.ts";

/* S7: of fifty requests with one invitation to manage that arrive at once, exactly one succeeds; two hundred times. */
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

it("an invitation to manage lets one request in", { timeout: 300_000 }, async () => {
  const { app } = server;
  const { programmeId } = await setUp(server, "Marta Nowak");
  const manager = await app.db.read.selectFrom("sign_in").selectAll().executeTakeFirstOrThrow();
  const caller = { accountId: manager.account_id, signInId: manager.id };
  const proof = await managerOfProgramme.prove({ read: app.db.read, params: { programmeId }, now: server.now, caller });
  if (typeof proof === "string") throw new Error(proof);
  process.stdout.write("tried: one-time things: 200\n");
  for (let burst = 0; burst < 200; burst += 1) {
    const token = app.chance.token();
    const email = `manager.${burst}@northwind.example`;
    const invitationId = ManagerInvitationId.parse(app.chance.id());
    await app.db.write((writer) =>
      inviteManager(writer, app.chance, server.now, proof, { invitationId, name: "Otto Meier", email, token }),
    );
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => server.call(AcceptManagerInvitation, { body: { token } })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ refused }) => refused === "no-longer-valid")).toHaveLength(49);
  }
  const managers = await app.db.read.selectFrom("programme_manager").selectAll().execute();
  expect(managers).toHaveLength(201);
});
