import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import type { Visitor } from "./kit/visitor.ts";

describe("C25: Leila has lost her phone", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let laptop: Visitor;
  let phone: Visitor;
  let ingrid: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    laptop = await opensRooms(two.oakroom, two.leila, two.room);
    phone = await opensRooms(two.oakroom, two.leila, two.room, { device: "phone" });
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    await writes(phone, "From the phone, before it was lost.");
    for (const person of [laptop, ingrid]) await person.reads("From the phone, before it was lost.");
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("she finds it among her devices, and takes it out: it is signed out and locked at once, before anything is asked", async () => {
    await laptop.visits("/keys");
    await laptop.sees("Your keys and devices");
    await laptop.presses(/^Rename: .*/, laptop.page.locator("li", { hasText: "This one" }));
    await laptop.types("What do you call it?", "My laptop");
    await laptop.presses("Save");
    await laptop.reads("My laptop");
    await laptop.presses(/^Take it out: Chrome on Linux/);
    await laptop.reads("It is signed out already.");
    await phone.page.getByLabel("Your e-mail address").waitFor();
    await phone.reads(/^You were signed out on this device\./);
    await phone.looksAround("signed out elsewhere");
    await laptop.looksAround("keys and devices, one is lost");
  });

  it("she confirms it, and the two go on under a new key", async () => {
    await laptop.types("Passphrase", two.leila.passphrase);
    await laptop.presses("Take it out", laptop.page.locator("form"));
    await laptop.reads("is taken out.");
    expect(await laptop.page.getByRole("button", { name: /^Take it out: / }).count()).toBe(1);
    expect((await laptop.mail("A device was taken out")).text).toContain("If it was not, open Oakroom");
    await laptop.visits(`/rooms/${two.room}`);
    await writes(laptop, "My phone is gone.");
    await ingrid.reads("My phone is gone.");
    await writes(ingrid, "Good that you told me.");
    await laptop.reads("Good that you told me.");
    for (const person of [laptop, phone, ingrid]) await person.leaves();
  });
});
