import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeIn } from "../demo/outbox.ts";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { leila as somebody, nadia, opensRooms, twoWithARoom, type TwoWithARoom, unlocks } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const atHome = "leila.at.home@elsewhere.example";

describe("Leila goes to a new employer: she is marked as left, the room is erased by both, and her account by her", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;
  let manager: Visitor;
  let folder: string;
  const page = (name: string) => `/rooms/${two.room}/more/${name}`;

  async function says(person: Visitor, passphrase: string, press: string, act: string): Promise<void> {
    await person.presses(press);
    await person.types("Passphrase", passphrase);
    await person.presses(act);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "oakroom-journey-"));
    two = await twoWithARoom();
    leila = await opensRooms(two.oakroom, two.leila, two.room);
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room, { device: "phone" });
    await writes(leila, "I have signed with somebody else.");
    await ingrid.reads("I have signed with somebody else.");
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
    await rm(folder, { recursive: true, force: true });
  });

  /** Nadia notes on her list of people that Leila has left. */
  it("P107: Nadia notes that Leila has left: nobody asks why, and there is a day until which her room waits", async () => {
    manager = await comes(two.oakroom, nadia);
    await manager.signsIn();
    await manager.visits(`/programmes/${two.managed.programmeId}/people`);
    await manager.ticks(`Choose ${somebody.name}`);
    await manager.presses("They have left");
    await manager.reads("brought to a good ending for 60 days");
    await manager.looksAround("somebody has left");
    await manager.presses("They have left", manager.page.getByRole("dialog"));
    await manager.reads("It is noted that 1 person left.");
    const told = await two.oakroom.outbox.take(somebody.email, "You have left");
    expect(told.text).toContain("/addresses");
    await ingrid.reads(/^Leila no longer takes part in /);
  });

  it("P107: on her list of pairs it stands on which day the pair ends and who left, and nothing of the room", async () => {
    await manager.visits(`/programmes/${two.managed.programmeId}/pairs`);
    await manager.reads(new RegExp(`^Ends on .+: ${somebody.name} left$`));
    expect(await manager.page.getByText("Live", { exact: true }).count()).toBe(0);
    await manager.looksAround("a pair that somebody left");
    await manager.visits(`/programmes/${two.managed.programmeId}/people`);
  });

  it("P107: it was said too early: Nadia takes it back, both are told, and they write again", async () => {
    await manager.presses(somebody.name);
    await manager.reads("Until then you can take it back.");
    await manager.looksAround("somebody who has left");
    await manager.presses("Take it back");
    await manager.control("They have left").waitFor();
    for (const { email } of [somebody, two.ingrid]) await two.oakroom.outbox.take(email, "Your room is open again");
    await ingrid.readsNoMore(/^Leila no longer takes part in /);
    await writes(ingrid, "Good that you are still here.");
    await leila.reads("Good that you are still here.");
    await manager.leaves();
  });

  it("P107: on her last day she says it herself, and reads whom it touches before she does", async () => {
    await leila.visits(`/leaving/${two.managed.programmeId}`);
    await leila.presses("I am leaving");
    await leila.reads("It touches your pairing with Ingrid");
    await leila.looksAround("leaving, asked once more");
    await leila.presses("Leave now");
    await leila.reads(/^You have left /);
  });

  it("P107: both read it in one calm line; Ingrid asks for another match with one tap", async () => {
    await ingrid.reads(/^Leila no longer takes part in /);
    await ingrid.looksAround("a room that waits for its ending");
    await ingrid.presses("Ask for another match");
    await ingrid.reads("Your programme knows.");
    expect(await ingrid.page.getByRole("textbox", { name: "Write to Leila" }).count()).toBe(0);
    await ingrid.visits("/");
    await ingrid.reads(/^To be read, and for a good ending, until /);
    const told = await two.oakroom.outbox.take(two.ingrid.email, "no longer takes part");
    expect(told.text).toContain("It says nothing about you");
    await ingrid.visits(`/rooms/${two.room}`);
  });

  it("P107: Leila adds a private address before she needs it", async () => {
    await leila.visits("/");
    await leila.reads(/^You have left /);
    await leila.looksAround("home, after leaving");
    await leila.presses("Add a private address");
    await leila.presses("Add one");
    await leila.types("The new address", atHome);
    await leila.presses("Send a code there");
    const mail = await two.oakroom.outbox.take(atHome, "Your code for a new address");
    await leila.types("The six digits of the mail", codeIn(mail));
    await leila.types("Passphrase", two.leila.passphrase);
    await leila.presses("Take this address");
    await leila.reads(`${atHome} signs you in from now on, beside your other address.`);
  });

  it("P104: with it she comes into her room, says goodbye, and reads what each of them keeps", async () => {
    await leila.leaves();
    leila = await comes(two.oakroom, { name: somebody.name, email: atHome });
    await leila.signsIn();
    await unlocks(leila, two.leila, two.room);
    await leila.reads(/^You no longer take part in /);
    await leila.reads("I have signed with somebody else.");
    await leila.presses("A good ending");
    await leila.reads("What each of you keeps");
    await leila.types("What I learned", "To ask before I know what I want to ask.");
    await leila.presses("Keep it");
    await leila.reads("Kept");
    await ingrid.visits(page("farewell"));
    await ingrid.reads("To ask before I know what I want to ask.");
    await ingrid.reads("May Leila keep all that you wrote here, too?");
    await ingrid.looksAround("a good ending, and what each keeps");
    await ingrid.presses("Yes, all of it");
    await ingrid.reads("You said yes: Leila can keep your words.");
    await leila.reads("Ingrid said yes: your keepsake holds Ingrid’s words, too.");
    await leila.visits(`/leaving/${two.managed.programmeId}`);
    await leila.reads("You have a private address; it goes on letting you in.");
    await leila.looksAround("having left");
  });

  it("C26: while the pair lives, nothing can be erased; Leila ends it", async () => {
    await leila.visits(page("erasing"));
    await leila.reads("A room can be erased once the pairing has ended.");
    // Somebody else's ending comes with a line of its own above whatever is read.
    await ingrid.visits("/help");
    await leila.visits(`/rooms/${two.room}/more`);
    await leila.presses("End this pairing now");
    await leila.presses("End the pairing");
    await leila.reads("This pairing ended on");
  });

  it("C26: she says yes to erasing, with her passphrase; nothing goes by that", async () => {
    await leila.presses("Erase this room");
    await leila.reads("It takes both of you.");
    await leila.reads("How long backups made before are kept, the operator of your server can tell you.");
    await leila.looksAround("erasing");
    await says(leila, two.leila.passphrase, "Say yes to erasing", "Say yes");
    await leila.reads("You said yes. The room goes once Ingrid does too.");
    await leila.looksAround("erasing, one yes");
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.reads("I have signed with somebody else.");
  });

  it("C26: Ingrid reads that, would rather keep it, then says yes too, and the room is gone for both", async () => {
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.reads("Leila said yes to erasing this room. You need not.");
    await ingrid.looksAround("an ended room, the other would erase it");
    await ingrid.presses("Erase this room");
    await ingrid.reads("Leila said yes to erasing this room. You need not.");
    await ingrid.looksAround("erasing, asked");
    await ingrid.visits("/");
    await ingrid.reads("Leila would like the room that you shared erased. You need not.");
    await ingrid.looksAround("Home, asked to erase a room");
    await ingrid.presses("See what it means: the room with Leila");
    await says(ingrid, two.ingrid.passphrase, "Keep the room", "Keep it");
    await ingrid.reads("You keep this room, and Leila can read that.");
    await ingrid.looksAround("erasing, kept");
    await leila.reads("Ingrid would like to keep this room, so nothing of it goes.");
    await leila.looksAround("erasing, the other keeps it");
    await ingrid.visits("/");
    await ingrid.reads("Rooms that have ended");
    expect(await ingrid.page.getByText("would like the room that you shared erased").count()).toBe(0);
    await ingrid.visits(page("erasing"));
    await says(ingrid, two.ingrid.passphrase, "Say yes to erasing", "Say yes, and erase it now");
    for (const person of [ingrid, leila]) await person.reads(/^You both erased this room on/);
    await leila.looksAround("erased");
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.reads(/^You both erased this room on/);
    expect(await ingrid.page.getByText("I have signed with somebody else.").count()).toBe(0);
    await ingrid.looksAround("an erased room");
    expect(
      await ingrid.page.getByRole("navigation", { name: "Room" }).getByRole("link").allTextContents(),
    ).toHaveLength(2);
    await ingrid.visits(page("show"));
    await ingrid.reads(/^This room was erased by both of you/);
    await ingrid.looksAround("showing something of an erased room");
  });

  it("S15: she takes her data along, and reads who opened her page", async () => {
    await leila.visits("/settings");
    await leila.presses("Your data: take it along, see who looked, erase it");
    await leila.sees("Your data");
    await leila.reads(new RegExp(`^${nadia.name}, .+, Autumn mentoring$`));
    const coming = leila.page.waitForEvent("download");
    await leila.presses("Save the file");
    const place = join(folder, "my-data.json");
    await (await coming).saveAs(place);
    await leila.reads("Saved.");
    const file: unknown = JSON.parse(await readFile(place, "utf8"));
    expect(file).toMatchObject({ shape: "oakroom-my-data/2", me: { email: somebody.email }, pairs: {}, looks: {} });
    await leila.looksAround("your data");
  });

  it("S15: she erases her account; Ingrid is left with a neutral word, and Leila is nobody here", async () => {
    await leila.presses("Erase my account");
    await leila.reads("Nobody can bring it back, you neither.");
    await leila.looksAround("your data, erase the account");
    await leila.types("Passphrase", two.leila.passphrase);
    await leila.presses("Erase it now");
    await leila.sees("Your account is erased");
    await leila.looksAround("your account is erased");
    await leila.visits("/");
    await leila.page.getByLabel("Your e-mail address").waitFor();
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.sees("You and Somebody");
    for (const person of [leila, ingrid]) await person.leaves();
  });
});
