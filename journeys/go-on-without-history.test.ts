import { afterAll, beforeAll, describe, it } from "vitest";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { beginsAnew, compares } from "./kit/lost.ts";
import type { Visitor } from "./kit/visitor.ts";

describe("C14: Ingrid would rather go on without what was written", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let ingrid: Visitor;
  let leila: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    await writes(ingrid, "Something that I would not write again.");
    await ingrid.presses("Find a date");
    await ingrid.ticks(/^Monday|^Tuesday|^Wednesday|^Thursday|^Friday/);
    await ingrid.presses("Already agreed? Enter it");
    await ingrid.presses("Enter this date");
    await ingrid.reads("Prepare");
    await ingrid.readsNoMore(/waits? to be sent/i);
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("she says no, and the room goes on from there: Leila reads what is new", async () => {
    leila = await beginsAnew(two);
    await ingrid.reads("Leila has new keys");
    await compares(ingrid, leila, two.room);
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.presses("No, go on without it");
    await ingrid.readsNoMore("Open our history for Leila again?");
    await leila.visits(`/rooms/${two.room}`);
    await leila.reads("It stays closed to you; Ingrid can still read it.");
    await writes(leila, "Then we begin anew.");
    await ingrid.reads("Then we begin anew.");
    await ingrid.readsNoMore("Something that I would not write again.");
    await leila.readsNoMore("Something that I would not write again.");
    await leila.looksAround("a room that goes on without its history");
    await leila.page.reload();
    await leila.reads("It stays closed to you; Ingrid can still read it.");
    await ingrid.readsNoMore("It stays closed to you");
  });

  it("the date that stood stands for both, and the agreement begins anew for both", async () => {
    for (const person of [leila, ingrid]) {
      await person.visits(`/rooms/${two.room}`);
      await person.reads("Prepare");
      await person.reads("Agreement: not begun");
      await person.visits("/");
      await person.reads("Prepare");
    }
  });

  it("Ingrid reads what was before whenever she likes, and writes nothing there", async () => {
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.presses("Look at what was before");
    await ingrid.reads("Something that I would not write again.");
    await ingrid.readsNoMore("Then we begin anew.");
    await ingrid.looksAround("the room as it was before");
    await ingrid.presses("Sessions");
    await ingrid.reads("The room as it was before");
    await ingrid.looksAround("the sessions of before");
    await ingrid.presses("Back to the room");
    await ingrid.readsNoMore("The room as it was before");
    for (const person of [leila, ingrid]) await person.leaves();
  });
});
