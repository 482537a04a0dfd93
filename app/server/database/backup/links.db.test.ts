import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { AcceptInvitation } from "../../../features/programme/invitations/schema.ts";
import { add, inviteByMail } from "../../../features/programme/people/testing.ts";
import { setUp } from "../../../features/programme/programmes/testing.ts";
import { SignInWithLink } from "../../../features/programme/sign-in/schema.ts";
import { askFor } from "../../../features/programme/sign-in/testing.ts";
import { features } from "../../features.ts";
import { startServer } from "../../run.ts";
import { testServer } from "../../testing.ts";
import { restoreBackup } from "./restore.ts";
import { takeBackup } from "./take.ts";

const server = await testServer();
afterAll(() => server.end());

it("a restore does not make used links work again: not Lina's invitation, not Marta's sign-in link", async () => {
  const marta = await setUp(server, "Marta Nowak");
  const lina = await add(server, marta, "Lina Virtanen", ["mentee"]);
  const ravi = await add(server, marta, "Ravi Menon", ["mentor"]);
  const [linas, ravis] = [await inviteByMail(server, marta, lina), await inviteByMail(server, marta, ravi)];
  const { token } = await askFor(server, "marta.nowak@northwind.example");
  const file = join(server.dataFolder, "before.backup");
  await takeBackup(server.app.config, file, { version: "test", now: server.now });
  // Both links are used after the backup was made, so that the backup does not know of it.
  expect((await server.call(AcceptInvitation, { body: { token: linas } })).status).toBe(200);
  expect((await server.call(SignInWithLink, { body: { token } })).status).toBe(200);
  const { config } = server.app;
  const { now } = server;
  await server.stop();

  await restoreBackup(config, file, now);
  expect(readdirSync(config.dataFolder).filter((name) => name.includes("restoring"))).toEqual([]);
  const running = await startServer(config, features, { clock: () => now, logLevel: "silent", version: "test" });
  const post = async (path: string, body: object) =>
    (
      await running.built.fastify.inject({
        method: "POST",
        url: `/api${path}`,
        headers: { origin: config.origin },
        payload: body,
      })
    ).json<unknown>();
  expect(await post(AcceptInvitation.path, { token: linas })).toEqual({ refused: "expired" });
  expect(await post(AcceptInvitation.path, { token: ravis })).toEqual({ refused: "expired" });
  expect(await post(SignInWithLink.path, { token })).toEqual({ refused: "used" });
  await running.stop();
});
