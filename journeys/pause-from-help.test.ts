import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

describe("P112: Leila would like a pause, and is not at her own device", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    leila = await comes(two.oakroom, { name: two.leila.name, email: two.leila.email, device: "phone" });
    await leila.signsIn();
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("help leads her to the pause itself, in sight, without keys; one press, and it says so", async () => {
    await leila.visits("/help");
    await leila.presses("Pause or end the pairing with Ingrid");
    await leila.sees("Pause or end");
    await leila.looksAround("pause or end");
    expect(await leila.control("Pause this pairing").evaluate(isInSight)).toBe(true);
    await leila.presses("Pause this pairing");
    await leila.reads("Paused. Ingrid sees “paused”, nothing else.");
    expect(await leila.control("Go on").evaluate(isInSight)).toBe(true);
    await ingrid.reads("This pairing is paused.");
    await leila.looksAround("pause or end, paused");
  });

  it("and goes on when she says so", async () => {
    await leila.presses("Go on");
    await leila.control("Pause this pairing").waitFor();
    expect(await leila.control("Pause this pairing").evaluate(isInSight)).toBe(true);
    await ingrid.readsNoMore("This pairing is paused.");
  });

  it("Ingrid, who had no connection when it began, sees it once she is back; Home says what it means for the date", async () => {
    await ingrid.presses("Find a date");
    await ingrid.ticks(/^Monday|^Tuesday|^Wednesday|^Thursday|^Friday/);
    await ingrid.presses("Already agreed? Enter it");
    await ingrid.presses("Enter this date");
    await ingrid.reads("Prepare");
    await ingrid.readsNoMore(/waits? to be sent/i);
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.context.setOffline(true);
    await ingrid.reads("You are offline");
    await leila.presses("Pause this pairing");
    await leila.reads("Paused. Ingrid sees “paused”, nothing else.");
    await ingrid.context.setOffline(false);
    await ingrid.reads("This pairing is paused.");
    await ingrid.visits("/");
    await ingrid.reads("Paused. The date is not cancelled by that.");
    await ingrid.looksAround("Home, with a room that is paused");
  });
});

/** Runs in the page. */
function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
