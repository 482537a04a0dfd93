import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

/** Says on a browser that was never here before that everything is lost, and makes new keys. */
async function beginsAnew(two: TwoWithARoom, before?: (visitor: Visitor) => Promise<void>): Promise<Visitor> {
  const leila = await comes(two.oakroom, { ...two.leila });
  await leila.signsIn();
  await leila.visits(`/rooms/${two.room}`);
  await leila.sees("Unlock your rooms");
  await leila.unfolds("I have neither. What now?");
  await before?.(leila);
  await leila.presses("I have lost everything: begin anew");
  await leila.sees("Begin anew");
  await leila.reads("stays closed for good");
  await leila.looksAround("begin anew");
  await leila.presses("Make new keys");
  await leila.sees("The key to your room");
  await leila.presses("Make my keys");
  await leila.sees("Your recovery code");
  await leila.presses("I have kept it");
  await leila.visits(`/rooms/${two.room}`);
  await leila.reads("This room waits for Ingrid");
  return leila;
}

/** One reads their six words out, the other types them in. */
async function compares(one: Visitor, other: Visitor, room: string): Promise<void> {
  for (const person of [one, other]) await person.visits(`/rooms/${room}/words`);
  for (const [me, them] of [
    [one, other],
    [other, one],
  ] as const) {
    await them.sees("Compare the matching words");
    await them.page.locator(".words-mine li").first().waitFor();
    const words = await them.page.locator(".words-mine li").allTextContents();
    for (const [at, word] of words.entries()) await me.types(`Word ${at + 1}`, word);
    await me.presses("Compare");
    await me.reads(/have compared the words/);
  }
}

describe("C14: Leila has lost her phone, her passphrase and her code", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let ingrid: Visitor;
  let leila: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    const before = await opensRooms(two.oakroom, two.leila, two.room);
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    await writes(before, "Before everything was lost.");
    await ingrid.reads("Before everything was lost.");
    await before.leaves();
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("she begins anew: new keys, a new code, and a mail to her address; the room stays closed to her", async () => {
    leila = await beginsAnew(two, (visitor) => visitor.looksAround("unlock, with nothing left"));
    await leila.readsNoMore("Before everything was lost.");
    await leila.looksAround("a room that waits for the other");
    const mail = await leila.mail("New keys were made");
    expect(mail.text).toContain("If it was not you");
  });

  it("Ingrid is told that Leila has other keys, and can read and not write until the words were compared", async () => {
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.reads("Leila has new keys");
    await ingrid.reads("Before everything was lost.");
    await ingrid.looksAround("a room whose other has new keys");
  });

  it("they compare the words, and Ingrid is asked once whether she opens their history again", async () => {
    await compares(ingrid, leila, two.room);
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.reads("Open our history for Leila again?");
    await ingrid.looksAround("open our history again?");
    await leila.visits(`/rooms/${two.room}`);
    await leila.readsNoMore("Before everything was lost.");
  });

  it("with a yes Leila reads all of it, and they go on", async () => {
    await ingrid.presses("Yes, open it");
    await ingrid.readsNoMore("Open our history for Leila again?");
    await leila.reads("Before everything was lost.");
    await writes(leila, "I am back.");
    await ingrid.reads("I am back.");
    await writes(ingrid, "Good to have you back.");
    await leila.reads("Good to have you back.");
    await leila.looksAround("a room that was opened again");
    for (const person of [leila, ingrid]) await person.leaves();
  });
});

describe("C14: Ingrid would rather go on without what was written", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let ingrid: Visitor;
  let leila: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    await writes(ingrid, "Something that I would not write again.");
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
    await writes(leila, "Then we begin anew.");
    await ingrid.reads("Then we begin anew.");
    await ingrid.reads("Something that I would not write again.");
    await leila.readsNoMore("Something that I would not write again.");
    await leila.looksAround("a room that goes on without its history");
    for (const person of [leila, ingrid]) await person.leaves();
  });
});

describe("somebody who reads Leila's mail begins anew in her name", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let old: Visitor;
  let ingrid: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    old = await opensRooms(two.oakroom, two.leila, two.room);
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    await writes(ingrid, "Something that I would not write again.");
    await old.reads("Something that I would not write again.");
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("her laptop is told at once, and takes it back", async () => {
    const thief = await beginsAnew(two);
    await old.reads("Was it you?");
    await old.presses("Was it you?");
    await old.sees("New keys were made in your name");
    await old.looksAround("new keys were made in your name");
    await old.types("Passphrase", two.leila.passphrase);
    await old.presses("Take it back");
    await old.sees("Your keys of before count again.");
    await thief.page.getByLabel("Your e-mail address").waitFor();
    await ingrid.visits(`/rooms/${two.room}`);
    await writes(ingrid, "Was that you?");
    await old.visits(`/rooms/${two.room}`);
    await old.reads("Was that you?");
    for (const person of [thief, old]) await person.leaves();
  });
});
