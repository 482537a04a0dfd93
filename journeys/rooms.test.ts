import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NoteWritten } from "../app/features/room/notes/schema.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { dayLength } from "../app/values/instant.ts";
import type { Pair } from "../demo/pair.ts";
import { endBrowser } from "./kit/browser.ts";
import { opensRooms } from "./kit/fixtures.ts";
import type { Visitor } from "./kit/visitor.ts";
import { type TwoAndAClock, twoAndAClock } from "./rooms/two-and-a-clock.ts";
import { aFewWeeks, type Weeks } from "./rooms/weeks.ts";

let begun: TwoAndAClock;
let pair: Pair;
let leila: Visitor;
let ingrid: Visitor;
let weeks: Weeks;
const room = (rest = "") => `/rooms/${pair.room}${rest}`;
const session = (rest: string) => room(`/sessions/${weeks.next}/${rest}`);

beforeAll(async () => {
  begun = await twoAndAClock();
  ({ pair } = begun);
  leila = await opensRooms(begun.oakroom, pair.mentee, pair.room);
});

afterAll(async () => {
  await begun?.oakroom.end();
  await endBrowser();
});

/** Comes back to the open screen so much later: it reads the time when it is looked at again. */
async function looksAgainIn({ page }: Visitor, ms: number): Promise<void> {
  await page.evaluate((ahead) => {
    const { now } = Date;
    Date.now = () => now() + ahead;
    document.dispatchEvent(new Event("visibilitychange"));
  }, ms);
}

/** Goes on with the Tab key until something of this name has the focus. */
async function tabsTo({ page }: Visitor, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press("Tab");
    const said = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? element.labels?.[0]?.textContent
          : element?.textContent;
      return element?.getAttribute("aria-label") ?? label ?? "";
    });
    if (name.test(said)) return;
  }
  throw new Error(`the keyboard does not reach ${String(name)}`);
}

/** Goes to a button or link with the Tab key, and presses Enter. */
async function entersOn(visitor: Visitor, name: RegExp): Promise<void> {
  await tabsTo(visitor, name);
  await visitor.page.keyboard.press("Enter");
}

describe("a room that is new", () => {
  it("tells Leila after two days that Ingrid has written nothing, reminds once, and forgets it when Ingrid writes", async () => {
    await leila.types("Write to Ingrid", "Hello! Would Tuesday at two suit you?");
    await leila.presses("Put it into the room");
    await leila.reads("Hello! Would Tuesday at two suit you?");
    expect(await leila.control("Remind them once").count()).toBe(0);
    await looksAgainIn(leila, 3 * dayLength);
    await leila.reads("Ingrid has written nothing here yet.");
    await leila.presses("Remind them once");
    await leila.reads(/A neutral mail to Ingrid is on its way/);
    expect((await begun.oakroom.outbox.take(pair.mentor.email, "looking forward")).text).not.toContain(
      "Tuesday at two",
    );
    await pair.write("mentor", eventOf(NoteWritten, { text: "Tuesday at two is good." }));
    await leila.readsNoMore("Ingrid has written nothing here yet.");
  });

  it("shows the duties and the mark of the agreement first, and one part at a time", async () => {
    await leila.presses("Agreement");
    const mark = await leila.control("We talked about it").boundingBox();
    expect(mark?.y).toBeLessThan(900);
    expect(await leila.page.locator("#limits").getByText("When I may have to speak.").isVisible()).toBe(false);
    await leila.unfolds("The statement and its limits");
    await leila.reads("When I may have to speak.");
    await leila.presses(/^Here for, and not for/);
    await leila.reads("We are not here for");
    expect(await leila.control("We talked about it").count()).toBe(0);
    await leila.presses(/^The limits/);
    await leila.reads("When I may have to speak.");
  });
});

