import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayLength } from "../app/values/instant.ts";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { beginsAnew, compares, makesNewKeys } from "./kit/lost.ts";
import type { Visitor } from "./kit/visitor.ts";

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
    await leila.visits(`/rooms/${two.room}/more/show`);
    await leila.reads("there is nothing to show yet");
    await leila.looksAround("show, from a room that waits");
    await leila.visits(`/rooms/${two.room}`);
    await leila.reads("your part is done");
    await leila.readsNoMore("Before everything was lost.");
  });

  it("with a yes Leila reads all of it, and they go on", async () => {
    await ingrid.presses("Yes, open it");
    await ingrid.reads("Leila reads again what you two wrote.");
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

describe("C14: Leila and Ingrid have both lost everything", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;
  let passphrases: { readonly leila: string; readonly ingrid: string };

  beforeAll(async () => {
    two = await twoWithARoom({ aheadMs: 0 });
    const before = await opensRooms(two.oakroom, two.leila, two.room);
    await writes(before, "Before everything was lost.");
    await before.readsNoMore(/waits? to be sent/i);
    await before.leaves();
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("each begins anew, and is told that nobody can let anybody in; they compare the words of their new keys", async () => {
    const first = await makesNewKeys(two, two.leila);
    leila = first.visitor;
    await leila.reads("This room waits for Ingrid");
    const second = await makesNewKeys(two, two.ingrid);
    ingrid = second.visitor;
    passphrases = { leila: first.passphrase, ingrid: second.passphrase };
    await ingrid.reads("Both of you have lost every key");
    await leila.reads("Ingrid has new keys");
    await compares(leila, ingrid, two.room);
    for (const visitor of [leila, ingrid]) {
      await visitor.visits(`/rooms/${two.room}`);
      await visitor.reads("Both of you have lost every key");
      await visitor.readsNoMore("Before everything was lost.");
    }
    await ingrid.looksAround("a room that both have lost the keys to");
  });

  it("for three days whoever still has old keys can take that back; then Leila says that she begins again", async () => {
    await leila.presses("Begin it again");
    await leila.sees("Begin this room again");
    await leila.looksAround("begin this room again");
    await leila.types("Passphrase", passphrases.leila);
    await leila.presses("Begin again");
    await leila.reads("less than three days ago");
    await two.oakroom.moveClock(3 * dayLength);
    await leila.presses("Begin again");
    await leila.reads("You have said so.");
  });

  it("and so does Ingrid: the room is open again, and empty, and they write", async () => {
    await ingrid.presses("Begin it again");
    await ingrid.sees("Begin this room again");
    await ingrid.types("Passphrase", passphrases.ingrid);
    await ingrid.presses("Begin again");
    await ingrid.reads("The room is open to you and Leila.");
    await leila.reads("The room is open to you and Ingrid.");
    for (const visitor of [leila, ingrid]) await visitor.presses("Go to the room");
    await writes(leila, "From the beginning.");
    await ingrid.reads("From the beginning.");
    await writes(ingrid, "Gladly.");
    await leila.reads("Gladly.");
    await leila.readsNoMore("Before everything was lost.");
    await leila.reads(/You and Ingrid began this room again on/);
    await leila.looksAround("a room that both began again");
    for (const visitor of [leila, ingrid]) await visitor.leaves();
  });
});

describe("somebody who reads Leila's mail begins anew in her name", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let old: Visitor;
  let thief: Visitor;
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
    thief = await beginsAnew(two);
    await old.reads("Nothing was sent from here since. If it was not you, you can take it back.");
    expect(await old.page.getByText("Please tell the people who run Oakroom").count()).toBe(0);
    await old.visits("/");
    await old.reads("This device has the old ones. If it was not you, you can take it back.");
    await old.looksAround("home where new keys were made");
    await old.presses("Say who it was");
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
    await old.leaves();
  });

  it("whoever did it waits for a week before they can do it again, and reads so before anything is asked of them", async () => {
    await thief.signsIn();
    await thief.visits(`/rooms/${two.room}`);
    await thief.unfolds("I have neither. What now?");
    await thief.presses("I have lost everything: begin anew");
    await thief.reads(/^You can begin anew from /);
    await thief.looksAround("begin anew, not before a day");
    await thief.leaves();
  });
});
