import { afterEach, describe, expect, it, vi } from "vitest";
import { cardOf, hopes, standingOf } from "../../features/room/hopes/rules.ts";
import { HopesCommitted, HopesKept, HopesRevealed } from "../../features/room/hopes/schema.ts";
import { eventOf } from "../../features/room/state/schema.ts";
import { ItemId, LogId } from "../../values/id.ts";
import { commitTo, turnCard } from "../log/cards.ts";
import { freshUuid, openDevice, passphrase, roomOf, type TestDevice } from "../testing/people.ts";
import { World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

async function pair() {
  const world = await World.make();
  const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
  open.push(leila, ingrid);
  return { double: world.double, room: world.room, leila, ingrid };
}

async function lay({ vault }: TestDevice, room: LogId, text: string, card = ItemId.parse(freshUuid())) {
  const made = await vault.commitCard(room, card, text);
  if (made === "locked") throw new Error(made);
  await vault.writeOwn(eventOf(HopesKept, { roomId: room, reveal: made.reveal }));
  await vault.write(room, eventOf(HopesCommitted, { card, commitment: made.commitment }));
  return { card, ...made };
}

const cardsIn = (device: TestDevice, room: LogId, events: number) =>
  roomOf(device, room, (view) => view.events + view.damaged === events && view.waiting === 0);

describe("P34: cards that turn over together, in two vaults", () => {
  it("open on both sides with the words committed to", async () => {
    const { room, leila, ingrid } = await pair();
    const hers = await lay(leila, room, "I would like to be heard");
    const theirs = await lay(ingrid, room, "I am a little worried");
    await leila.vault.write(room, eventOf(HopesRevealed, { reveal: hers.reveal, beside: hers.card }));
    await ingrid.vault.write(room, eventOf(HopesRevealed, { reveal: theirs.reveal, beside: theirs.card }));
    for (const device of [leila, ingrid]) {
      const { state } = await cardsIn(device, room, 4);
      expect(cardOf(state.hopes, leila.account)?.text).toBe("I would like to be heard");
      expect(cardOf(state.hopes, ingrid.account)?.text).toBe("I am a little worried");
    }
  });

  it("another device of Leila's has what turns her card over", async () => {
    const { double, room, leila } = await pair();
    const hers = await lay(leila, room, "Written on the phone");
    await cardsIn(leila, room, 1);
    const laptop = await openDevice(double, leila.account);
    open.push(laptop);
    expect(await laptop.vault.unlock({ passphrase })).toBeUndefined();
    const { promise, resolve } = Promise.withResolvers<string>();
    await laptop.vault.watchOwn(({ state }) => {
      const kept = state.hopes.kept.find(({ card }) => card === hers.card);
      if (kept) resolve(kept.text);
    });
    expect(await promise).toBe("Written on the phone");
  });

  it("a text other than the one committed to is a changed card for both", async () => {
    const { room, leila, ingrid } = await pair();
    await lay(leila, room, "hers");
    const theirs = await lay(ingrid, room, "theirs");
    const other = commitTo(room, ingrid.account, theirs.card, "what Leila would like to read");
    await ingrid.vault.write(room, eventOf(HopesRevealed, { reveal: other.reveal, beside: theirs.card }));
    const { state } = await cardsIn(leila, room, 3);
    expect(cardOf(state.hopes, ingrid.account)).toMatchObject({ isChanged: true, text: undefined });
    const own = { kept: [] };
    expect(standingOf(state.hopes, own, room, leila.account, ingrid.account)).toBe("lost");
  });

  it("Leila's commitment and reveal, copied by Ingrid, open nothing of Ingrid's", async () => {
    const { room, leila, ingrid } = await pair();
    const hers = await lay(leila, room, "hers");
    await cardsIn(ingrid, room, 1);
    await ingrid.vault.write(room, eventOf(HopesCommitted, { card: hers.card, commitment: hers.commitment }));
    await leila.vault.write(room, eventOf(HopesRevealed, { reveal: hers.reveal, beside: hers.card }));
    await cardsIn(ingrid, room, 3);
    await ingrid.vault.write(room, eventOf(HopesRevealed, { reveal: hers.reveal, beside: hers.card }));
    const { state } = await cardsIn(leila, room, 4);
    expect(cardOf(state.hopes, ingrid.account)).toMatchObject({ isChanged: true, text: undefined });
    expect(cardOf(state.hopes, leila.account)).toMatchObject({ isChanged: false, text: "hers" });
  });

  it("what is no reveal is damaged, and turns nothing over", async () => {
    const { room, leila, ingrid } = await pair();
    const theirs = await lay(ingrid, room, "theirs");
    await ingrid.vault
      .write(room, eventOf(HopesRevealed, { reveal: theirs.reveal.slice(0, -4), beside: theirs.card }))
      .catch(() => "no");
    await ingrid.vault.write(room, eventOf(HopesRevealed, { reveal: theirs.reveal, beside: theirs.card }));
    const { state } = await roomOf(leila, room, (view) =>
      view.state.hopes.cards.some(({ text }) => text !== undefined),
    );
    expect(cardOf(state.hopes, ingrid.account)?.text).toBe("theirs");
  });
});

describe("reading a reveal", () => {
  const room = LogId.parse(freshUuid());
  const card = ItemId.parse(freshUuid());

  it("gives the commitment for this author in this room alone", async () => {
    const { ingrid, leila } = await pair();
    const made = commitTo(room, leila.account, card, "hers");
    expect(turnCard(room, leila.account, made.reveal)).toEqual({ card, commitment: made.commitment, text: "hers" });
    expect(turnCard(room, ingrid.account, made.reveal)?.commitment).not.toBe(made.commitment);
    expect(turnCard(LogId.parse(freshUuid()), leila.account, made.reveal)?.commitment).not.toBe(made.commitment);
    for (const bad of ["", "A", "AAAA", made.reveal.slice(4), `${made.reveal}AAAA`])
      expect(turnCard(room, leila.account, bad)).toBeUndefined();
  });
  it("keeps the slice's name, so that the events reach it", () => {
    expect([HopesCommitted, HopesRevealed].every(({ type }) => type.startsWith(`${hopes.name}.`))).toBe(true);
  });
});
