import { encode, readReadmit } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { another, is, lostIn } from "../testing/lost.ts";
import { SessionPlanned } from "../../features/room/sessions/schema.ts";
import { eventOf } from "../../features/room/state/schema.ts";
import { LogId, SessionId } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";
import {
  enrolled,
  freshUuid,
  note,
  notesIn,
  passphrase,
  roomOf,
  statusOf,
  type TestDevice,
} from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const zero = new Uint8Array();

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

const { leilaBeginsAnew, ingridWrites, ingridHears, compares, writes, until } = lostIn(() => world);

async function typesIn({ vault }: TestDevice, of: "both" | "before"): Promise<ReadonlyArray<string>> {
  const page = await vault.timeline(world.room, { limit: 200, of });
  if (page === "no-such-room") throw new Error(page);
  return page.entries.flatMap((entry) => (entry.is === "event" ? entry.event.type : entry.is));
}

describe("C14: Leila has lost every key, and begins anew", () => {
  it("nobody writes, and Leila reads nothing, until the words were compared and Ingrid has answered", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    expect(await leila.vault.write(world.room, note("too early"))).toBe("stopped");
    expect(await ingrid.vault.write(world.room, note("too early"))).toBe("stopped");
    expect(await notesIn(leila, world.room)).toEqual([]);
    expect(await notesIn(ingrid, world.room)).toEqual(["one", "two", "three"]);
    expect(await ingrid.vault.readmit(world.room, true)).toBe(false);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    expect(await ingrid.vault.write(world.room, note("too early"))).toBe("stopped");
    expect(await notesIn(leila, world.room)).toEqual([]);
  });

  it("with a yes she reads all that Ingrid holds, and both go on", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    expect(await ingrid.vault.readmit(world.room, true)).toBe(true);
    await roomOf(ingrid, world.room, is("ready"));
    const view = await roomOf(leila, world.room, (now) => is("ready")(now) && now.events === 3);
    expect(view.isChecked).toBe(true);
    expect(await notesIn(leila, world.room)).toEqual(["one", "two", "three"]);
    await writes(leila, "I am back.");
    await until(ingrid, "I am back.");
    await writes(ingrid, "Good.");
    await until(leila, "Good.");
    expect((await ingrid.vault.rooms())[0]).toMatchObject({ damaged: 0, gaps: 0, isChecked: true });
    expect((await leila.vault.rooms())[0]).toMatchObject({ damaged: 0, gaps: 0 });
  });

  it("with a yes in one room, another person's room goes on waiting for them", async () => {
    const mine = await world.open("leila");
    const tomas = await enrolled(world.double);
    const other = LogId.parse(freshUuid());
    world.double.openRoom(other, [mine.account, tomas.account]);
    for (const device of [mine, tomas]) await roomOf(device, other, is("ready"));
    await settled(mine);
    mine.close();
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await roomOf(leila, other, is("to-be-readmitted"));
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    expect(await ingrid.vault.readmit(world.room, true)).toBe(true);
    await roomOf(leila, world.room, is("ready"));
    await leila.refresh();
    await settled(leila);
    await roomOf(leila, other, is("to-be-readmitted"));
    expect(await leila.vault.write(other, note("too early"))).toBe("stopped");
    tomas.close();
  });

  it("with a no the room goes on without what was written", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    expect(await ingrid.vault.readmit(world.room, false)).toBe(true);
    await roomOf(leila, world.room, is("ready"));
    await writes(leila, "A new page.");
    await until(ingrid, "A new page.");
    expect(await notesIn(leila, world.room)).toEqual(["A new page."]);
    expect(await notesIn(ingrid, world.room)).toEqual(["one", "two", "three", "A new page."]);
    const shown = world.double.logs.get(world.room);
    const hers = [...(shown?.wraps.keys() ?? [])].filter((key) => key.endsWith(leila.account));
    const epochs = world.entries.filter(({ kind }) => kind === "epoch").length;
    expect(hers).toEqual([`${epochs} ${leila.account}`]);
  });

  it("with a no both see the same room from then on; what was before stays with Ingrid, and can still be read", async () => {
    const ingrid = await ingridWrites();
    const sessionId = SessionId.parse(freshUuid());
    const slot = { startsAt: Instant.parse(1_900_000_000_000), lengthMinutes: 60, timeZone: "Europe/Berlin" };
    await ingrid.vault.write(world.room, eventOf(SessionPlanned, { sessionId, slot }));
    await roomOf(ingrid, world.room, ({ events, waiting }) => events === 4 && waiting === 0);
    await settled(ingrid);
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    await ingrid.vault.readmit(world.room, false);
    await roomOf(leila, world.room, is("ready"));
    await writes(leila, "A new page.");
    await until(ingrid, "A new page.");
    const [mine] = await ingrid.vault.rooms();
    const [hers] = await leila.vault.rooms();
    expect(mine?.state).toEqual(hers?.state);
    expect(mine?.state.sessions.all).toEqual([]);
    expect(mine?.before?.sessions.all).toMatchObject([{ id: sessionId, standing: "planned" }]);
    expect(hers?.before).toBeUndefined();
    expect(await typesIn(ingrid, "both")).toEqual(["notes.written"]);
    expect(await typesIn(ingrid, "before")).toEqual([...Array(3).fill("notes.written"), "sessions.planned"]);
    await settled(ingrid);
    ingrid.close();
    const again = await roomOf(await world.open("ingrid"), world.room, ({ events }) => events === 5);
    expect(again.state).toEqual(hers?.state);
    expect(again.before).toEqual(mine?.before);
  });
});