describe("a room with three sessions behind it", () => {
  beforeAll(async () => {
    weeks = await aFewWeeks(pair, begun.clock, 10);
    ingrid = await opensRooms(begun.oakroom, pair.mentor, pair.room, { device: "phone", timezoneId: "Asia/Tokyo" });
  });

  it("opens with the last session, says which it was, and whose clock shows what", async () => {
    await leila.visits(room());
    await leila.reads(/^Tuesday .*, third session$/);
    await leila.reads("What I heard, confirmed");
    await leila.reads("A team that has stopped disagreeing");
    expect(await leila.page.getByText(/first session$/).count()).toBe(0);
    await leila.presses("Show what came before");
    await leila.reads(/^Tuesday .*, first session$/);
    await ingrid.reads(/\d\d:\d\d for Leila, 60 minutes/);
  });

  it("keeps nobody out of any screen, on a desk and on a phone", async () => {
    const screens = {
      home: "/",
      timeline: room(),
      sessions: room("/sessions"),
      agreement: room("/agreement"),
      goals: room("/goals"),
      more: room("/more"),
      words: room("/words"),
      "off-limits": room("/off-limits"),
      find: room("/sessions/find"),
      move: session("move"),
      prepare: session("prepare"),
      open: session("open"),
      talk: session("talk"),
      close: session("close"),
    };
    for (const [name, path] of Object.entries(screens))
      for (const visitor of [leila, ingrid]) {
        await visitor.visits(path);
        await visitor.page.getByRole("heading", { level: 1 }).waitFor();
        await visitor.looksAround(`a room's ${name}`);
      }
    expect([...leila.objections, ...ingrid.objections]).toEqual([]);
  });

  it("moves a session with the rule in view, and goes to each tab by its number", async () => {
    await leila.visits(session("move"));
    await leila.reads(/Moving a meeting is fine, and needs no reason/);
    await leila.visits(room());
    await leila.sees("You and Ingrid");
    for (const [key, tab] of Object.entries({
      2: "Sessions",
      3: "Agreement",
      4: "Goals",
      5: "More",
      1: "Timeline",
    })) {
      await leila.page.keyboard.press(key);
      await leila.page.locator("a[aria-current=page]", { hasText: tab }).waitFor();
    }
  });

  it("goes through Prepare, Open, Talk and Close with the keyboard alone, and the other sees it", async () => {
    await leila.visits(session("prepare"));
    await leila.sees("A few minutes for yourself");
    await tabsTo(leila, /^Notes for yourself/);
    await leila.page.keyboard.type("Say it early.");
    await entersOn(leila, /^Keep these notes$/);
    await leila.reads("Kept");
    await entersOn(leila, /^We are here$/);
    await leila.sees("Arrive");
    await leila.reads(/What you tell me goes no further without your yes/);
    await entersOn(leila, /^Begin to talk$/);
    await leila.sees("Talk");
    await entersOn(leila, /^Cards, if you like$/);
    await entersOn(leila, /^Next card$/);
    await leila.reads("Your hour");
    await ingrid.visits(session("open"));
    await ingrid.reads("Leila is at Talk.");
    await entersOn(leila, /^Go to Close$/);
    await leila.sees("Close well");
    await tabsTo(leila, /^One thing I take with me/);
    await leila.page.keyboard.type("Silence is an answer, too.");
    await entersOn(leila, /^Close the session$/);
    await leila.sees("You and Ingrid");
    for (const visitor of [leila, ingrid]) {
      await visitor.visits(room());
      await visitor.sees(/^You and /);
      await visitor.settles();
      await visitor.page.keyboard.press("End");
      await visitor.reads("Silence is an answer, too.");
    }
  });

  it("takes a topic for next time right after Close, and the next date takes it along", async () => {
    await leila.unfolds("Write a topic");
    await leila.types("What would you like to talk about?", "Where I want to be in a year");
    await leila.presses("Keep this topic");
    await ingrid.reads("Leila would like to talk about");
    await ingrid.reads("Where I want to be in a year");
    await leila.presses("Find a date");
    await leila.ticks(/^Monday|^Tuesday|^Wednesday|^Thursday|^Friday/);
    await leila.presses("Already agreed? Enter it");
    await leila.presses("Enter this date");
    await leila.reads("You would like to talk about");
    await leila.reads("Where I want to be in a year");
  });
});

describe("at the end", () => {
  it("no browser complained", async () => {
    await expect(leila.leaves()).resolves.toBeUndefined();
    await expect(ingrid.leaves()).resolves.toBeUndefined();
  });
});
