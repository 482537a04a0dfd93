import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { leila as somebody, opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import type { Visitor } from "./kit/visitor.ts";

describe("Leila goes to a new employer: the room is erased by both, and her account by her", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;
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

  it("C26: Ingrid reads that, says yes too, and the room is gone for both", async () => {
    await ingrid.visits(page("erasing"));
    await ingrid.reads("Leila said yes to erasing this room. You need not.");
    await ingrid.looksAround("erasing, asked");
    await says(ingrid, two.ingrid.passphrase, "Say yes to erasing", "Say yes");
    for (const person of [ingrid, leila]) await person.reads(/^You both erased this room on/);
    await leila.looksAround("erased");
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.reads(/^You both erased this room on/);
    expect(await ingrid.page.getByText("I have signed with somebody else.").count()).toBe(0);
    await ingrid.looksAround("an erased room");
  });

  it("S15: she takes her data along, and reads who opened her page", async () => {
    await leila.visits("/settings");
    await leila.presses("Your data: take it along, see who looked, erase it");
    await leila.sees("Your data");
    await leila.reads("Nobody so far.");
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
    await leila.presses("Erase it now");
    await leila.page.getByLabel("Your e-mail address").waitFor();
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.sees("You and Somebody");
    for (const person of [leila, ingrid]) await person.leaves();
  });
});
