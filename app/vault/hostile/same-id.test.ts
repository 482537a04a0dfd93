import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PartAccepted, PartProposed } from "../../features/room/agreement/schema.ts";
import { HeardAnswered, HeardSent } from "../../features/room/notes/schema.ts";
import { eventOf } from "../../features/room/state/schema.ts";
import { eventBytes, forger, hashOfItem } from "../testing/forging.ts";
import { type TestDevice, note, notesIn, passphrase, roomOf } from "../testing/people.ts";
import { copyStore, settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

async function takes(device: TestDevice) {
  await device.refresh();
  await settled(device);
  const [view] = await device.vault.rooms();
  if (!view) throw new Error("no room");
  return view;
}

describe("C18: Leila wrote something that Ingrid would rather have unsaid,", () => {
  it("and Ingrid, who seals words of her own under the id of Leila's item, takes nothing away", async () => {
    const ingrid = await world.open("ingrid");
    await takes(ingrid);
    const before = { account: ingrid.account, store: await copyStore(ingrid.store) };
    const leila = await world.open("leila");
    const written = await leila.vault.write(world.room, note("I will report what you did."));
    if (typeof written === "string") throw new Error(written);
    await roomOf(leila, world.room, ({ events, waiting }) => events === 1 && waiting === 0);
    const below = hashOfItem(world.items.at(-1)?.bytes ?? new Uint8Array());
    const { seal } = await forger(before, world.room);
    const sweet = eventBytes("notes.written", { text: "Thank you for everything." });
    world.double.append(world.room, "item", await seal(sweet, { itemId: written.id, below }));

    const both = ["Thank you for everything.", "I will report what you did."];
    expect(await takes(leila)).toMatchObject({ events: 2, damaged: 0 });
    expect(await notesIn(leila, world.room)).toEqual(both);
    const page = await leila.vault.timeline(world.room, { limit: 10 });
    expect(page).toMatchObject({
      entries: [{ event: { author: ingrid.account } }, { event: { author: leila.account } }],
    });
    expect(typeof (await leila.vault.proveItem(world.room, written.id))).toBe("object");
    leila.close();
    const again = await world.open("leila", leila.store);
    expect(await notesIn(again, world.room)).toEqual(both);
  });
});

describe("C30: Ingrid, who has two devices, gives an item's id to other words that come first", () => {
  /** Ingrid's laptop, and her tablet as it was before anything was written. */
  async function threeDevices() {
    const tablet = await world.openNew("ingrid");
    await tablet.vault.unlock({ passphrase });
    await roomOf(tablet, world.room, ({ condition }) => condition.is === "ready");
    const leila = await world.open("leila");
    const laptop = await world.open("ingrid");
    for (const device of [leila, laptop, tablet]) await takes(device);
    tablet.close();
    return { leila, laptop, tablet: { account: tablet.account, store: await copyStore(tablet.store) } };
  }

  it("after Leila said yes to a part: what Leila agreed to never reads as something else", async () => {
    const { leila, laptop, tablet } = await threeDevices();
    const fair = { part: "scope", content: { here: "your first year", notHere: "pay" } } as const;
    const other = { part: "scope", content: { here: "I may tell your manager everything", notHere: "-" } } as const;
    const { id } = await written(laptop, eventOf(PartProposed, fair));
    const { state } = await roomOf(leila, world.room, ({ events }) => events === 1);
    const proposal = state.agreement.parts.scope?.proposal;
    if (!proposal) throw new Error("no proposal");
    await leila.vault.write(world.room, eventOf(PartAccepted, { proposal: { id: proposal.id, hash: proposal.hash } }));
    await roomOf(laptop, world.room, ({ events }) => events === 2);
    expect((await takes(leila)).state.agreement.parts.scope?.agreed).toEqual(fair);

    const { seal } = await forger(tablet, world.room);
    const below = proposal.hash;
    world.double.append(world.room, "item", await seal(eventBytes("agreement.proposed", other), { itemId: id, below }));
    const view = await takes(leila);
    expect(view.damaged).toBe(1);
    expect(view.state.agreement.parts.scope?.agreed).not.toEqual(other);
  });

  it("after Leila said that she was heard right: her yes never stands under other words", async () => {
    const { leila, laptop, tablet } = await threeDevices();
    const { id } = await written(laptop, eventOf(HeardSent, { text: "You want to stay in the team." }));
    const { state } = await roomOf(leila, world.room, ({ events }) => events === 1);
    const heard = state.notes.heard[0];
    if (!heard) throw new Error("nothing heard");
    await leila.vault.write(
      world.room,
      eventOf(HeardAnswered, { heard: { id: heard.id, hash: heard.hash }, answer: "yes" }),
    );
    expect((await takes(leila)).state.notes.heard).toMatchObject([{ answer: "yes" }]);
    await settled(laptop);

    const { seal } = await forger(tablet, world.room);
    const bytes = eventBytes("notes.heard", { text: "You agreed to resign." });
    world.double.append(world.room, "item", await seal(bytes, { itemId: id, below: heard.hash }));
    expect((await takes(leila)).state.notes.heard).toMatchObject([
      { text: "You agreed to resign.", answer: undefined },
    ]);
  });

  async function written(device: TestDevice, event: Parameters<TestDevice["vault"]["write"]>[1]) {
    const made = await device.vault.write(world.room, event);
    if (typeof made === "string") throw new Error(made);
    await roomOf(device, world.room, ({ waiting }) => waiting === 0);
    return made;
  }
});
