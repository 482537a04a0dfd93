import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SessionMet, SessionPlanned } from "../app/features/room/sessions/schema.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { addDays, dayIn } from "../app/values/day.ts";
import { SessionId } from "../app/values/id.ts";
import { Instant, later, minute } from "../app/values/instant.ts";
import { newId } from "../demo/visitor.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms } from "./kit/fixtures.ts";
import type { Visitor } from "./kit/visitor.ts";
import { type TwoAndAClock, twoAndAClock } from "./rooms/two-and-a-clock.ts";

const zone = "Europe/Berlin";
const sessionId = SessionId.parse(newId());

/** Two meetings gone by, and the third that begins in a few minutes. */
async function theThirdIsNext({ pair }: TwoAndAClock): Promise<void> {
  const now = Instant.parse(Date.now());
  for (const days of [-28, -14]) {
    const metOn = addDays(dayIn(now, zone), days);
    await pair.write("mentor", eventOf(SessionMet, { sessionId: SessionId.parse(newId()), metOn }));
  }
  const soon = later(now, 10 * minute);
  const slot = { startsAt: Instant.parse(soon - (soon % minute)), lengthMinutes: 60, timeZone: zone };
  await pair.write("mentee", eventOf(SessionPlanned, { sessionId, slot }));
}

async function chooses(person: Visitor, kind: string): Promise<void> {
  await person.presses("Something else");
  await person.presses(kind);
  await person.page.getByRole("heading", { level: 2, name: kind, exact: true }).waitFor();
}

/** Goes to the end of the timeline, of which only what is near the view is drawn. */
async function readsBelow(person: Visitor, words: string): Promise<void> {
  const shown = async () => {
    await person.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    return person.page.getByText(words).count();
  };
  await expect.poll(shown).toBeGreaterThan(0);
}

