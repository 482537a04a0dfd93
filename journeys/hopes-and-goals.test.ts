import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayIn } from "../app/values/day.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import type { TwoWithARoom } from "./kit/fixtures.ts";
import { bothInTheirRoom } from "./kit/present.ts";
import type { Visitor } from "./kit/visitor.ts";

describe("P34 P47 P64 P77 P78 P93: hopes, goals and common ground", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;
  const room = (rest = "") => `/rooms/${two.room}${rest}`;
  const picks = async (who: Visitor, cards: Readonly<Record<string, string>>) => {
    for (const [theme, card] of Object.entries(cards)) {
      await who.unfolds(theme);
      await who.presses(card);
    }
  };

  beforeAll(async () => {
    ({ two, leila, ingrid } = await bothInTheirRoom());
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("Leila writes her hopes; Ingrid sees that a card lies there, and nothing of it", async () => {
    await leila.visits(room("/hopes"));
    await leila.types("I hope that…", "we may disagree");
    await leila.types("I am a little worried that…", "I take too much of your time");
    await leila.types("From you I would need…", "stories of what went wrong");
    await leila.unfolds("A few things that compare easily");
    await leila.ticks("Every week");
    await leila.looksAround("a card of hopes, being written");
    await leila.presses("Lay it face down");
    await leila.reads(/Your card lies face down/);
    await leila.looksAround("a card of hopes, face down");
    await ingrid.visits(room("/hopes"));
    await ingrid.reads("Leila’s card lies face down. It turns over together with yours.");
    expect(await ingrid.page.getByText("we may disagree").count()).toBe(0);
  });

  it("Ingrid lays hers beside it, and both turn over by themselves", async () => {
    await ingrid.types("I hope that…", "Leila brings the hard things early");
    await ingrid.types("What you can expect from me…", "an honest answer within two days");
    await ingrid.unfolds("A few things that compare easily");
    await ingrid.ticks("Once a month");
    await ingrid.presses("Lay it face down");
    await ingrid.reads("we may disagree");
    await leila.reads("Leila brings the hard things early");
    await leila.reads("You: Every week. Ingrid: Once a month.");
    await leila.looksAround("two cards of hopes, open");
    await ingrid.looksAround("two cards of hopes, open, at a desk");
  });

  it("what they see differently becomes a topic with one tap", async () => {
    await ingrid.presses("We see this differently: What worries us a little");
    await leila.presses("Take it to the next session: What worries us a little");
    await leila.presses("Take it to the next session: How often we meet");
    await leila.presses("Take it off: How often we meet");
    await leila.presses("Take it to the next session: How often we meet");
    await leila.visits(room());
    await leila.reads("What worries us a little; How often we meet");
  });

  it("Leila sets a goal that is longer than six months, with a first step that is not", async () => {
    await leila.visits(room("/goals"));
    await leila.presses("Set a goal");
    await leila.types("The goal, in one sentence", "Lead a team that disagrees aloud");
    await leila.types("How will we notice?", "Somebody says no in a retrospective");
    const today = dayIn(Date.now(), "Europe/Berlin");
    await leila.types("By when", addDays(today, 400));
    await leila.reads("A longer dream is welcome. Which part can six months hold?");
    await leila.presses("Set it");
    await leila.reads("This is longer than six months. Name a first step, and a day for it.");
    await leila.types("First step", "Ask Daniel to lead one");
    await leila.types("A day for it", addDays(today, 10));
    await leila.looksAround("a goal, being set");
    await leila.presses("Set it");
    await leila.reads("Next step:");
    await leila.looksAround("the goals of a room");
    await ingrid.visits(room());
    await ingrid.reads("Where this is going");
    await ingrid.reads("Next step: Ask Daniel to lead one");
  });

  it("Ingrid is asked for a word when it is reached, on Home and in the room, and Leila reads it", async () => {
    await leila.presses("Reached: Lead a team that disagrees aloud");
    await ingrid.visits("/");
    await ingrid.reads("Leila marked it as reached. A nice moment to say something.");
    await ingrid.presses("What are you proud of?");
    await ingrid.looksAround("Home, with a goal that was reached");
    await ingrid.presses("Say it");
    await ingrid.readsNoMore("Leila marked it as reached. A nice moment to say something.");
    await leila.visits(room());
    await leila.reads("What are you proud of?");
    await leila.reads("On reaching: Lead a team that disagrees aloud");
  });

  it("both pick cards; those that both picked appear, and no other", async () => {
    await leila.visits(room("/common-ground"));
    await picks(leila, {
      Learning: "I learned something important late.",
      "What I like": "I grow things.",
      "How I am": "I keep lists of everything.",
    });
    await leila.types("A line of your own", "I sing in the lift");
    await leila.looksAround("cards to pick");
    await leila.presses("Compare");
    await leila.reads(/Your cards are there/);
    await ingrid.visits(room("/common-ground"));
    await ingrid.reads("Leila has picked.");
    await ingrid.reads("I sing in the lift");
    await picks(ingrid, {
      "What I like": "I grow things.",
      Learning: "I learned something important late.",
      People: "I grew up in a full house.",
    });
    await ingrid.presses("Compare");
    await ingrid.reads("True for both of you");
    await leila.reads("True for both of you");
    for (const who of [leila, ingrid]) expect(await who.page.locator(".rows .words").allInnerTexts()).toHaveLength(2);
    await leila.looksAround("common ground");
    await leila.presses("Once more");
    await leila.reads("You would pick cards once more. It begins once Ingrid would, too.");
    await ingrid.reads("Leila would pick cards once more, if you like.");
    await ingrid.looksAround("common ground, once more, at a desk");
  });

  it("with one card in common, both see the card, and a question to explore beside it", async () => {
    await ingrid.presses("Once more");
    for (const who of [leila, ingrid]) {
      await who.presses("I would rather take the train.");
      await who.presses("Compare");
    }
    for (const who of [leila, ingrid]) {
      await who.reads("A question to explore together");
      expect(await who.page.locator(".rows .words").allInnerTexts()).toEqual(["I would rather take the train."]);
    }
    await leila.looksAround("common ground, with one card");
  });

  it("kept nobody out of any of these screens", () => {
    expect([...leila.objections, ...ingrid.objections]).toEqual([]);
  });
});
