import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { begin, type Begun, bringIn, opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

describe("the server is away when Home is opened by somebody who has no pair yet", () => {
  tellInChapters();

  let begun: Begun;
  let leila: Visitor;

  beforeAll(async () => {
    begun = await begin();
    const people = await bringIn(begun);
    leila = await comes(begun.oakroom, { name: people.leila.name, email: people.leila.email, device: "phone" });
    await leila.signsIn();
    await leila.reads("You are on the list");
    await leila.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  });

  afterAll(async () => {
    await begun?.oakroom.end();
  });

  it("Home says so, and once the server is back it says what it had to say, without a touch", async () => {
    await begun.oakroom.kill();
    await leila.visits("/");
    await leila.reads("Oakroom cannot be reached just now");
    await begun.oakroom.start();
    await leila.reads("You are on the list");
    await leila.readsNoMore("Oakroom cannot be reached just now");
    await leila.leaves();
  });
});

describe("the server is away when a room is opened", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    leila = await opensRooms(two.oakroom, two.leila, two.room, { device: "phone" });
    await writes(leila, "Before the server went away");
    await leila.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await leila.readsNoMore("Waits to be sent");
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("Home and the room stand as this device knows them, and say that the server is away", async () => {
    await two.oakroom.kill();
    await leila.visits("/");
    await leila.reads("With Ingrid");
    await leila.reads("Oakroom cannot be reached just now");
    await leila.presses("Open the room");
    await leila.sees("You and Ingrid");
    await leila.reads("Before the server went away");
    await leila.visits(`/rooms/${two.room}`);
    await leila.sees("You and Ingrid");
    await leila.reads("Before the server went away");
    await writes(leila, "Written while it was away");
    await leila.reads(/waits? to be sent/);
  });

  it("once it is back, the line goes and what was written is sent, without a touch", async () => {
    await two.oakroom.start();
    await leila.readsNoMore("Oakroom cannot be reached just now");
    await leila.readsNoMore(/waits? to be sent/);
    expect(await leila.page.getByText("Written while it was away").count()).toBe(1);
  });

  it("a room that this device has not read says so, and opens by itself when the server is back", async () => {
    await leila.visits("/help");
    await leila.sees("Help and safety");
    await leila.page.evaluate(() => localStorage.removeItem("oakroom.pairs"));
    await two.oakroom.kill();
    await leila.visits(`/rooms/${two.room}`);
    await leila.reads("It opens by itself");
    await two.oakroom.start();
    await leila.sees("You and Ingrid");
    await leila.reads("Written while it was away");
    expect(await leila.page.getByText("Written while it was away").count()).toBe(1);
    await leila.leaves();
  });

  it("a new device that loses the network at the room's first page shows no empty room, and opens it later by itself", async () => {
    const laptop = await comes(two.oakroom, two.leila);
    await laptop.signsIn();
    await laptop.visits(`/rooms/${two.room}`);
    await laptop.types("Passphrase", two.leila.passphrase);
    const pages = `**/api/logs/${two.room}/entries?*`;
    await laptop.context.route(pages, async (page) => {
      await laptop.context.setOffline(true);
      await page.abort();
    });
    await laptop.presses("Unlock");
    await laptop.reads("It opens by itself");
    await laptop.looksAround("a room that is not on this device yet");
    expect(await laptop.page.getByText(/nothing here yet|not opened their side/).count()).toBe(0);
    await laptop.context.unroute(pages);
    await laptop.context.setOffline(false);
    await laptop.reads("Written while it was away");
    await laptop.leaves();
  });

  it("a press that fails by a defect of the server says so, and leaves the screen as it was", async () => {
    const laptop = await opensRooms(two.oakroom, two.leila, two.room);
    await laptop.visits(`/rooms/${two.room}/more`);
    await laptop.unfolds("Pause for a while");
    await laptop.page.route("**/pause", (route) => route.fulfill({ status: 500, json: { error: "defect" } }));
    await laptop.presses("Pause this pairing");
    await laptop.reads("That did not work, and the fault is ours.");
    await laptop.control("Pause this pairing").waitFor();
    // The defect was ordered here; anything else still fails the story.
    expect(laptop.watch.complaints.splice(0).join("\n")).toContain("pauseRelationship answered 500");
    await laptop.leaves();
  });
});