describe("what two people tell each other", () => {
  tellInChapters();
  let two: TwoAndAClock;
  let leila: Visitor;
  let ingrid: Visitor;
  const room = (path = "") => `/rooms/${two.pair.room}${path}`;
  const lastCommitment = async () => {
    const one = (await two.pair.view("mentee")).state.commitments.all.at(-1);
    return [one?.owner, one?.text];
  };
  const bothComeBack = () => Promise.all([leila.visits(room()), ingrid.visits(room())]);

  beforeAll(async () => {
    two = await twoAndAClock();
    await theThirdIsNext(two);
    leila = await opensRooms(two.oakroom, two.pair.mentee, two.pair.room, { device: "phone" });
    ingrid = await opensRooms(two.oakroom, two.pair.mentor, two.pair.room);
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("P26 P43 P44: a story is kept for oneself, told by choice, and wants none in return", async () => {
    await chooses(ingrid, "A story");
    await ingrid.reads("Write to Leila");
    await ingrid.types("What I tried", "I took over a team, and stayed calm.");
    await ingrid.types("What went wrong, and my part in it", "They stopped telling me bad news.");
    await ingrid.presses("Back to a note");
    await chooses(ingrid, "A story");
    expect(await ingrid.field("What I tried").inputValue()).toBe("I took over a team, and stayed calm.");
    await ingrid.types("What it taught me", "Calm can look like a closed door.");
    await ingrid.presses("Keep it for myself");
    await ingrid.reads("Kept in “My drawer”, for you alone.");
    expect(await leila.page.getByText("Calm can look like a closed door.").count()).toBe(0);
    await chooses(ingrid, "A story");
    await ingrid.unfolds("Stories you kept");
    await ingrid.presses(/^Take this one/);
    await ingrid.looksAround("a story");
    await ingrid.presses("Tell it to Leila");
    await leila.reads("Calm can look like a closed door.");
    await leila.unfolds("Answer");
    await leila.reads("You need not answer with a story of your own.");
    await leila.looksAround("a story told");
    await leila.presses("Thank you for telling me");
    await ingrid.reads("On the story");
  });

  it("P94: a challenge offers an echo, brief and back to the mentee", async () => {
    await chooses(leila, "Something hard");
    await leila.looksAround("a challenge");
    await leila.types("What is hard just now", "People hear a manager when I talk.");
    await leila.presses("Put it into the room");
    await leila.presses("Not hard any more");
    await leila.readsNoMore("Not hard any more");
    await chooses(leila, "Something hard");
    await leila.unfolds("Mark something you already wrote");
    await leila.presses(/^Mark as hard/);
    await ingrid.unfolds("A story of your own, if it helps");
    await ingrid.reads("First stay with theirs.");
    await ingrid.types(
      "Two or three sentences, then back to them",
      "I have been somewhere near that. What is different for you?",
    );
    await ingrid.presses("Put it into the room");
    await leila.reads("Somewhere near that");
  });

  it("P05 P68 P102: advice says where it comes from, and whoever gives it may do it too", async () => {
    await chooses(ingrid, "Advice");
    await ingrid.unfolds("Three questions before one suggestion");
    await ingrid.reads("Three breaths.");
    await ingrid.types("What I suggest", "Say aloud what you do not know yet.");
    await ingrid.presses("Put it into the room");
    await ingrid.reads("Say where it comes from. A guess is fine.");
    await ingrid.looksAround("advice");
    await ingrid.ticks("Lived it");
    await ingrid.ticks("And I will do this too");
    await ingrid.presses("Put it into the room");
    await leila.reads("Advice, lived, and I will do this too");
    await expect.poll(lastCommitment).toEqual([two.pair.mentor.account, "Say aloud what you do not know yet."]);
  });

  it("P19: both views stand side by side, and the decision is the mentee's", async () => {
    await chooses(ingrid, "We see this differently");
    await ingrid.types("What it is about", "Telling Daniel");
    await ingrid.types("How I see it", "Tell him before the meeting.");
    await ingrid.presses("Put it into the room");
    await leila.unfolds("How you see it");
    await leila.types("How you see it", "Let him hear it with the others.");
    await leila.presses("Keep this view");
    await leila.unfolds("What you decide, if you decide");
    await leila.types("What you decide, if you decide", "I shall ask him which he would like.");
    await leila.presses("Keep this decision");
    await ingrid.reads("Let him hear it with the others.");
    await ingrid.reads("Leila decided");
    expect(await ingrid.page.getByText("What you decide, if you decide").count()).toBe(0);
    await leila.looksAround("a difference");
  });

  it("P22 P27 P81: feedback waits for its moment, stands below the manual, and has something to keep", async () => {
    await leila.visits(room("/feedback"));
    await leila.ticks("Tell me directly");
    await leila.types("Please avoid", "Irony");
    await leila.presses("Keep it");
    await leila.reads("Kept");
    await leila.looksAround("feedback manual");
    await bothComeBack();
    await chooses(ingrid, "Feedback");
    await ingrid.reads("Irony");
    await ingrid.types("What it is about", "the retrospective");
    await ingrid.presses("Ask Leila");
    await leila.reads("Ingrid has a thought about: the retrospective");
    await leila.presses("Later");
    await ingrid.reads("Leila said: later");
    expect(await ingrid.control("Write it now").count()).toBe(0);
    await leila.presses("Now");
    await ingrid.unfolds("Leila said “now”: the retrospective");
    await ingrid.looksAround("a room in which something waits");
    await ingrid.presses("Write it now");
    await ingrid.types("Try", "Ask Daniel first.");
    await ingrid.presses("Put it into the room");
    await ingrid.reads("Add one thing to keep, beside the one to try.");
    await ingrid.looksAround("feedback in three parts");
    await readsBelow(ingrid, "What I can do to make it easier.");
    await ingrid.types("Keep", "You let him lead, and he did.");
    await ingrid.presses("Put it into the room");
    await readsBelow(leila, "You let him lead, and he did.");
  });

  it("P16 P82: a mistake is owned, and a concern waits until its writer is ready", async () => {
    await chooses(ingrid, "I got this wrong");
    await ingrid.types("What I did", "I spoke over you.");
    await ingrid.types("What it did to you, as far as I can see", "You stopped.");
    await ingrid.types("What I do now", "I ask, and wait.");
    await ingrid.presses("Put it into the room");
    await readsBelow(leila, "I ask, and wait.");
    await chooses(leila, "Something is bothering me");
    await leila.presses("Begin with a sentence");
    await leila.looksAround("something is bothering me");
    await leila.types("In your words", "When the date moved, I felt left out.");
    await leila.presses("Keep it for later");
    await leila.reads("Kept in “My drawer”, for you alone.");
    expect(await ingrid.page.getByText("When the date moved").count()).toBe(0);
    await bothComeBack();
    await chooses(leila, "Something is bothering me");
    await expect.poll(() => leila.field("In your words").inputValue()).toBe("When the date moved, I felt left out.");
    await leila.presses("Put it into the room");
    await readsBelow(ingrid, "When the date moved, I felt left out.");
  });

  it("a confidence that was broken leaves going on to whose story it was", async () => {
    await chooses(ingrid, "A confidence was broken");
    await ingrid.ticks("Leila’s: it was through me");
    await ingrid.types("What got out, and to whom", "Daniel knows about the offer, from me.");
    await ingrid.types("Sorry, and no “but”", "I am sorry.");
    await ingrid.looksAround("a confidence was broken");
    await ingrid.presses("Put it into the room");
    await readsBelow(leila, "Your story: you decide, in your own time.");
    expect(await ingrid.control("Go on").count()).toBe(0);
    await leila.presses("Go on");
    await readsBelow(ingrid, "would like to go on");
  });

  it("P45: a good moment is one tap away, and both read them all", async () => {
    await leila.presses("Good moment");
    await leila.types("What happened, and who did what to make it happen", "Daniel said it in the meeting.");
    await leila.presses("Put it into the room");
    await ingrid.visits(room("/good-moments"));
    await ingrid.reads("Daniel said it in the meeting.");
    await ingrid.looksAround("good moments");
  });

  it("P30 P31 P42 P95: at the third Close the mentor goes first and asks; a choice is an answer, and becomes something to do", async () => {
    const close = room(`/sessions/${sessionId}/close`);
    await ingrid.visits(close);
    await ingrid.reads("Ask for one thing about your mentoring");
    await ingrid.unfolds("Go first, and ask");
    await ingrid.types(/^A criticism you once got/, "That I answered before they had finished.");
    await ingrid.types("A weak point of yours as a mentor", "I give advice too soon.");
    await ingrid.types("One concrete question", "Should I give more advice, or ask more?");
    await ingrid.types("One choice", "More advice");
    await ingrid.presses("Ask Leila");
    await ingrid.reads("You go first: fill in all five, a few words each.");
    await ingrid.looksAround("close, asking upwards");
    await ingrid.types("The other choice", "More questions");
    await ingrid.presses("Ask Leila");
    await ingrid.reads("Leila may answer by a choice, in words, or not now.");
    await leila.visits(close);
    await leila.reads("I give advice too soon.");
    await leila.looksAround("close, answering");
    await leila.presses("More questions");
    await ingrid.types("What I take from it", "I ask twice before I suggest.");
    await ingrid.types("One thing I will do differently", "Ask twice before I suggest");
    await ingrid.looksAround("close, replying");
    await ingrid.presses("Send it");
    await leila.visits(room());
    await readsBelow(leila, "I ask twice before I suggest.");
    const { commitments } = (await two.pair.view("mentee")).state;
    expect(commitments.all.at(-1)).toMatchObject({
      owner: two.pair.mentor.account,
      text: "Ask twice before I suggest",
    });
  });

  it("P41: the mentee may leave a note on how the two work", async () => {
    await leila.visits(room(`/sessions/${sessionId}/close`));
    await leila.unfolds("How we work");
    await leila.ticks("Change one thing");
    await leila.presses("More time for …");
    await leila.types("In your words", "More time for the budget");
    await leila.presses("Leave it for Ingrid");
    await ingrid.visits(room());
    await readsBelow(ingrid, "How we work: one thing to change");
    await readsBelow(ingrid, "More time for the budget");
    expect([...leila.objections, ...ingrid.objections]).toEqual([]);
    for (const { watch } of [leila, ingrid]) watch.check();
  });
});
