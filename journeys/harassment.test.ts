import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirstProgramme } from "../app/features/programme/programmes/testing.ts";
import { importPeople } from "../demo/programme.ts";
import { beginsAnew, picksToShow, writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { atWork, outside, ownWords, rosa } from "./kit/contacts.ts";
import { nadia, opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const threats = [
  "Wear the blue dress next time, I liked it.",
  "If you tell anyone, your contract will not be renewed.",
  "We meet at my hotel on Friday. That is not a question.",
];
const [first = ""] = threats;
const harmless = "The agenda for May is on the shared drive.";

describe("P111 P112: Leila is pressed, and acts alone", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let manager: Visitor;
  let lena: Visitor;
  let leila: Visitor;
  let ingrid: Visitor;
  let fingerprint: string;

  beforeAll(async () => {
    two = await twoWithARoom({}, { ...aFirstProgramme, contacts: atWork });
    manager = await comes(two.oakroom, nadia);
    await manager.signsIn();
    lena = await comes(two.oakroom, outside);
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    leila = await opensRooms(two.oakroom, two.leila, two.room, { device: "phone" });
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("P112 both contacts report to the mentor: offered to neither of the two, who read what remains", async () => {
    await leila.visits("/help");
    await leila.reads("Paul Okafor");
    const reports = atWork.map(({ name, email }) => `${name},${email},mentee,${two.ingrid.email}`);
    const file = ["name,email,role,manager_email", ...reports].join("\n");
    await importPeople(two.managed, new Uint8Array(new TextEncoder().encode(file)));
    for (const person of [leila, ingrid]) {
      await person.visits("/help");
      await person.reads("No contact of this programme can be offered to you just now.");
      await person.readsNoMore("Paul Okafor");
      expect(await person.page.locator("main").textContent()).not.toMatch(/Tilde|Paul|reports to you/);
    }
    await leila.reads("somebody outside your organisation");
    await leila.looksAround("help, nobody offered");
    await leila.visits(`/rooms/${two.room}/more/show`);
    await leila.reads("Nobody can be asked here just now.");
  });

  it("Nadia reads how many people have nobody, and not who; she names Lena and Rosa, from outside", async () => {
    const path = `/programmes/${two.managed.programmeId}`;
    await manager.visits(path);
    await manager.reads("2 people have no contact");
    await manager.presses("Their keys, and asking them");
    await manager.sees("Contacts for concerns");
    await manager.reads("Nobody here can be offered to 2 people");
    expect(await manager.page.locator("main").textContent()).not.toMatch(/Leila|Ingrid/);
    await manager.looksAround("contacts, two people have nobody");
    await manager.presses("Change who is named");
    await manager.presses("Name one more");
    await manager.types("Third contact: name", outside.name);
    await manager.types("Third contact: e-mail address", outside.email);
    await manager.presses("Name one more");
    await manager.types("Fourth contact: name", rosa.name);
    await manager.types("Fourth contact: e-mail address", rosa.email);
    await manager.ticks("None of them reports to another of them, directly or through others");
    await manager.looksAround("settings, four contacts");
    await manager.presses("Save");
    await manager.reads("Saved");
    await manager.visits(`${path}/contacts`);
    await manager.readsNoMore("Nobody here can be offered");
    await manager.control("Ask them by mail").focus();
    // A pointer that rests where the line appears does not keep it there.
    await manager.page.mouse.move(640, 858);
    await manager.page.keyboard.press("Enter");
    await manager.reads("The mails are on their way.");
    await manager.readsNoMore("The mails are on their way.");
  });

  it("Rosa would rather not, and says so without keys; nothing else is asked of her", async () => {
    const asked = await comes(two.oakroom, { ...rosa, device: "phone" });
    await asked.signsIn();
    await asked.reads("You are asked to be a contact for concerns");
    const bar = await asked.page.locator("header").first().textContent();
    expect(bar).not.toMatch(/Profile|Suggestions/);
    await asked.presses("Open");
    await asked.unfolds("I would rather not");
    await asked.looksAround("contact, would rather not");
    await asked.presses("Tell the programme");
    await asked.reads("You are not a contact for concerns here.");
    await asked.readsNoMore("Make your keys first");
    await asked.looksAround("contact, who would rather not be one");
    await asked.leaves();
    await manager.mail("a contact for concerns is no longer available");
    await manager.visits(`/programmes/${two.managed.programmeId}/contacts`);
    await manager.reads("Rosa Lima is no longer available. Matching goes on once the settings name somebody else.");
  });

  it("Lena makes keys and says that she is ready; the two are offered her alone", async () => {
    const mail = await lena.mail("you are named as a contact for concerns");
    expect(mail.text).toContain("/contact");
    await lena.signsIn();
    await lena.reads("You are asked to be a contact for concerns");
    await lena.presses("Open");
    await lena.sees("Contact for concerns");
    await lena.looksAround("contact, no keys yet");
    await lena.presses("Make my keys");
    await lena.sees("The key to what is shown to you");
    await lena.presses("Make my keys");
    await lena.presses("I have kept it");
    await lena.presses("I am ready");
    await lena.reads("You are a contact for concerns.");
    await lena.reads("Your fingerprint");
    fingerprint = await ownWords(lena);
    expect(fingerprint).toMatch(/^([a-z]+ ){5}[a-z]+$/);
    await lena.looksAround("contact, ready");
    await manager.visits(`/programmes/${two.managed.programmeId}/contacts`);
    await manager.reads(fingerprint);
    await manager.looksAround("contacts, ready");
    for (const person of [leila, ingrid]) {
      await person.visits("/help");
      await person.reads(fingerprint);
      expect(await person.page.locator("main").textContent()).not.toMatch(/Tilde|Paul/);
    }
    await leila.reads("somebody else you trust");
    await leila.looksAround("help, one contact offered");
  });

  it("help is one press away from the room, and from there the way to show something", async () => {
    await ingrid.visits(`/rooms/${two.room}`);
    for (const words of [...threats, harmless]) await writes(ingrid, words);
    await leila.visits(`/rooms/${two.room}`);
    await leila.reads(harmless);
    await leila.page.locator('header a[href="/help"], nav a[href="/help"]').first().click();
    await leila.sees("Help and safety");
    await leila.control("Pause or end the pairing with Ingrid").waitFor();
    await leila.presses("Show something from your room with Ingrid");
    await leila.sees("Show something to a contact");
    await leila.reads("Ingrid hears of it only if you say so.");
  });

  it("she pauses the room; Ingrid sees that it is paused, and nothing else", async () => {
    await leila.presses("Pause the room");
    await leila.reads("It is paused. Ingrid sees “paused”, and nothing else.");
    expect(await leila.page.getByText("This pairing is paused.").count()).toBe(0);
    await ingrid.reads("This pairing is paused.");
  });

  it("she picks Lena, whose key has the words that Lena reads on the phone, and three things", async () => {
    await leila.reads(`Their key: ${fingerprint}.`);
    expect(await leila.page.getByRole("radio", { name: "Paul Okafor" }).count()).toBe(0);
    await leila.looksAround("show, choose");
    await leila.presses("See it as it will be read");
    await leila.reads("Choose someone, and something to show.");
    await leila.ticks("Lena Brandt");
    for (const words of threats) await leila.ticks(words);
    await leila.reads("3 things chosen");
    await picksToShow(leila);
    await leila.reads("What Lena Brandt will read");
    for (const words of threats) await leila.reads(words);
    expect(await leila.page.locator("main").textContent()).not.toContain(harmless);
    await leila.reads("Lena Brandt can read it at once.");
    await leila.presses("Show it to Lena Brandt");
    await leila.reads("Please choose one.");
    await leila.ticks("No.");
    await leila.ticks(/My wish: act on this only when/);
    await leila.types("In your own words", "Please call me after six.");
    await leila.looksAround("show, as it will be read");
    await leila.presses("Show it to Lena Brandt");
    await leila.reads("Shown so far");
    await leila.reads(/3 things, not taken up yet\. Ingrid does not know\./);
  });

  it("Lena opens it with her keys, sees whose words they are and what Leila wishes, and answers", async () => {
    const mail = await lena.mail("Something was shown to you in Oakroom");
    expect(mail.text).not.toMatch(/Leila|Ingrid/);
    // Her page stood open all the while.
    await lena.control("Open what Leila Haddad shows you").waitFor();
    await lena.visits("/");
    await lena.reads("One thing was shown to you that you have not taken up.");
    await lena.looksAround("Home of a contact, something waits");
    await lena.presses("Open");
    await lena.presses("Open what Leila Haddad shows you");
    await lena.sees("From Leila Haddad");
    for (const words of [...threats, "Please call me after six."]) await lena.reads(words);
    await lena.reads("Their wish: act on this only when someone else names the same person.");
    await lena.reads("The other person does not know, and must not hear of it from you.");
    expect(await lena.page.getByText("Signed by this person, unchanged").count()).toBe(3);
    expect(await lena.page.locator("main").textContent()).not.toContain(harmless);
    await lena.looksAround("contact, a letter");
    await lena.presses("Mark as taken up");
    await lena.reads("Taken up.");
    // Leila's page stands open, and tells her at once.
    await leila.reads(/3 things, taken up\. Ingrid does not know\./);
    await lena.types("Your answer", "I call you today at half past six. You did the right thing.");
    await lena.presses("Send the answer");
    await lena.reads("You answered");
  });

  it("Leila reads the answer; Ingrid's room has no trace of any of it", async () => {
    const mail = await leila.mail("Something waits for you in Oakroom");
    expect(mail.text).not.toMatch(/Lena|contact|concern/);
    await leila.reads("I call you today at half past six.");
    await leila.reads(/3 things, taken up\. Ingrid does not know\./);
    await leila.looksAround("show, answered");
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.reads("This pairing is paused.");
    await ingrid.reads(harmless);
    expect(await ingrid.page.locator("main").textContent()).not.toMatch(/Lena|contact|shown/);
    await manager.visits(`/programmes/${two.managed.programmeId}/contacts`);
    await manager.reads(fingerprint);
    expect(await manager.page.locator("main").textContent()).not.toMatch(/Leila|Ingrid/);
  });

  it("the next time the other may know, once Lena agrees; then Leila herself sends the note", async () => {
    await picksToShow(leila, "Lena Brandt", first);
    await leila.ticks(/Yes, once the contact agrees/);
    await leila.reads("I have shown something from our room to Lena Brandt, a contact for concerns.");
    await leila.presses("Show it to Lena Brandt");
    await leila.reads(/1 thing, not taken up yet\. Ingrid does not know\./);
    await lena.visits("/contact");
    await lena.presses("Open what Leila Haddad shows you", lena.page.locator("li", { hasText: "new" }));
    await lena.reads("The other person may know once you agree.");
    await leila.visits("/help");
    await lena.types("Your answer", "Ingrid may know now.");
    await lena.ticks("I agree that the other may know");
    await lena.presses("Send the answer");
    await lena.reads("You answered");
    await leila.visits("/");
    await leila.reads("Something waits for you");
    await leila.looksAround("home, something waits");
    expect(await leila.page.locator("main").textContent()).not.toMatch(/Lena|contact for concerns/);
    // What became of it is told last: nothing that stands before may be pushed down by it.
    const offered = leila.page.waitForResponse(/\/relationships\/[^/]+\/contacts$/);
    await leila.page.route("**/api/disclosures", async (route) => {
      await offered;
      await route.continue();
    });
    await leila.presses("Open", leila.page.locator("section", { hasText: "Something waits for you" }));
    await leila.reads("Lena Brandt agrees that the other may know.");
    await leila.reads("to tell the other there, go on with the room first");
    expect(await leila.control("Tell Ingrid now").count()).toBe(0);
    await leila.presses("Go on with the room");
    await leila.presses("Tell Ingrid now");
    await leila.reads(/1 thing, not taken up yet\. Ingrid knows\./);
    await ingrid.reads("I have shown something from our room to Lena Brandt, a contact for concerns.");
    await leila.page.unroute("**/api/disclosures");
    await leila.visits("/");
    await leila.reads("With Ingrid");
    await leila.readsNoMore("Something waits for you");
    await leila.visits(`/rooms/${two.room}/more/show`);
  });

  it("C29 Lena loses everything: nothing goes to her new keys before Leila has compared them", async () => {
    await picksToShow(leila, "Lena Brandt", first);
    await leila.ticks("No.");
    const anew = await comes(two.oakroom, outside);
    await anew.signsIn();
    await anew.visits("/contact");
    await anew.presses("Open what Leila Haddad shows you");
    await beginsAnew(anew);
    await anew.visits("/contact");
    await anew.reads("Your fingerprint");
    const words = await ownWords(anew);
    expect(words).not.toBe(fingerprint);
    // What Leila is about to send is held: her page stood open with the keys of before.
    await leila.presses("Show it to Lena Brandt");
    await leila.reads("Their key is another one than before. Nothing was sent.");
    await leila.presses("Choose again");
    await leila.reads("Lena Brandt has other keys than before");
    for (const six of [fingerprint, words]) await leila.reads(six);
    expect(await leila.page.getByRole("radio", { name: "Lena Brandt" }).count()).toBe(0);
    await leila.looksAround("show, other keys");
    await leila.presses("They are others");
    await leila.reads("Show Lena Brandt nothing here.");
    await leila.presses("They are the words under “Now”");
    await picksToShow(leila, "Lena Brandt");
    await leila.ticks("No.");
    await leila.presses("Show it to Lena Brandt");
    // The newest stands first; the one before it was sealed to keys that are gone.
    const newest = anew.page.locator("li", { hasText: "new" });
    await newest.nth(1).waitFor();
    await anew.presses("Open what Leila Haddad shows you", newest.first());
    await anew.reads(first);
    for (const person of [manager, lena, anew, leila, ingrid]) await person.leaves();
  });
});
