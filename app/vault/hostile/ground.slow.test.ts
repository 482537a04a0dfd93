import { afterEach, describe, expect, it, vi } from "vitest";
import { groundTask } from "../../features/room/common-ground/rules.ts";
import { GroundAnswered, GroundOffered, GroundPicked } from "../../features/room/common-ground/schema.ts";
import { eventOf } from "../../features/room/state/schema.ts";
import { type LogId } from "../../values/id.ts";
import { openDevice, passphrase, roomOf, type TestDevice } from "../testing/people.ts";
import { World } from "../testing/world.ts";
import type { RoomView } from "../vault.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

/** Picks cards, as the screen does: first into one's own log. */
async function picks({ vault }: TestDevice, roomId: LogId, cards: ReadonlyArray<string>) {
  const made = await vault.commonGround(roomId, { do: "offer", round: 1, picks: cards });
  if (made.is !== "offered") throw new Error(made.is);
  const { offer, secret } = made;
  await vault.writeOwn(eventOf(GroundPicked, { roomId, round: 1, picks: [...cards], line: "", offer, secret }));
}

/** Does the next thing that a device has to do for the room; answers what it found, once it is there. */
async function goesOn(device: TestDevice, room: LogId): Promise<ReadonlyArray<string> | string | undefined> {
  const { promise, resolve } = Promise.withResolvers<Parameters<typeof groundTask>[1]>();
  await device.vault.watchOwn(({ state }) => state.ground.picked.length > 0 && resolve(state.ground));
  const own = await promise;
  const { state, other } = await roomOf(device, room, () => true);
  const task = groundTask(state.ground, own, { roomId: room, me: device.account, other });
  if (!task) return undefined;
  const { round, offer, line, secret } = task.picked;
  if (task.do === "publish") {
    await device.vault.write(room, eventOf(GroundOffered, { round, offer, line }));
    return "published";
  }
  const records = { round, secret, mine: offer, theirs: task.theirs };
  const step = task.do === "answer" ? ({ do: "answer", ...records } as const) : undefined;
  const done = await device.vault.commonGround(
    room,
    step ?? { do: "finish", ...records, answer: task.do === "finish" ? task.answer : "" },
  );
  if (done.is === "answered") {
    await device.vault.write(room, eventOf(GroundAnswered, { round, answer: done.answer }));
    return "answered";
  }
  return done.is === "found" ? done.cards : done.is === "refused" ? done.because : done.is;
}

const has = (
  device: TestDevice,
  room: LogId,
  fits: (round: RoomView["state"]["ground"]["rounds"][number]) => boolean,
) => roomOf(device, room, ({ state }) => state.ground.rounds.some(fits));
const bothOffered = (round: RoomView["state"]["ground"]["rounds"][number]) => Object.keys(round.offers).length === 2;
const bothAnswered = (round: RoomView["state"]["ground"]["rounds"][number]) => Object.keys(round.answers).length === 2;

describe("P93: common ground, in two vaults", () => {
  it("both learn the cards that both picked; another device of Leila's finishes what the first began", async () => {
    const world = await World.make();
    const { double, room } = world;
    const [leila, ingrid] = [await openOf(world, "leila"), await openOf(world, "ingrid")];
    await picks(leila, room, ["moved", "late", "garden"]);
    await picks(ingrid, room, ["garden", "late", "choir"]);
    expect([await goesOn(leila, room), await goesOn(ingrid, room)]).toEqual(["published", "published"]);
    await Promise.all([has(leila, room, bothOffered), has(ingrid, room, bothOffered)]);
    expect([await goesOn(leila, room), await goesOn(ingrid, room)]).toEqual(["answered", "answered"]);
    await has(ingrid, room, bothAnswered);
    expect(await goesOn(ingrid, room)).toEqual(["garden", "late"]);
    const laptop = await openDevice(double, leila.account);
    open.push(laptop);
    expect(await laptop.vault.unlock({ passphrase })).toBeUndefined();
    await has(laptop, room, bothAnswered);
    expect(await goesOn(laptop, room)).toEqual(["late", "garden"]);
  });

  it("an offer that copies Leila's is answered with nothing", async () => {
    const world = await World.make();
    const { room } = world;
    const [leila, ingrid] = [await openOf(world, "leila"), await openOf(world, "ingrid")];
    await picks(leila, room, ["moved"]);
    await goesOn(leila, room);
    const { state } = await has(ingrid, room, ({ offers }) => offers[leila.account] !== undefined);
    const copied = state.ground.rounds[0]?.offers[leila.account]?.offer ?? "";
    await ingrid.vault.write(room, eventOf(GroundOffered, { round: 1, offer: copied, line: "" }));
    await has(leila, room, bothOffered);
    expect(await goesOn(leila, room)).toBe("copied");
  });
});

async function openOf(world: World, who: "leila" | "ingrid"): Promise<TestDevice> {
  const device = await world.open(who);
  open.push(device);
  return device;
}
