import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endBrowser } from "./kit/browser.ts";
import {
  ingrid as theMentor,
  joinAs,
  leila as theMentee,
  opensRooms,
  twoWithARoom,
  type TwoWithARoom,
} from "./kit/fixtures.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { writes } from "./kit/acts.ts";
import type { Visitor } from "./kit/visitor.ts";
import { NoteWritten } from "../app/features/room/notes/schema.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { addDays, aDay } from "../app/values/day.ts";
import { Pair, untilRoom } from "../demo/pair.ts";
import { answerFirst, makeDraft, sendDraft } from "../demo/programme.ts";
import { begunOn, type BegunByTheClock } from "./rooms/months.ts";

describe("signing out on a machine that others use", () => {
  let two: TwoWithARoom;

  beforeAll(async () => {
    two = await twoWithARoom();
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("closes the rooms too: whoever comes next needs the passphrase", async () => {
    const leila = await opensRooms(two.oakroom, two.leila, two.room);
    await leila.page.getByLabel(/^Menu of /).click();
    await leila.presses("Sign out");
    await leila.page.getByLabel("Your e-mail address").waitFor();
    await leila.signsIn();
    await leila.visits(`/rooms/${two.room}`);
    await leila.sees("Unlock your rooms");
    await leila.field("Passphrase").waitFor();
    await leila.leaves();
  });

  it("everywhere, for a lost phone: it locks by itself, and shows nothing to whoever finds it", async () => {
    const lost = await opensRooms(two.oakroom, two.leila, two.room, { device: "phone" });
    const leila = await opensRooms(two.oakroom, two.leila, two.room);
    await leila.visits("/settings");
    await leila.presses("Sign out everywhere");
    await leila.reads("Sign out everywhere?");
    await leila.presses("Sign out on every browser");
    for (const { page } of [leila, lost]) await page.getByLabel("Your e-mail address").waitFor();
    await expect.poll(() => unlockedOn(lost.page), { timeout: 20_000 }).toEqual([0, 0]);
    await lost.signsIn();
    await lost.visits(`/rooms/${two.room}`);
    await lost.sees("Unlock your rooms");
    await lost.leaves();
    await leila.leaves();
  });
});

describe("twelve weeks away", () => {
  tellInChapters();

  const left = aDay("2026-03-02");
  let begun: BegunByTheClock;
  let pair: Pair;
  let leila: Visitor;

  beforeAll(async () => {
    begun = await begunOn(left, addDays(left, 180));
    const mentor = await joinAs(begun, theMentor.email, { why: "Somebody took an hour for me." });
    const mentee = await joinAs(begun, theMentee.email, {});
    await sendDraft(begun.managed, await makeDraft(begun.managed));
    await answerFirst(mentor.visitor, "yes");
    const relationship = await answerFirst(mentee.visitor, "yes");
    if (!relationship) throw new Error("no pair came about");
    pair = new Pair(relationship, mentee, mentor);
    await pair.ready();
    begun.clock.keeps(mentor.visitor, mentee.visitor);
    leila = await opensRooms(begun.oakroom, mentee, pair.room, { device: "phone", clock: begun.clock });
    await writes(leila, "I shall be away for a while.");
    await pair.write("mentor", eventOf(NoteWritten, { text: "Come back well." }));
    await leila.reads("Come back well.");
    await untilRoom(mentor.vault, pair.room, ({ events }) => events === 2);
    await leila.page.goto("about:blank");
    begun.clock.putsAway(leila.context);
  });

  afterAll(async () => {
    await begun?.oakroom.end();
    await endBrowser();
  });

  it("Ingrid writes every week; Leila's phone lies in a drawer, and its sign-in ends", async () => {
    for (let week = 1; week <= 12; week += 1) {
      await begun.clock.goTo(addDays(left, week * 7), "09:00");
      await pair.write("mentor", eventOf(NoteWritten, { text: `Week ${week}: all is well here.` }));
    }
    expect((await pair.view("mentor")).events).toBe(14);
  });

  it("she opens the room by its address, and is asked to sign in: by a mail, whose link leads her on to the room", async () => {
    await begun.clock.takesOut(leila.context);
    await leila.visits(`/rooms/${pair.room}`);
    await leila.types("Your e-mail address", leila.email);
    await leila.looksAround("signing in after a long time");
    await leila.presses("Send me a mail");
    await leila.sees("Look into your mail");
    await leila.opensMail("Sign in");
    await leila.presses("Sign in");
    await leila.sees("Unlock your rooms");
    expect(new URL(leila.page.url()).pathname).toBe(`/rooms/${pair.room}`);
  });

  it("one passphrase later the newest notes stand before her, and a press shows what came before", async () => {
    await leila.types("Passphrase", pair.mentee.passphrase);
    await leila.presses("Unlock");
    await leila.reads("Week 12: all is well here.");
    await leila.settles();
    await leila.presses("Show what came before");
    await leila.reads("Come back well.");
    await leila.looksAround("the room after twelve weeks");
    await writes(leila, "I am back.");
    await leila.leaves();
  });
});

/** How many keys lie open in a browser's store: those of the device, and those of epochs. */
function unlockedOn(page: Page): Promise<ReadonlyArray<number>> {
  return page.evaluate(async () => {
    const counts: number[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const asked = indexedDB.open(name);
      const db = await new Promise<IDBDatabase>((resolve) => {
        asked.addEventListener("success", () => resolve(asked.result));
      });
      for (const store of ["unlocked", "epochKey"]) {
        if (!db.objectStoreNames.contains(store)) continue;
        const count = db.transaction(store).objectStore(store).count();
        counts.push(
          await new Promise<number>((resolve) => {
            count.addEventListener("success", () => resolve(count.result));
          }),
        );
      }
      db.close();
    }
    return counts;
  });
}
