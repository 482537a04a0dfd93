import { announceEpoch, encode, epochPlan, id } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AnnounceEpoch } from "../../features/room/log/schema.ts";
import { LogId, uuidBytes } from "../../values/id.ts";
import { forger } from "../testing/forging.ts";
import { note, notesIn, roomOf, statusOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

describe("C17: the server lists Leila's own log as a room with Ingrid", () => {
  it("and what is for Leila alone is shown in no room, and nothing for Ingrid is written there", async () => {
    const leila = await world.open("leila");
    const own = LogId.parse(await world.ownLogOf(leila));
    const members = [leila.account, world.accountOf("ingrid")];
    const { hook } = world.double;
    world.double.hook = async (asked, honest) => {
      const answer = await honest();
      if (asked.operation !== "listLogs" || answer.kind !== "done") return answer;
      const { generation, logs } = JSON.parse(JSON.stringify(answer.value));
      const lie = { logId: own, kind: "room", members, open: true, lastNumber: 9, lastEpoch: 1 };
      return { kind: "done", value: { generation, logs: [...logs, lie] } };
    };
    await leila.refresh();
    await settled(leila);
    expect((await leila.vault.rooms()).map(({ room }) => room)).toEqual([world.room]);
    expect(await leila.vault.write(own, note("to Ingrid, I think"))).toBe("no-such-room");
    world.double.hook = hook;
    leila.close();
    const again = await world.open("leila", leila.store);
    await again.refresh();
    expect(await statusOf(again, "unlocked")).toMatchObject({ is: "unlocked" });
    expect((await again.vault.rooms())[0]?.condition).toEqual({ is: "ready" });
  });
});

const epochs = () => world.entries.filter(({ kind }) => kind === "epoch").length;

describe("C17: Ingrid announces an epoch whose wrap for Leila opens nothing", () => {
  it("and Leila announces the next, reads and writes", async () => {
    const ingrid = await world.open("ingrid");
    await ingrid.refresh();
    await settled(ingrid);
    ingrid.close();
    const { log, place, keys } = await forger(ingrid, world.room);
    const user = id("user", uuidBytes(ingrid.account));
    const epochsBefore = epochs();
    const { epoch, wraps } = await announceEpoch(keys.dsk, user, place(), epochPlan(log));
    const hers = Buffer.from(uuidBytes(world.accountOf("leila")));
    const bent = wraps.map((wrap) => {
      const bytes = wrap.bytes.slice();
      if (hers.equals(wrap.user)) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return bytes;
    });
    const body = encode([epoch.bytes, bent]);
    await world.double.as(ingrid.account).call(AnnounceEpoch, { params: { logId: world.room }, body });
    const leila = await world.open("leila");
    await leila.vault.write(world.room, note("Can I still write?"));
    const view = await roomOf(leila, world.room, ({ waiting, condition }) => waiting === 0 && condition.is === "ready");
    expect(view.events).toBe(1);
    expect(await notesIn(leila, world.room)).toEqual(["Can I still write?"]);
    expect(epochs()).toBe(epochsBefore + 2);
    await leila.refresh();
    const asked = () => world.double.asked.filter(({ operation }) => operation === "readWraps").length;
    const askedBefore = asked();
    await leila.vault.write(world.room, note("And again."));
    await roomOf(leila, world.room, ({ waiting }) => waiting === 0);
    await leila.refresh();
    expect(asked()).toBe(askedBefore);
  });
});
