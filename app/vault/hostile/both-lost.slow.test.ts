import { encode, readFounding } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { another, is, lostIn } from "../testing/lost.ts";
import {
  enrolled,
  freshUuid,
  note,
  notesIn,
  openDevice,
  passphrase,
  roomOf,
  type TestDevice,
} from "../testing/people.ts";
import { LogId } from "../../values/id.ts";
import { settled, World } from "../testing/world.ts";
import type { RoomView } from "../vault.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

const { leilaBeginsAnew, ingridBeginsAnew, ingridWrites, ingridHears, compares, writes, until } = lostIn(() => world);

const isLostByBoth = ({ condition }: RoomView) => condition.is === "to-be-readmitted" && condition.isLostByBoth;

/** Both have new keys and compared the words. */
async function bothBeginAnew(): Promise<readonly [TestDevice, TestDevice]> {
  (await ingridWrites()).close();
  const leila = await leilaBeginsAnew();
  const ingrid = await ingridBeginsAnew();
  await roomOf(leila, world.room, is("stopped"));
  await compares(leila, ingrid);
  for (const one of [leila, ingrid]) await roomOf(one, world.room, isLostByBoth);
  return [leila, ingrid];
}

const begins = (one: TestDevice, secret = another) => one.vault.beginTogether(world.room, { passphrase: secret });

async function bothGoOn(): Promise<readonly [TestDevice, TestDevice]> {
  const [leila, ingrid] = await bothBeginAnew();
  for (const one of [leila, ingrid]) expect(await begins(one)).toBeUndefined();
  for (const one of [leila, ingrid]) await roomOf(one, world.room, is("ready"));
  return [leila, ingrid];
}

describe("C14: Leila and Ingrid have both lost every key", () => {
  it("nobody can let anybody in; each says that they begin anew, and the room goes on without what was written", async () => {
    const [leila, ingrid] = await bothBeginAnew();
    expect(await leila.vault.readmit(world.room, true)).toBe(false);
    expect(await leila.vault.write(world.room, note("too early"))).toBe("stopped");
    expect(await begins(leila, passphrase)).toBe("wrong-secret");
    expect(await begins(leila)).toBeUndefined();
    const waits = await roomOf(leila, world.room, isLostByBoth);
    expect(waits.condition).toMatchObject({ hasFounded: true });
    expect(await leila.vault.write(world.room, note("too early"))).toBe("stopped");
    expect(await begins(ingrid)).toBeUndefined();
    const view = await roomOf(leila, world.room, is("ready"));
    expect(view).toMatchObject({ isChecked: true, events: 0, damaged: 0, gaps: 0 });
    expect(view.begunAnewAt).toBeTypeOf("number");
    await writes(leila, "From the beginning.");
    await until(ingrid, "From the beginning.");
    await writes(ingrid, "Gladly.");
    await until(leila, "Gladly.");
    expect(await begins(ingrid)).toBe("not-lost");
  });

  it("their next devices open the same, and say when it began", async () => {
    const [leila, ingrid] = await bothGoOn();
    await writes(leila, "From the beginning.");
    await until(ingrid, "From the beginning.");
    for (const one of [leila, ingrid]) await settled(one);
    for (const name of ["leila", "ingrid"] as const) {
      const next = await world.openNew(name);
      expect(await next.vault.unlock({ passphrase: another })).toBeUndefined();
      const view = await roomOf(next, world.room, ({ events }) => events === 1);
      expect(view).toMatchObject({ isChecked: true, gaps: 0, damaged: 0 });
      expect(view.begunAnewAt).toBeTypeOf("number");
    }
  });

  it("and Leila loses everything once more: Ingrid lets her in, as in any room", async () => {
    const [leila, ingrid] = await bothGoOn();
    await writes(leila, "From the beginning.");
    await until(ingrid, "From the beginning.");
    for (const one of [leila, ingrid]) await settled(one);
    leila.close();
    const again = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, again);
    await roomOf(ingrid, world.room, is("to-readmit"));
    await ingrid.vault.readmit(world.room, true);
    await roomOf(again, world.room, ({ events }) => events === 1);
    await writes(again, "Once more.");
    await until(ingrid, "Once more.");
    expect(await notesIn(again, world.room)).toEqual(["From the beginning.", "Once more."]);
  });

  it("C27: a server that was restored to before is told anew, and given everything since", async () => {
    const [leila, ingrid] = await bothBeginAnew();
    for (const one of [leila, ingrid]) await settled(one);
    const backup = world.double.copy();
    for (const one of [leila, ingrid]) expect(await begins(one)).toBeUndefined();
    for (const one of [leila, ingrid]) await roomOf(one, world.room, is("ready"));
    await writes(leila, "From the beginning.");
    await until(ingrid, "From the beginning.");
    for (const one of [leila, ingrid]) await settled(one);
    const before = world.entries.map(({ bytes }) => Buffer.from(bytes).toString("hex")).toSorted();
    world.double.restore(backup);
    for (const one of [leila, ingrid]) {
      await one.refresh();
      const view = await roomOf(one, world.room, is("ready"));
      expect(view).toMatchObject({ events: 1, gaps: 0, damaged: 0 });
    }
    expect(world.entries.map(({ bytes }) => Buffer.from(bytes).toString("hex")).toSorted()).toEqual(before);
  });
});

