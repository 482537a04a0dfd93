import { expect, it, vi } from "vitest";
import { ListLogs } from "../features/room/log/schema.ts";
import { note, notesIn, roomOf } from "./testing/people.ts";
import type { Outcome } from "./testing/records.ts";
import { World } from "./testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The server's list of logs, each of them paused. */
function listedAsPaused(reply: Outcome): Outcome {
  const list = reply.kind === "done" ? ListLogs.answer.parse(reply.value) : { generation: 1, logs: [] };
  return { kind: "done", value: { ...list, logs: list.logs.map((log) => ({ ...log, paused: true })) } };
}

it("P112: what was written before a device heard of the pause waits on it, and goes out once the pair goes on", async () => {
  const world = await World.make();
  const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
  let isPaused = true;
  let asked = 0;
  world.double.hook = async ({ operation, input }, honest) => {
    if (isPaused && asked > 0 && operation === "listLogs") return listedAsPaused(await honest());
    if (!isPaused || operation !== "appendEntry" || input.params?.["logId"] !== world.room) return honest();
    asked += 1;
    return { kind: "refused", refused: "paused" };
  };
  await leila.vault.write(world.room, note("Before I heard of it."));
  await vi.waitFor(() => expect(asked).toBe(1));
  // It says so itself from now on, and hands nothing more to the server.
  await vi.waitFor(async () => expect(await leila.vault.write(world.room, note("Later."))).toBe("paused"));
  await roomOf(leila, world.room, ({ waiting }) => waiting === 1);
  isPaused = false;
  // Also where it has not heard yet that the two go on.
  expect(typeof (await leila.vault.write(world.room, note("As soon as we go on.")))).toBe("object");
  await leila.refresh();
  await roomOf(ingrid, world.room, ({ events }) => events === 2);
  expect(await notesIn(ingrid, world.room)).toEqual(["Before I heard of it.", "As soon as we go on."]);
  expect(asked).toBe(1);
  world.end();
});
