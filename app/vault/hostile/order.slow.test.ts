import { readItem } from "@oakroom/crypto";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CommitmentDone, CommitmentMade } from "../../features/room/commitments/schema.ts";
import { eventOf } from "../../features/room/state/schema.ts";
import type { Kept } from "../testing/records.ts";
import { note, notesIn, roomOf, type TestDevice } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 30_000 });

let world: World;
let atRest: number;
beforeEach(async () => {
  world = await World.make();
  atRest = world.entries.length;
});
afterEach(() => world.end());

/** Leila and Ingrid write, offline and together, again and again; what each then sees is the same. */
async function aBusyRoom(): Promise<{ readonly leila: TestDevice; readonly ingrid: TestDevice }> {
  const { double, room } = world;
  const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
  let written = 0;
  for (let round = 0; round < 4; round += 1) {
    double.goDown();
    for (const device of [leila, ingrid]) {
      await device.vault.write(room, note(`${device === leila ? "Leila" : "Ingrid"} ${round}`));
      const made = await device.vault.write(
        room,
        eventOf(CommitmentMade, { owner: device.account, text: `Do ${round}` }),
      );
      if (typeof made === "string") throw new Error(made);
      await device.vault.write(room, eventOf(CommitmentDone, { commitment: made.id }));
      written += 3;
    }
    double.comeUp();
    for (const device of [leila, ingrid]) {
      await roomOf(device, room, ({ events, waiting }) => events === written && waiting === 0);
    }
  }
  for (const device of [leila, ingrid]) await settled(device);
  return { leila, ingrid };
}

/** What Leila's phone sees of these entries, having been away since the room opened: what it took then stays where it was. */
async function seenByPhone(taken: ReadonlyArray<Kept>, later: ReadonlyArray<Kept>, pageOf: number) {
  const entries = [...taken, ...later];
  const log = world.double.logs.get(world.room);
  if (!log) throw new Error("no room");
  log.entries = entries.map((entry, at) => ({ ...entry, number: at + 1 }));
  world.double.hook = (asked, honest) =>
    asked.operation === "readEntries"
      ? world.double.honest({
          ...asked,
          input: { ...asked.input, query: { ...asked.input.query, limit: String(pageOf) } },
        })
      : honest();
  const phone = await world.open("phone");
  await phone.refresh();
  const [view] = await phone.vault.rooms();
  const seen = {
    state: view?.state,
    condition: view?.condition,
    damaged: view?.damaged,
    gaps: view?.gaps,
    notes: await notesIn(phone, world.room),
  };
  phone.close();
  return seen;
}

function authorOf({ bytes }: Kept): string {
  const item = readItem(bytes);
  return typeof item === "object" ? Buffer.from(item.header.author).toString("hex") : "";
}

it("any order of arrival, in pages of any size, gives an equal state and an equal timeline", async () => {
  const { leila, ingrid } = await aBusyRoom();
  const [hers] = await leila.vault.rooms();
  const [theirs] = await ingrid.vault.rooms();
  const notes = await notesIn(leila, world.room);
  expect(theirs?.state).toEqual(hers?.state);
  expect(await notesIn(ingrid, world.room)).toEqual(notes);
  leila.close();
  ingrid.close();
  const [taken, entries] = [world.entries.slice(0, atRest), world.entries.slice(atRest)];
  const shuffled = fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length });
  await fc.assert(
    fc.asyncProperty(shuffled, fc.integer({ min: 1, max: 40 }), async (permuted, pageOf) => {
      const seen = await seenByPhone(taken, permuted, pageOf);
      expect(seen).toEqual({ state: hers?.state, condition: { is: "ready" }, damaged: 0, gaps: 0, notes });
    }),
    { numRuns: 25 },
  );
});

it("what a server leaves out changes nothing of what is shown but shows as a gap, and is never silently skipped", async () => {
  const { leila, ingrid } = await aBusyRoom();
  const notes = await notesIn(leila, world.room);
  leila.close();
  ingrid.close();
  const [taken, entries] = [world.entries.slice(0, atRest), world.entries.slice(atRest)];
  // Every entry but the newest of a chain is named by a later one: leaving it out is noticed at once.
  const named = entries.filter((entry, at) =>
    entries.slice(at + 1).some((later) => authorOf(later) === authorOf(entry)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...named), async (left) => {
      const seen = await seenByPhone(
        taken,
        entries.filter((entry) => entry !== left),
        500,
      );
      expect(notes.filter((text) => seen.notes.includes(text))).toEqual(seen.notes);
      const isWhole = seen.notes.length === notes.length;
      expect(isWhole && seen.gaps === 0).toBe(false);
      expect(seen.gaps).toBeGreaterThan(0);
    }),
    { numRuns: 12 },
  );
});