it("C14: whoever once began anew opens a new room when its other member has been there, and not alone", async () => {
  (await ingridWrites()).close();
  const leila = await leilaBeginsAnew();
  const room = LogId.parse(freshUuid());
  const omar = await enrolled(world.double);
  omar.close();
  world.double.openRoom(room, [leila.account, omar.account]);
  await leila.refresh();
  await roomOf(leila, room, is("to-be-readmitted"));
  expect(world.double.logs.get(room)?.entries).toEqual([]);
  const again = await openDevice(world.double, omar.account, omar.store);
  await roomOf(again, room, is("ready"));
  await roomOf(leila, room, is("ready"));
  expect(await leila.vault.write(room, note("A new pair."))).toBeTypeOf("object");
  await roomOf(again, room, ({ events }) => events === 1);
  again.close();
});

describe("C14: a server that says that both lost everything", () => {
  it("to Ingrid, who lost nothing: her device signs nothing, and keeps what it has", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    expect(await begins(ingrid, passphrase)).toBe("not-lost");
    // Leila's own word, and an empty room with it.
    world.double.hook = async (asked, honest) =>
      asked.operation === "putFounding" ? { kind: "done", value: { begun: false } } : honest();
    await begins(leila);
    const founding = world.double.asked.findLast(({ operation }) => operation === "putFounding")?.input.body;
    expect(founding).toBeDefined();
    const log = world.double.logs.get(world.room);
    if (log) log.entries = [];
    await ingrid.refresh();
    expect((await ingrid.vault.rooms())[0]?.condition).toMatchObject({ is: "stopped", because: "shrunk" });
    expect(await notesIn(ingrid, world.room)).toEqual(["one", "two", "three"]);
    expect(await ingrid.vault.write(world.room, note("secret"))).toBe("stopped");
  });

  it("to Leila alone, with an empty room: she begins none, whatever was compared, and writes nothing", async () => {
    const ingrid = await ingridWrites();
    const log = world.double.logs.get(world.room);
    const kept = log?.entries ?? [];
    if (log) log.entries = [];
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await leila.refresh();
    const [view] = await leila.vault.rooms();
    expect(view?.condition).toEqual({ is: "to-be-readmitted", isLostByBoth: false, hasFounded: false });
    expect(await leila.vault.write(world.room, note("secret"))).toBe("stopped");
    expect(world.entries).toEqual([]);
    // Ingrid's word is the only way in.
    if (log) log.entries = kept;
    await ingrid.refresh();
    await roomOf(ingrid, world.room, is("to-readmit"));
    await ingrid.vault.readmit(world.room, true);
    await roomOf(leila, world.room, ({ events }) => events === 3);
  });

  it("with an epoch of its own in an empty room: nobody of the two has signed it", async () => {
    const ingrid = await ingridWrites();
    const first = world.entries.find(({ kind }) => kind === "epoch");
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    const forged =
      first && Uint8Array.from(first.bytes, (byte, at) => (at === first.bytes.length - 1 ? byte ^ 1 : byte));
    world.double.hook = async (asked, honest) =>
      asked.operation === "readEntries" && asked.by === leila.account
        ? { kind: "done", value: encode([1, 1, forged ? [[1, 1, forged]] : []]) }
        : honest();
    await leila.refresh();
    expect((await leila.vault.rooms())[0]?.condition.is).toBe("to-be-readmitted");
  });

  it("with Ingrid's word of another time, of another room, or forged: it begins nothing", async () => {
    const [leila, ingrid] = await bothBeginAnew();
    const sent: Uint8Array[] = [];
    world.double.hook = async (asked, honest) => {
      if (asked.operation !== "putFounding") return honest();
      if (asked.input.body) sent.push(asked.input.body);
      return { kind: "done", value: { begun: false } };
    };
    await begins(leila);
    await begins(ingrid);
    const [mine, theirs] = sent.map(inBody);
    if (!mine || !theirs) throw new Error("nothing was signed");
    const show = (...foundings: ReadonlyArray<Uint8Array>) => {
      const rows = foundings.map((bytes, at) => [at + 1, 5, bytes]);
      world.double.hook = async (asked, honest) =>
        asked.operation === "readEntries" && asked.input.params?.["logId"] === world.room
          ? { kind: "done", value: encode([1, rows.length, rows]) }
          : honest();
    };
    const forged = Uint8Array.from(theirs, (byte, at) => (at === theirs.length - 1 ? byte ^ 1 : byte));
    for (const shown of [[mine], [theirs], [mine, mine], [mine, forged]]) {
      show(...shown);
      await leila.refresh();
      expect((await leila.vault.rooms())[0]?.condition.is).toBe("to-be-readmitted");
    }
    const read = readFounding(theirs);
    expect(read).toMatchObject({ at: expect.any(Number) });
    show(mine, theirs);
    await leila.refresh();
    await roomOf(leila, world.room, ({ condition }) => condition.is !== "to-be-readmitted");
  });

  it("before the words were compared, nobody signs", async () => {
    (await ingridWrites()).close();
    const leila = await leilaBeginsAnew();
    const ingrid = await ingridBeginsAnew();
    await roomOf(leila, world.room, is("stopped"));
    expect(await begins(leila)).toBe("not-compared");
    expect(await begins(ingrid)).toBe("not-compared");
  });
});

/** The one founding in a body. */
function inBody(body: Uint8Array): Uint8Array {
  // A list of one byte string of 120 bytes or more: its head is three bytes.
  return body.slice(3);
}
