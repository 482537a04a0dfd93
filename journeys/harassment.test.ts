import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirstProgramme } from "../app/features/programme/programmes/testing.ts";
import { importPeople } from "../demo/programme.ts";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { nadia, opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const [lenaAtWork, paulAtWork] = aFirstProgramme.contacts;
const threats = [
  "Wear the blue dress next time, I liked it.",
  "If you tell anyone, your contract will not be renewed.",
  "We meet at my hotel on Friday. That is not a question.",
];
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
    two = await twoWithARoom();
    manager = await comes(two.oakroom, nadia);
    await manager.signsIn();
    lena = await comes(two.oakroom, lenaAtWork ?? nadia);
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    leila = await opensRooms(two.oakroom, two.leila, two.room, { device: "phone" });
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("long before: Nadia asks the contacts, and Lena makes keys and says that she is ready", async () => {
    const path = `/programmes/${two.managed.programmeId}`;
    await manager.visits(path);
    await manager.presses("Their keys, and asking them");
    await manager.sees("Contacts for concerns");
    await manager.looksAround("contacts, not asked yet");
    await manager.presses("Ask them by mail");
    await manager.reads("The mails are on their way.");
    const mail = await lena.mail("you are named as a contact for concerns");
    expect(mail.text).toContain("/contact");
    await lena.signsIn();
    await lena.reads("You are asked to be a contact for concerns");
    await lena.presses("Open");
    await lena.sees("Contact for concerns");
    await lena.looksAround("contact, no keys yet");
    await lena.presses("Make my keys");
    await lena.sees("The key to your room");
    await lena.presses("Make my keys");
    await lena.presses("I have kept it");
    await lena.presses("Open");
    await lena.presses("I am ready");
    await lena.reads("You are a contact for concerns.");
    await lena.reads("Your fingerprint");
    fingerprint = (await lena.page.locator("figure code").first().textContent()) ?? "";
    expect(fingerprint).toMatch(/^([a-z]+ ){5}[a-z]+$/);
    await lena.looksAround("contact, ready");
    await manager.visits(`${path}/contacts`);
    await manager.reads(fingerprint);
    await manager.looksAround("contacts, one ready");
  });

  it("the mentor's own report is a contact: offered to neither of the two", async () => {
    await leila.visits("/help");
    await leila.reads("Paul Okafor");
    const report = `name,email,role,manager_email\n${paulAtWork?.name},${paulAtWork?.email},mentee,${two.ingrid.email}\n`;
    await importPeople(two.managed, new Uint8Array(new TextEncoder().encode(report)));
    for (const person of [leila, ingrid]) {
      await person.visits("/help");
      await person.reads(fingerprint);
      await person.readsNoMore("Paul Okafor");
      expect(await person.page.locator("main").textContent()).not.toMatch(/Paul|reports to you/);
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
    await leila.presses("Show something from your room with Ingrid");
    await leila.sees("Show something to a contact");
    await leila.reads("Ingrid hears of it only if you say so.");
  });

  it("she pauses the room; Ingrid sees that it is paused, and nothing else", async () => {
    await leila.presses("Pause the room");
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
    await leila.presses("See it as it will be read");
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
    await lena.visits("/contact");
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
    await lena.types("Your answer", "I call you today at half past six. You did the right thing.");
    await lena.presses("Send the answer");
    await lena.reads("You answered");
  });

  it("Leila reads the answer; Ingrid's room has no trace of any of it", async () => {
    const mail = await leila.mail("Something waits for you in Oakroom");
    expect(mail.text).not.toMatch(/Lena|contact|concern/);
    await leila.visits(`/rooms/${two.room}/more/show`);
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
    const [first = ""] = threats;
    await leila.ticks("Lena Brandt");
    await leila.ticks(first);
    await leila.presses("See it as it will be read");
    await leila.ticks(/Yes, once the contact agrees/);
    await leila.reads("I have shown something from our room to Lena Brandt, a contact for concerns.");
    await leila.presses("Show it to Lena Brandt");
    await leila.reads(/1 thing, not taken up yet\. Ingrid does not know\./);
    await lena.visits("/contact");
    const news = lena.page.locator("li", { hasText: "new" });
    await lena.presses("Open what Leila Haddad shows you", news);
    await lena.reads("The other person may know once you agree.");
    await lena.types("Your answer", "Ingrid may know now.");
    await lena.ticks("I agree that the other may know");
    await lena.presses("Send the answer");
    await lena.reads("You answered");
    await leila.visits(`/rooms/${two.room}/more/show`);
    await leila.reads("Lena Brandt agrees that the other may know.");
    await leila.presses("Tell Ingrid now");
    await leila.reads(/1 thing, not taken up yet\. Ingrid knows\./);
    await ingrid.reads("I have shown something from our room to Lena Brandt, a contact for concerns.");
    for (const person of [manager, lena, leila, ingrid]) await person.leaves();
  });
});