describe("C14: a server that lies about a loss", () => {
  it("one that nobody declared is a change of keys: read-only, and the words differ from Leila's own", async () => {
    const ingrid = await ingridWrites();
    const honest = await world.open("leila");
    await honest.refresh();
    const words = await honest.vault.matchingWords(world.room);
    honest.close();
    const forged = await leilaBeginsAnew();
    forged.close();
    await ingridHears(ingrid);
    const heard = typeof words === "string" ? [] : words.words;
    expect(await ingrid.vault.confirmWords(world.room, heard)).toBe("different");
    expect(await ingrid.vault.readmit(world.room, true)).toBe(false);
    expect((await ingrid.vault.rooms())[0]?.condition).toEqual({ is: "stopped", because: "keys-changed" });
    expect(world.entries.some(({ kind }) => kind === "readmit")).toBe(false);
  });

  it("a readmit of before lets nobody in who came after it", async () => {
    const ingrid = await ingridWrites();
    const first = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, first);
    await roomOf(ingrid, world.room, is("to-readmit"));
    await ingrid.vault.readmit(world.room, true);
    await roomOf(first, world.room, is("ready"));
    await settled(first);
    first.close();
    const second = await leilaBeginsAnew();
    const old = world.entries.find(({ kind }) => kind === "readmit");
    const said = old && readReadmit(old.bytes);
    expect(typeof said).toBe("object");
    // Shown once more, at the end of the log.
    if (old) world.double.show(world.room, { ...old, number: world.entries.length + 1 });
    await second.refresh();
    const [view] = await second.vault.rooms();
    expect(view?.condition).toEqual({ is: "to-be-readmitted", isLostByBoth: false, hasFounded: false });
    expect(await notesIn(second, world.room)).toEqual([]);
  });

  it("keys that Leila disowned are offered again: they stay a change that nobody can compare", async () => {
    const ingrid = await ingridWrites();
    const laptop = await world.open("leila");
    await laptop.refresh();
    const thief = await leilaBeginsAnew();
    const stolen = structuredClone(world.double.keys.get(laptop.account));
    await ingridHears(ingrid);
    expect(await laptop.vault.cancelAnew({ passphrase })).toBeUndefined();
    await roomOf(ingrid, world.room, is("ready"));
    await settled(ingrid);
    const keys = world.double.keys.get(laptop.account);
    if (!stolen || !keys) throw new Error("no keys");
    const words = await thief.vault.matchingWords(world.room);
    world.double.keys.set(laptop.account, { ...stolen, disowned: keys.disowned ?? [] });
    world.double.tellFact("keys", laptop.account);
    await roomOf(ingrid, world.room, is("stopped"));
    expect(await ingrid.vault.confirmWords(world.room, typeof words === "string" ? [] : words.words)).toBe("different");
    expect(await ingrid.vault.write(world.room, note("secret"))).toBe("stopped");
  });

  it("identities of before that do not belong to the readmit are none: Leila goes on waiting", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    world.double.hook = async (asked, honest) =>
      asked.operation === "readIdentities" && asked.by === leila.account
        ? { kind: "done", value: encode([[world.double.keys.get(leila.account)?.bundles ?? []], []]) }
        : honest();
    await ingrid.vault.readmit(world.room, true);
    await leila.refresh();
    expect((await leila.vault.rooms())[0]?.condition.is).toBe("to-be-readmitted");
    world.double.hook = (_, honest) => honest();
    await leila.refresh();
    await roomOf(leila, world.room, ({ events }) => events === 3);
  });
});

