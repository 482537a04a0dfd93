import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import type { TwoWithARoom } from "./kit/fixtures.ts";
import { bothInTheirRoom } from "./kit/present.ts";
import type { Visitor } from "./kit/visitor.ts";

describe("what is new, and what somebody thought better of", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;

  beforeAll(async () => {
    ({ two, leila, ingrid } = await bothInTheirRoom());
    await writes(ingrid, "Tuesday would suit me.");
    await leila.reads("Tuesday would suit me.");
    await leila.visits("/settings");
    await leila.sees("Settings on this device");
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("Home says that Ingrid wrote while Leila was elsewhere, and the room where that begins", async () => {
    await writes(ingrid, "Or rather Wednesday, at noon?");
    await leila.visits("/");
    await leila.reads("New for you");
    await leila.looksAround("Home with something new");
    await leila.presses("Open the room");
    await leila.reads("New since you were here");
    await leila.reads("Or rather Wednesday, at noon?");
    await leila.visits("/");
    await leila.reads("With Ingrid");
    await leila.settles();
    expect(await leila.page.getByText("New for you").count()).toBe(0);
  });

  it("Ingrid corrects a note; the old words go from both screens, and it says that it was changed", async () => {
    await leila.visits(`/rooms/${two.room}`);
    await leila.reads("Tuesday would suit me.");
    await ingrid.page.getByLabel("Change this note").first().click();
    await ingrid.reads("Leila may have read them already");
    await ingrid.types("Your words", "Thursday would suit me.");
    await ingrid.presses("Put these words instead");
    for (const person of [ingrid, leila]) {
      await person.reads("Thursday would suit me.");
      await person.reads("Changed");
      await person.readsNoMore("Tuesday would suit me.");
    }
    expect(await leila.page.getByLabel("Change this note").count()).toBe(0);
  });

  it("and takes another back", async () => {
    await ingrid.page.getByLabel("Change this note").last().click();
    await ingrid.presses("Take it back");
    await leila.reads("took a note back");
    await leila.readsNoMore("Or rather Wednesday, at noon?");
    await leila.looksAround("The room with a note taken back");
  });

  it("Leila locks her rooms from the settings, and unlocks them again", async () => {
    await leila.visits("/settings");
    await leila.presses("Lock now");
    await leila.reads("Your rooms are locked on this device.");
    await leila.visits(`/rooms/${two.room}`);
    await leila.types("Passphrase", two.leila.passphrase);
    await leila.presses("Unlock");
    await leila.sees("You and Ingrid");
    for (const person of [leila, ingrid]) await person.leaves();
  });
});
