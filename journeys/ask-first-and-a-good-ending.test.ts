import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TopicKept } from "../app/features/room/offlimits/schema.ts";
import { PrivateNoted } from "../app/features/room/drawer/schema.ts";
import { MomentShared } from "../app/features/room/celebrations/schema.ts";
import { NoteWritten } from "../app/features/room/notes/schema.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";
import { type TwoAndAClock, twoAndAClock } from "./rooms/two-and-a-clock.ts";
import { aFewWeeks } from "./rooms/weeks.ts";

const said = "My first team stopped telling me bad news within a month.";
const passphrase = "river copper window seldom echo bright";

describe("asking first, looking back, and a good ending", () => {
  tellInChapters();
  let two: TwoAndAClock;
  let leila: Visitor;
  let ingrid: Visitor;
  let folder: string;
  let file: string;
  let identity: string;
  const page = (name: string) => `/rooms/${two.pair.room}/more/${name}`;

  /** Presses something that hands out a file, and gives its place. */
  async function takes(person: Visitor, name: string, as: string): Promise<string> {
    const coming = person.page.waitForEvent("download");
    await person.presses(name);
    const place = join(folder, as);
    await (await coming).saveAs(place);
    return place;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "oakroom-journey-"));
    two = await twoAndAClock();
    await aFewWeeks(two.pair, two.clock, 3000);
    await two.pair.write("mentor", eventOf(MomentShared, { text: "You asked it in the first five minutes." }));
    await two.pair.mentee.vault.writeOwn(eventOf(TopicKept, { roomId: two.pair.room, text: "My last appraisal" }));
    await two.pair.mentee.vault.writeOwn(eventOf(PrivateNoted, { roomId: two.pair.room, text: "Thank her for March" }));
    leila = await opensRooms(two.oakroom, two.pair.mentee, two.pair.room, { device: "phone" });
    ingrid = await opensRooms(two.oakroom, two.pair.mentor, two.pair.room);
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
    await rm(folder, { recursive: true, force: true });
  });

  it("P28 P60: Leila asks about one thing of Ingrid's, for one person, and waits; no answer is no", async () => {
    await leila.visits(`/rooms/${two.pair.room}/more`);
    await leila.looksAround("more");
    await leila.presses("Ask first");
    await leila.sees("Ask first");
    await leila.presses("Ask about something");
    await leila.types("Find words", "first team");
    await leila.reads(said);
    await leila.presses(/^Ask about this/);
    await leila.types("For whom", "Anna Berg, my manager");
    await leila.types("Why", "She has a new team, too.");
    await leila.presses("Ask");
    await leila.reads("Ingrid has not answered yet. Until then it stays here.");
    expect(await leila.page.getByRole("button", { name: "Make the file" }).count()).toBe(0);
    await leila.looksAround("ask first");
  });

  it("P60: Ingrid reads what, for whom and why, and says yes as written", async () => {
    await ingrid.visits(`/rooms/${two.pair.room}`);
    await ingrid.presses("Leila asks to show words of yours to Anna Berg, my manager");
    await ingrid.reads("For Anna Berg, my manager");
    await ingrid.reads(said);
    await ingrid.reads("no software can stop a photograph of a screen");
    await ingrid.presses("Talk about it first: What may go to Anna Berg, my manager");
    await ingrid.reads("It is among your topics for the next session.");
    await ingrid.looksAround("a request, to talk about first");
    await ingrid.presses("Take it off: What may go to Anna Berg, my manager");
    await ingrid.ticks("Yes, as written");
    await ingrid.presses("Answer");
    await ingrid.presses("Change my answer");
    await ingrid.looksAround("an answer");
    await ingrid.unfolds("Your identity");
    identity = (await ingrid.page.locator("figure code").first().textContent()) ?? "";
    expect(identity).toMatch(/^[0-9a-f]{64}$/);
  });

  it("P28 P52: Leila may wait a day, and makes the file; both see it", async () => {
    await leila.presses("Make the file");
    await leila.reads("Whoever has this file and its passphrase reads the words below.");
    await leila.presses("Wait a day");
    await leila.reads("You wanted to sleep on it until");
    await leila.presses("Make the file");
    await leila.types("A passphrase for the file", "too easy");
    await leila.presses("Make the file");
    await leila.reads("This passphrase is too easy to guess.");
    await leila.types("A passphrase for the file", passphrase);
    file = await takes(leila, "Make the file", "words.oakroom");
    await leila.reads("You made the file on");
    await ingrid.reads("Leila made the file on");
    expect((await readFile(file)).includes(said)).toBe(false);
  });

  it("P28: Anna, who has no account, opens it offline, and sees whose words they are", async () => {
    const anna = await comes(two.oakroom, { name: "Anna", email: "anna@example.org" });
    await anna.visits("/verify");
    await anna.sees("Open words that were handed to you");
    await anna.looksAround("verify");
    await anna.page.evaluate(() => navigator.serviceWorker.ready);
    await anna.page.reload();
    await anna.sees("Open words that were handed to you");
    await anna.context.setOffline(true);
    await anna.page.locator("input[type=file]").setInputFiles(file);
    await anna.types("Its passphrase", "another passphrase altogether");
    await anna.presses("Open");
    await anna.reads("This passphrase does not open it, or the file was changed on its way.");
    await anna.types("Its passphrase", passphrase);
    await anna.presses("Open");
    await anna.reads("Signed by an unknown key");
    await anna.types("The author’s identity", identity);
    await anna.presses("Open");
    await anna.reads("Authentic");
    await anna.reads(said);
    await anna.context.setOffline(false);
    await anna.leaves();
  });

  it("P28 P60: what is too long for one item goes whole as it was written, or in her other words", async () => {
    const long = `Heron notes. ${"A page about a long week. ".repeat(680)}`;
    await two.pair.write("mentor", eventOf(NoteWritten, { text: long }));
    await leila.visits(page("ask-first"));
    await leila.presses("Ask about something");
    await leila.types("Find words", "heron");
    await leila.presses(/^Ask about this/);
    await leila.types("For whom", "Tom Berg");
    await leila.presses("Ask");
    await ingrid.visits(page("ask-first"));
    await ingrid.reads(/^Heron notes/);
    await ingrid.page.getByLabel("Yes, as written").waitFor();
    await ingrid.ticks("Yes, in my own other words");
    await ingrid.types("Your words for it", "It was a long week.");
    await ingrid.presses("Answer");
    await leila.reads("It was a long week.");
    await leila.presses("Make the file");
    await leila.reads("Whoever has this file and its passphrase reads the words below. You chose Tom Berg.");
  });

  it("P29 P38 P96: after three sessions a review is offered: the parts, and for Leila alone her own list", async () => {
    await leila.visits(`/rooms/${two.pair.room}/more`);
    await leila.presses("A look at how you work together");
    await leila.sees("A look at how you work together");
    await leila.presses("Loosen: My last appraisal");
    await leila.types("In other words", "My last appraisal, in detail");
    await leila.presses("Keep these words");
    await leila.reads("My last appraisal, in detail");
    await leila.page.getByRole("group", { name: "How and when we meet" }).getByLabel("Change").check();
    await leila.presses("Save");
    await leila.reads("Saved. What you would change");
    await leila.looksAround("review");
    await ingrid.visits(page("review"));
    await ingrid.reads("Leila: Change");
    expect(await ingrid.page.getByText("appraisal").count()).toBe(0);
  });

  it("P48: the room check is for Leila's own eyes until she shares it", async () => {
    await leila.unfolds("Room check");
    await leila.page.getByLabel("Mostly true").first().check();
    await leila.presses("Keep for myself");
    await leila.reads("Kept in “My drawer”, for you alone.");
    await leila.looksAround("room check");
    await leila.visits(page("drawer"));
    await leila.reads("For you alone, sealed with your own key.");
    expect(await leila.page.getByText("Written for you and").count()).toBe(0);
    await leila.reads("Thank her for March");
    await leila.reads("Room checks");
    await leila.looksAround("drawer");
  });

  it("P60: a page that both write on is of both", async () => {
    await ingrid.visits(`/rooms/${two.pair.room}/pages`);
    await ingrid.presses("Begin a page");
    await ingrid.types("Title", "What we keep");
    await ingrid.presses("Begin");
    await ingrid.sees("What we keep");
    await ingrid.page.locator("[contenteditable=true]").click();
    await ingrid.page.keyboard.type("Bad news first, then the plan.");
    await leila.visits(`/rooms/${two.pair.room}/pages`);
    await leila.presses("What we keep");
    await leila.reads("Bad news first, then the plan.");
  });

  it("P104: they plan a good ending, and say what they learned", async () => {
    await leila.visits(page("farewell"));
    await leila.presses("Plan it");
    await leila.reads("Planned for");
    await leila.unfolds("Good moments");
    await leila.reads("You asked it in the first five minutes.");
    await leila.types("What I learned", "To ask before I know what I want to ask.");
    await leila.presses("Keep it");
    await leila.looksAround("a good ending");
    await ingrid.visits(page("farewell"));
    await ingrid.reads("To ask before I know what I want to ask.");
  });

  it("P52 P104 P107: ending is out of the way, says what the other will read, and is one tap", async () => {
    // Somebody else's ending comes with a line of its own above whatever is read.
    await ingrid.visits("/help");
    await leila.visits(page("farewell"));
    await leila.presses("End the pairing, after goodbye");
    await leila.reads("it can be read on");
    await leila.looksAround("end the pairing, after goodbye");
    await leila.visits(`/rooms/${two.pair.room}/more`);
    expect(await leila.page.getByRole("button", { name: "End the pairing" }).isVisible()).toBe(false);
    await leila.presses("End this pairing now");
    await leila.reads(/Ingrid will get a mail: “Leila/);
    await leila.presses("End the pairing");
    await leila.reads("This pairing ended on");
    await leila.looksAround("more, ended");
  });

  it("P104: each takes along what is theirs, in one file that opens offline", async () => {
    await leila.visits(page("keepsake"));
    await leila.presses("Make the file");
    await leila.types("A passphrase for the file", passphrase);
    const kept = await takes(leila, "Make the file", "keepsake.html");
    await leila.looksAround("keepsake");
    expect((await readFile(kept, "utf8")).includes("nobody else would")).toBe(false);
    const offline = await leila.context.browser()?.newContext({ offline: true });
    const opened = await offline?.newPage();
    if (!offline || !opened) throw new Error("no browser");
    const complaints: string[] = [];
    opened.on("pageerror", (error) => complaints.push(error.message));
    opened.on("console", (message) => complaints.push(message.text()));
    await opened.goto(pathToFileURL(kept).href);
    await opened.getByLabel("Passphrase").fill("another passphrase altogether");
    await opened.getByRole("button", { name: "Open" }).click();
    await opened.getByText("This passphrase does not open it, or the file was changed.").waitFor();
    await opened.getByLabel("Passphrase").fill(passphrase);
    await opened.getByRole("button", { name: "Open" }).click();
    await opened.getByText("I said yes to leading the migration because nobody else would.").waitFor();
    await opened.getByText("Every signature was checked just now, and holds.").waitFor();
    await opened.getByText("Bad news first, then the plan.").waitFor();
    expect(await opened.getByText(said).count()).toBe(0);
    expect(complaints).toEqual([]);
    await offline.close();
    for (const visitor of [leila, ingrid]) await visitor.leaves();
  });
});
