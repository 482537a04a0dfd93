import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NoteWritten } from "../app/features/room/notes/schema.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { Pair } from "../demo/pair.ts";
import { RelationshipId } from "../app/values/id.ts";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { freezes } from "./kit/freezing.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { anotherTab, comes, type Visitor } from "./kit/visitor.ts";

const newPassphrase = "quiet harbour seven lanterns under pine";

describe("a second device, a forgotten passphrase, and the matching words", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let laptop: Visitor;
  let phone: Visitor;
  let ingrid: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    const pair = new Pair(RelationshipId.parse(two.room), two.leila, two.ingrid);
    await pair.ready();
    await pair.write("mentor", eventOf(NoteWritten, { text: "Written before the phone was there." }));
    laptop = await opensRooms(two.oakroom, two.leila, two.room);
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("Leila has forgotten her passphrase: a wrong one opens nothing", async () => {
    phone = await comes(two.oakroom, { ...two.leila, device: "phone" });
    await phone.signsIn();
    await phone.visits(`/rooms/${two.room}`);
    await phone.sees("Unlock your rooms");
    await phone.types("Passphrase", "not the one that she chose");
    await phone.presses("Unlock");
    await phone.reads("That does not open your rooms.");
    await phone.looksAround("unlock, a wrong passphrase");
  });

  it("the recovery code sets a new one, adds the phone, and opens all that was written", async () => {
    await phone.presses("I forgot my passphrase");
    await phone.types("Recovery code", two.leila.recoveryCode.toLowerCase().replaceAll("-", " "));
    await phone.presses("Use a made one");
    await phone.control("Copy").waitFor();
    await phone.looksAround("unlock, with a passphrase made for her");
    await phone.presses("I would rather choose my own");
    await phone.types("A new passphrase", newPassphrase);
    const field = phone.page.getByLabel("A new passphrase");
    expect(await field.getAttribute("type")).toBe("password");
    await phone.presses("Show what I type");
    expect([await field.getAttribute("type"), await field.getAttribute("spellcheck")]).toEqual(["text", "false"]);
    expect(await field.inputValue()).toBe(newPassphrase);
    await phone.looksAround("unlock, with the recovery code");
    await phone.presses("Set it and unlock");
    await phone.sees("You and Ingrid");
    await phone.reads("Written before the phone was there.");
  });

  it("both of her devices and Ingrid's go on in one room", async () => {
    await writes(phone, "From the phone.");
    await writes(laptop, "From the laptop.");
    for (const person of [laptop, ingrid]) await person.reads("From the phone.");
    for (const person of [phone, ingrid]) await person.reads("From the laptop.");
  });

  it("the tab in which her rooms are open freezes: another one takes over, and the chain stays whole when it wakes", async () => {
    const second = await anotherTab(two.oakroom, laptop);
    await second.visits(`/rooms/${two.room}`);
    await second.reads("From the phone.");
    const wake = await freezes(laptop);
    await writes(second, "Written while the other tab was frozen.");
    await ingrid.reads("Written while the other tab was frozen.");
    await wake();
    await laptop.reads("Written while the other tab was frozen.");
    await writes(laptop, "And after it woke.");
    for (const person of [second, ingrid, phone]) await person.reads("And after it woke.");
    await second.page.close();
    await writes(laptop, "The first leads again.");
    for (const person of [ingrid, phone]) await person.reads("The first leads again.");
  });

  it("the old passphrase opens nothing on a third device; the new one does", async () => {
    const tablet = await comes(two.oakroom, { ...two.leila, device: "phone" });
    await tablet.signsIn();
    await tablet.visits(`/rooms/${two.room}`);
    await tablet.types("Passphrase", two.leila.passphrase);
    await tablet.presses("Unlock");
    await tablet.reads("That does not open your rooms.");
    await tablet.types("Passphrase", newPassphrase);
    await tablet.presses("Unlock");
    await tablet.reads("From the laptop.");
    await tablet.leaves();
  });

  it("they read the matching words to each other, and the room is checked", async () => {
    await phone.presses("Words not yet compared");
    await ingrid.presses("Words not yet compared");
    const mine = await wordsOf(phone);
    const theirs = await wordsOf(ingrid);
    expect(new Set([...mine, ...theirs]).size).toBeGreaterThan(9);
    await hears(phone, ["wrong", ...theirs.slice(1)]);
    await phone.page.getByRole("alert").first().waitFor();
    await phone.looksAround("words, different");
    await hears(phone, theirs);
    await phone.reads("You and Ingrid have compared the words. This room is checked.");
    await hears(ingrid, mine);
    await ingrid.reads("You and Leila have compared the words. This room is checked.");
    for (const person of [laptop, phone, ingrid]) await person.leaves();
  });
});

async function wordsOf(person: Visitor): Promise<ReadonlyArray<string>> {
  const list = person.page.locator(".words-mine li");
  await list.first().waitFor();
  return list.allInnerTexts();
}

async function hears(person: Visitor, words: ReadonlyArray<string>): Promise<void> {
  for (const [at, word] of words.entries()) await person.types(`Word ${at + 1}`, word);
  await person.presses("Compare");
}
