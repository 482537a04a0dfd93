import { encode, readEpoch } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type AccountId, LogId, uuidBytes } from "../../values/id.ts";
import { another, is, lostIn } from "../testing/lost.ts";
import { freshUuid, note, notesIn, passphrase, roomOf, type TestDevice } from "../testing/people.ts";
import { bytesIn, done, keepWrap, partsOf } from "../testing/records.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

const { leilaBeginsAnew, ingridWrites, ingridHears, compares } = lostIn(() => world);

const bytes = (length: number, value: number) => new Uint8Array(length).fill(value);

/** A first epoch of a room that names identities which nobody has, and that no device has signed. */
function junkEpoch(room: LogId, author: AccountId, other: AccountId): Uint8Array {
  const named = [author, other].toSorted().map((one) => [uuidBytes(one), bytes(32, 7), 1, 1]);
  const place = [uuidBytes(author), bytes(16, 9), 1, bytes(32, 0), []];
  const body = encode([1, uuidBytes(room), 1, bytes(32, 0), bytes(32, 8), named, bytes(32, 0), ...place]);
  const junk = encode([body, bytes(64, 1)]);
  if (typeof readEpoch(junk) === "string") throw new Error("no epoch at all");
  return junk;
}

/** Ingrid has let Leila in, who lost every key, in the room that both had. */
async function leilaIsBack(): Promise<readonly [TestDevice, TestDevice]> {
  const ingrid = await ingridWrites();
  const leila = await leilaBeginsAnew();
  await ingridHears(ingrid);
  await compares(ingrid, leila);
  await roomOf(ingrid, world.room, is("to-readmit"));
  await ingrid.vault.readmit(world.room, true);
  await roomOf(leila, world.room, is("ready"));
  for (const one of [ingrid, leila]) await settled(one);
  return [ingrid, leila];
}

/** What of a log a server shows Leila. */
function shows(by: AccountId, room: LogId, kinds: ReadonlyArray<readonly [number, Uint8Array]>): void {
  const rows = kinds.map(([kind, record], at) => [at + 1, kind, record]);
  world.double.hook = async (asked, honest) =>
    asked.operation === "readEntries" && asked.by === by && asked.input.params?.["logId"] === room
      ? done(encode([1, rows.length, rows]))
      : honest();
}

describe("C14: a server that shows whoever came back an empty room", () => {
  it("with an epoch that Ingrid signed for another room of theirs: it begins nothing", async () => {
    const [ingrid, leila] = await leilaIsBack();
    const elsewhere = world.entries.findLast(({ kind }) => kind === "epoch");
    const room = LogId.parse(freshUuid());
    if (elsewhere) shows(leila.account, room, [[1, elsewhere.bytes]]);
    ingrid.close();
    world.double.openRoom(room, [leila.account, ingrid.account]);
    await leila.refresh();
    await settled(leila);
    const view = (await leila.vault.rooms()).find((one) => one.room === room);
    expect(view?.condition.is).toBe("to-be-readmitted");
    expect(await leila.vault.write(room, note("alone"))).toBe("stopped");
    expect(world.double.logs.get(room)?.entries).toEqual([]);
  });

  it("with a later epoch of the room itself, in place of all that was written before", async () => {
    const [ingrid, leila] = await leilaIsBack();
    const last = world.entries.findLast(({ kind }) => kind === "epoch");
    for (const one of [ingrid, leila]) one.close();
    const before = world.entries.length;
    const next = await world.openNew("leila");
    if (last) shows(leila.account, world.room, [[1, last.bytes]]);
    expect(await next.vault.unlock({ passphrase: another })).toBeUndefined();
    await next.refresh();
    await settled(next);
    const [view] = await next.vault.rooms();
    expect(view?.condition.is).toBe("to-be-readmitted");
    expect(await next.vault.write(world.room, note("alone"))).toBe("stopped");
    expect(world.entries).toHaveLength(before);
  });
});

describe("whoever holds a sign-in of Leila's, and none of her devices, puts a first epoch into a room that nobody has opened", () => {
  /** As the server does: a number that nobody has signed for makes way, once. */
  function takesSigned(room: LogId): void {
    let isTaken = false;
    world.double.hook = async (asked, honest) => {
      if (asked.operation !== "announceEpoch" || asked.input.params?.["logId"] !== room) return honest();
      if (isTaken) return honest();
      isTaken = true;
      const [epoch, wraps] = partsOf(asked.input.body ?? bytes(0, 0));
      const log = world.double.logs.get(room);
      for (const wrap of bytesIn(wraps)) if (log) keepWrap(log, wrap);
      return epoch instanceof Uint8Array ? world.double.append(room, "epoch", epoch) : honest();
    };
  }

  it("changes nothing: both open it, and so do their next devices", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    const room = LogId.parse(freshUuid());
    takesSigned(room);
    world.double.openRoom(room, [leila.account, ingrid.account]);
    world.double.append(room, "epoch", junkEpoch(room, leila.account, ingrid.account));
    for (const one of [leila, ingrid]) await one.refresh();
    for (const one of [leila, ingrid]) await roomOf(one, room, is("ready"));
    expect(await leila.vault.write(room, note("Hello."))).toBeTypeOf("object");
    await roomOf(ingrid, room, ({ events }) => events === 1);
    for (const one of [leila, ingrid]) await settled(one);
    const tablet = await world.openNew("ingrid");
    expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
    await roomOf(tablet, room, ({ events }) => events === 1);
    expect(await notesIn(tablet, room)).toEqual(["Hello."]);
  });

  it("nor does it keep Leila out, where she loses every key later and Ingrid lets her in", async () => {
    const junk = junkEpoch(world.room, world.accountOf("leila"), world.accountOf("ingrid"));
    const log = world.double.logs.get(world.room);
    if (log)
      log.entries = [{ kind: "epoch" as const, bytes: junk }, ...log.entries].map((one, at) => ({
        ...one,
        number: at + 1,
      }));
    const [, leila] = await leilaIsBack();
    await roomOf(leila, world.room, ({ events }) => events === 3);
    expect(await notesIn(leila, world.room)).toEqual(["one", "two", "three"]);
  });
});
