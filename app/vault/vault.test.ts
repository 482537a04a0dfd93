import { expect, it } from "vitest";
import { NoteWritten } from "../features/room/notes/schema.ts";
import { eventOf } from "../features/room/state/schema.ts";
import { aPair, notesIn, roomOf } from "./testing/people.ts";

it("Leila writes, and Ingrid reads it", async () => {
  const { leila, ingrid, room } = await aPair();
  await leila.vault.write(room, eventOf(NoteWritten, { text: "We meet on Tuesdays." }));
  await roomOf(ingrid, room, ({ events }) => events === 1);
  expect(await notesIn(ingrid, room)).toEqual(["We meet on Tuesdays."]);
  expect(await notesIn(leila, room)).toEqual(["We meet on Tuesdays."]);
});
