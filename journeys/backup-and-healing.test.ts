import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom, unlocks } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const yesterday = "Written before the backup was taken.";
const byLeila = "Leila, after the backup.";
const byIngrid = "Ingrid, after the backup.";
const onward = "And on, as if nothing had been.";

describe("C27: yesterday's backup is restored, and both rooms are whole again", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;
  let file: string;

  beforeAll(async () => {
    two = await twoWithARoom();
    leila = await opensRooms(two.oakroom, two.leila, two.room);
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    file = join(two.oakroom.dataFolder, "yesterday.backup");
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("the operator takes a backup, and both go on writing", async () => {
    await writes(leila, yesterday);
    await ingrid.reads(yesterday);
    expect(two.oakroom.command("backup", file)).toContain(file);
    await writes(leila, byLeila);
    await ingrid.reads(byLeila);
    await writes(ingrid, byIngrid);
    await leila.reads(byIngrid);
    for (const person of [leila, ingrid]) await person.readsNoMore(/waits? to be sent/i);
  });

  it("the server breaks, and the operator restores what there is: the words since are not in it", async () => {
    await two.oakroom.stop();
    expect(two.oakroom.command("restore", file)).toContain("Start the server");
    await two.oakroom.start();
  });

  it("both sign in and unlock again, and what either wrote since is there: their devices gave it back", async () => {
    for (const [person, keys] of [
      [leila, two.leila],
      [ingrid, two.ingrid],
    ] as const) {
      await person.signsIn();
      await unlocks(person, keys, two.room);
      for (const line of [yesterday, byLeila, byIngrid]) await person.reads(line);
    }
    await writes(ingrid, onward);
    await leila.reads(onward);
    // Whoever came first gave back what both had written.
    await leila.reads(/the server came back from an older copy. .* this device gave (it|them) back/);
    await ingrid.reads(/the server came back from an older copy. All that lies on this device is there./);
    await leila.looksAround("a room that a server was given back");
  });

  it("a phone that was never there finds all of it on the server", async () => {
    const phone = await comes(two.oakroom, { ...two.leila, device: "phone" });
    await phone.signsIn();
    await unlocks(phone, two.leila, two.room);
    for (const line of [yesterday, byLeila, byIngrid, onward]) await phone.reads(line);
    await phone.looksAround("a room after a restore");
    for (const person of [leila, ingrid, phone]) await person.leaves();
  });
});
