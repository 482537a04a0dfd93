/** Leila, who has lost every key, and Ingrid, for tests. Imported by tests alone. */
import { setTimeout as wait } from "node:timers/promises";
import { note, notesIn, roomOf, statusOf, type TestDevice } from "./people.ts";
import type { RoomView } from "../vault.ts";
import { settled, type World } from "./world.ts";

/** The passphrase of whoever begins anew. */
export const another = "seven slow herons over a paper harbour";

/** A room in this condition. */
export const is =
  (word: RoomView["condition"]["is"]) =>
  ({ condition }: RoomView) =>
    condition.is === word;

async function beginsAnew(world: World, name: "leila" | "ingrid"): Promise<TestDevice> {
  const device = await world.openNew(name);
  await statusOf(device, "locked");
  const code = await device.vault.beginAnew(another);
  if (typeof code === "string" || code.groups.length !== 9) throw new Error(`${name} did not begin anew`);
  await roomOf(device, world.room, is("to-be-readmitted"));
  return device;
}

/** What a story of loss is told with. */
export function lostIn(world: () => World) {
  return {
    /** Leila on a browser that has never been here, with new keys. */
    leilaBeginsAnew: () => beginsAnew(world(), "leila"),
    /** Ingrid too. */
    ingridBeginsAnew: () => beginsAnew(world(), "ingrid"),
    /** Ingrid, who has written three notes and stays. */
    ingridWrites: async (): Promise<TestDevice> => {
      const ingrid = await world().open("ingrid");
      for (const text of ["one", "two", "three"]) await ingrid.vault.write(world().room, note(text));
      await roomOf(ingrid, world().room, ({ events, waiting }) => events === 3 && waiting === 0);
      await settled(ingrid);
      return ingrid;
    },
    /** Ingrid hears of it. */
    ingridHears: async (ingrid: TestDevice): Promise<void> => {
      const stopped = ({ condition }: RoomView) => condition.is === "stopped" && condition.because === "keys-changed";
      await roomOf(ingrid, world().room, stopped);
    },
    /** Both read their words out. */
    compares: async (one: TestDevice, other: TestDevice): Promise<void> => {
      for (const [me, them] of [
        [one, other],
        [other, one],
      ] as const) {
        const words = await them.vault.matchingWords(world().room);
        const refused = typeof words === "string" ? words : await me.vault.confirmWords(world().room, words.words);
        if (refused) throw new Error(refused);
      }
    },
    /** Somebody writes a note. */
    writes: async (device: TestDevice, text: string): Promise<void> => {
      const written = await device.vault.write(world().room, note(text));
      if (typeof written === "string") throw new Error(written);
    },
    /** Waits until somebody reads a note. */
    until: async (device: TestDevice, text: string): Promise<void> => {
      while (!(await notesIn(device, world().room)).includes(text)) await wait(5);
    },
  };
}
