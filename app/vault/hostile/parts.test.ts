import { id, splitContent, takeRecords } from "@oakroom/crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { uuidBytes } from "../../values/id.ts";
import { openLines, sealLines } from "../log/keeping.ts";
import { eventBytes, forger } from "../testing/forging.ts";
import { freshUuid, note, notesIn, roomOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

/** Ingrid sends a long content once, and items that join its parts again and again. */
async function sendsOnceAndJoins(event: Uint8Array, times: number): Promise<number> {
  const ingrid = await world.open("ingrid");
  await ingrid.refresh();
  await settled(ingrid);
  ingrid.close();
  const { log, seal } = await forger(ingrid, world.room);
  const pieces = splitContent(new Uint8Array(event), () => id("item", uuidBytes(freshUuid())));
  const whole = pieces.at(-1);
  if (!whole) throw new Error("nothing to send");
  let sentBytes = 0;
  for (const { plaintext } of [...pieces.slice(0, -1), ...Array.from({ length: times }, () => whole)]) {
    const at = pieces.findIndex((piece) => piece.plaintext === plaintext);
    const itemId = plaintext === whole.plaintext ? freshUuid() : idOf(pieces[at]?.itemId);
    const bytes = await seal(plaintext, { itemId });
    await takeRecords(log, [bytes]);
    sentBytes += bytes.length;
    world.double.append(world.room, "item", bytes);
  }
  return sentBytes;
}

function idOf(bytes: Uint8Array | undefined): string {
  const text = Buffer.from(bytes ?? []).toString("hex");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}

it("Ingrid sends the parts of a long note once and joins them fifty times: Leila's device joins those that stand close by", async () => {
  await sendsOnceAndJoins(eventBytes("notes.written", { text: "y".repeat(19_000) }), 50);
  const { view, notes } = await world.seenByLeila();
  expect(notes[0]).toBe("y".repeat(19_000));
  expect(view).toMatchObject({ events: 9, damaged: 41, condition: { is: "ready" } });
});

it("Ingrid's long content of a type that Leila's program does not know is not kept beside its sealed items", async () => {
  const sentBytes = await sendsOnceAndJoins(eventBytes("holograms.shown", "z".repeat(400_000)), 30);
  const { leila, view } = await world.seenByLeila();
  expect(view?.newer).toBe(9);
  const readable = (await leila.store.list("readable", world.room)).reduce(
    (sum, { value }) => sum + value.sealed.length,
    0,
  );
  expect(readable / sentBytes).toBeLessThan(1.5);
});

it("What an older program of Leila's could not read, a newer one reads from the sealed item", async () => {
  const long = "A long letter. ".repeat(1200);
  const ingrid = await world.open("ingrid");
  for (const text of ["short", long]) await ingrid.vault.write(world.room, note(text));
  await roomOf(ingrid, world.room, ({ waiting, events }) => waiting === 0 && events === 2);
  const { leila } = await world.seenByLeila();
  leila.close();
  const key = (await leila.store.get("unlocked", ["", 0]))?.readableKey;
  if (!key) throw new Error("locked");
  for (const { at, value } of await leila.store.list("readable", world.room)) {
    const lines = await openLines(key, value);
    const unread = lines.map((line) =>
      line.content.is === "event"
        ? { ...line, content: { is: "newer" as const, at: line.content.event.at, type: "notes.written", version: 1 } }
        : line,
    );
    leila.store.set("readable", [world.room, at], await sealLines(key, unread));
  }
  const again = await world.open("leila", leila.store);
  expect(await notesIn(again, world.room)).toEqual(["short", long]);
  expect((await again.vault.rooms())[0]).toMatchObject({ newer: 0, damaged: 0, events: 2 });
});
