import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SessionPlanned, SessionStepped } from "../app/features/room/sessions/schema.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { SessionId } from "../app/values/id.ts";
import { hour, Instant, later } from "../app/values/instant.ts";
import { newId } from "../demo/visitor.ts";
import { turnsTo } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms } from "./kit/fixtures.ts";
import type { Visitor } from "./kit/visitor.ts";
import { type TwoAndAClock, twoAndAClock } from "./rooms/two-and-a-clock.ts";
import { aFewWeeks, type Weeks } from "./rooms/weeks.ts";

describe("a session in four steps, with cards, questions and quiet", () => {
  tellInChapters();
  let two: TwoAndAClock;
  let weeks: Weeks;
  let leila: Visitor;
  let ingrid: Visitor;
  const step = (name: string) => `/rooms/${two.pair.room}/sessions/${weeks.next}/${name}`;

  beforeAll(async () => {
    two = await twoAndAClock();
    weeks = await aFewWeeks(two.pair, two.clock, 10);
    leila = await opensRooms(two.oakroom, two.pair.mentee, two.pair.room, { device: "phone" });
    ingrid = await opensRooms(two.oakroom, two.pair.mentor, two.pair.room);
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("P23 P25 P57 P69: Prepare has how they meet, a tip, a minute's check for the mentor, and a tick for oneself", async () => {
    await ingrid.visits(step("prepare"));
    await ingrid.reads(/meet\.example\/oak/);
    await ingrid.unfolds("A minute before");
    await ingrid.reads("What might I not know about their situation?");
    await ingrid.reads(
      /Let the other finish|Leave a pause|the word they stressed|similar story for later|your mind wandered/,
    );
    await ingrid.ticks("I am ready");
    await leila.visits(step("prepare"));
    await leila.sees("A few minutes for yourself");
    expect(await leila.page.getByText("A minute before").count()).toBe(0);
    expect(await leila.field("I am ready").isChecked()).toBe(false);
  });

  it("P13 P24: being late is one tap that the other reads; moving shows the rule and asks for no reason", async () => {
    await leila.visits(`/rooms/${two.pair.room}/sessions`);
    await leila.presses("I will be a few minutes late");
    await leila.reads("Ingrid knows.");
    await ingrid.visits(`/rooms/${two.pair.room}/sessions`);
    await ingrid.reads("Leila will be about 5 minutes late.");
    await leila.visits(`/rooms/${two.pair.room}/sessions/${weeks.next}/move`);
    await leila.reads(/24 hours before/);
    expect(await leila.page.getByLabel(/reason|why/i).count()).toBe(0);
  });

  it("P58 P84: Prepare shows what each took away last time, and what is still open from oneself", async () => {
    await leila.visits(step("prepare"));
    await leila.reads("Ask the question I am afraid of in the first five minutes, not in the corridor.");
    await leila.reads("Ask Daniel what he would not say in the meeting");
    await leila.readsNoMore("Send the page I used for my first hundred days");
    await ingrid.visits(step("prepare"));
    await ingrid.reads("Send the page I used for my first hundred days");
  });

  it("P11: Open begins with the reminder and its second line, with a way to the limits", async () => {
    await leila.visits(step("open"));
    await leila.reads(/Disagree or stop me at any time/);
    const said = await leila.page.locator("main").innerText();
    expect(said.indexOf("goes no further without your yes")).toBeGreaterThan(-1);
    expect(said.indexOf("goes no further without your yes")).toBeLessThan(said.indexOf("Quiet until Close"));
    await leila.presses("Read the limits");
    await leila.reads(/When I may have to speak/);
  });

  it("P59: Open asks the mentee where to start, and the mentor adds a topic only below", async () => {
    await leila.visits(step("open"));
    await leila.reads("Where shall we start?");
    await ingrid.visits(step("open"));
    await ingrid.reads("Leila, where shall we start?");
    await ingrid.reads("A team that has stopped disagreeing");
    const said = await ingrid.page.locator("main").innerText();
    expect(said.indexOf("A team that has stopped disagreeing")).toBeLessThan(
      said.indexOf("Something you would like to add"),
    );
    expect(said).toContain("Something you would like to add");
  });

  it("P29: Open offers a look at how they work together once, after the third session; passed over, it leaves no trace", async () => {
    await leila.visits(step("open"));
    await leila.reads("Twenty minutes of today for the two of you, if you both like.");
    await leila.looksAround("open, a review offered");
    await leila.presses("Not now");
    await leila.readsNoMore("Twenty minutes of today for the two of you, if you both like.");
    await ingrid.visits(step("open"));
    await ingrid.presses("Look at it together");
    await ingrid.sees("A look at how you work together");
  });

  it("P06 P54 P87: Open has quiet, a light question, and room for what is not going to plan", async () => {
    await leila.visits(step("open"));
    await leila.ticks("Quiet until Close");
    await leila.unfolds("A light question to arrive");
    await leila.reads(/What .*\?/);
    await leila.ticks("Not going to plan");
    await leila.types("What would you like to talk about?", "The budget has slipped");
    await leila.presses("Keep this topic");
    await leila.reads("Kept");
    await leila.presses("Begin to talk");
    await leila.sees("Talk");
    await leila.page.reload();
    await leila.visits(step("open"));
    await leila.page.getByLabel("Quiet until Close").and(leila.page.locator(":checked")).waitFor();
  });

  it("P17 P35 P61 P74: a concern brings its card; a question is asked, left, answered, and becomes something to do", async () => {
    await ingrid.visits(step("talk"));
    await turnsTo(ingrid, "Name it before you solve it");
    await turnsTo(ingrid, "Find a question");
    await ingrid.presses("Put it into the room");
    await leila.visits(step("talk"));
    await leila.reads("Ingrid asks");
    await leila.presses("Not this");
    await leila.reads("Let us leave this one.");
    await ingrid.reads("Let us leave this one.");
    await ingrid.presses("Another one");
    await ingrid.presses("Put it into the room");
    await leila.reads("Ingrid asks");
    await leila.unfolds("Write an answer");
    await leila.types("Write an answer", "Ask Daniel for the real figures.");
    await leila.presses("Keep this answer");
    await leila.presses("Make it something to do");
    await leila.reads("It is among the commitments now.");
    await ingrid.reads("Ask Daniel for the real figures.");
  });

  it("P39: a topic is set aside at once, says which and no more than that, and comes back by whoever paused it", async () => {
    await leila.presses("Pause this topic");
    for (const person of [leila, ingrid]) {
      await person.reads("Set aside, for both of you:");
      await person.reads("The budget has slipped");
    }
    expect(await ingrid.control("Take it up again").count()).toBe(0);
    await leila.presses("Take it up again");
    await ingrid.readsNoMore("Set aside, for both of you:");
  });

  it("P62 P68: a card is hidden for good by its reader alone", async () => {
    await turnsTo(ingrid, "What I heard");
    await turnsTo(ingrid, "Half time");
    await ingrid.reads("Are we on the right thing?");
    await ingrid.presses("Do not show this card again");
    await ingrid.readsNoMore("Are we on the right thing?");
    await turnsTo(leila, "Half time");
    await leila.looksAround("talk, half time");
  });

  it("P12: quiet hours are two times, which each keeps to by their own clock", async () => {
    await turnsTo(leila, "Between meetings");
    await leila.types("Quiet until", "");
    await leila.presses("This is what I would like");
    await leila.reads("Two different times, or none.");
    await leila.types("Quiet until", "07:30");
    await leila.looksAround("talk, between meetings");
    await leila.presses("This is what I would like");
    await leila.reads(/0?7:30.*each by their own clock/);
    await leila.looksAround("talk, what I would like");
  });

  it("looking ahead through a session that has not begun tells and closes nothing; what was closed too early stands again", async () => {
    const sessionId = SessionId.parse(newId());
    const slot = {
      startsAt: later(Instant.parse(Date.now()), 26 * hour),
      lengthMinutes: 60,
      timeZone: "Europe/Berlin",
    };
    await two.pair.write("mentor", eventOf(SessionPlanned, { sessionId, slot }));
    const ahead = (name: string) => `/rooms/${two.pair.room}/sessions/${sessionId}/${name}`;
    await leila.visits(ahead("open"));
    await ingrid.visits(ahead("talk"));
    await ingrid.presses("Go to Close");
    await ingrid.presses("Close the session");
    await ingrid.reads("Held now instead?");
    await ingrid.looksAround("close, before its time");
    await ingrid.presses("No, leave it planned");
    await ingrid.presses("Close the session");
    await ingrid.presses("Yes, close it");
    await ingrid.reads("The session is closed. Thank you.");
    expect(await leila.page.getByText("Ingrid is at").count()).toBe(0);
    await leila.visits(`/rooms/${two.pair.room}/sessions`);
    await leila.presses(/^Not held after all/);
    await leila.page.getByRole("button", { name: /^Not held after all/ }).waitFor({ state: "detached" });
    await ingrid.visits(`/rooms/${two.pair.room}/sessions`);
    await ingrid.sees("You and Leila");
    await ingrid.control(/^Not held after all/).waitFor({ state: "detached" });
  });

  it("P49 P50 P83 P85: Close gives three minutes to the two themselves, and a word that stays with its writer until shared", async () => {
    await two.pair.write("mentee", eventOf(SessionStepped, { sessionId: weeks.next, step: "close" }));
    await leila.visits(step("close"));
    await leila.reads("About us, three minutes");
    await leila.ticks("In part");
    await leila.control("Share it with Ingrid").waitFor();
    await ingrid.visits(step("close"));
    await ingrid.reads("About us, three minutes");
    expect(await ingrid.page.getByText("How it was for Leila").count()).toBe(0);
    await leila.presses("Share it with Ingrid");
    await ingrid.reads("How it was for Leila: In part");
    await leila.looksAround("close, about us");
    await leila.presses("Shared notes");
    await leila.reads("Notes of a session");
    await leila.presses("The session");
    await leila.reads("About us, three minutes");
    expect([...leila.objections, ...ingrid.objections]).toEqual([]);
  });
});