describe("it was not Leila", () => {
  it("her unlocked laptop stops, and takes everything back with her passphrase; Ingrid's room goes on by itself", async () => {
    const ingrid = await ingridWrites();
    const laptop = await world.open("leila");
    await laptop.refresh();
    const thief = await leilaBeginsAnew();
    await statusOf(laptop, "stopped");
    await ingridHears(ingrid);
    expect(await laptop.vault.loss()).toMatchObject({ mayCancel: true, isHere: true });
    expect(await thief.vault.loss()).toMatchObject({ mayCancel: true, isHere: false });
    expect(await laptop.vault.cancelAnew({ passphrase: "not the one that it is" })).toBe("wrong-secret");
    expect(await laptop.vault.cancelAnew({ passphrase })).toBeUndefined();
    await statusOf(laptop, "unlocked");
    await roomOf(ingrid, world.room, is("ready"));
    await writes(laptop, "It was not me.");
    await until(ingrid, "It was not me.");
    await thief.refresh();
    await statusOf(thief, "stopped");
  });

  it("whoever types the passphrase of before is told, on a known device and on a new one", async () => {
    const laptop = await world.open("leila");
    await laptop.refresh();
    await laptop.vault.lock();
    await leilaBeginsAnew();
    expect(await laptop.vault.unlock({ passphrase })).toBe("begun-anew");
    const other = await world.openNew("leila");
    expect(await other.vault.unlock({ recoveryCode: world.recoveryCode })).toBe("begun-anew");
    expect(await other.vault.cancelAnew({ recoveryCode: world.recoveryCode })).toBeUndefined();
    expect(await other.vault.unlock({ passphrase })).toBeUndefined();
    expect(await laptop.vault.unlock({ passphrase })).toBeUndefined();
  });

  it("but she: a device of before forgets the old keys, and opens with the new passphrase", async () => {
    const laptop = await world.open("leila");
    await laptop.refresh();
    await leilaBeginsAnew();
    await statusOf(laptop, "stopped");
    await laptop.vault.forgetHere();
    await statusOf(laptop, "locked");
    expect(await laptop.vault.unlock({ passphrase: another })).toBeUndefined();
    await roomOf(laptop, world.room, is("to-be-readmitted"));
  });

  it("nor anybody: the server shows her own keys as lost ones, and her device does not disown them", async () => {
    const ingrid = await ingridWrites();
    const laptop = await world.open("leila");
    await laptop.refresh();
    const { former: _, ...mine } = world.double.keys.get(laptop.account) ?? {
      bundles: [],
      ring: zero,
      slots: new Map(),
    };
    const keys = Object.assign(mine, { former: [{ ...mine }] });
    world.double.keys.set(laptop.account, keys);
    expect(await laptop.vault.cancelAnew({ passphrase })).toBe("wrong-secret");
    expect(world.double.keys.get(laptop.account)?.disowned ?? []).toEqual([]);
    await writes(laptop, "I am still I.");
    await until(ingrid, "I am still I.");
  });
});
