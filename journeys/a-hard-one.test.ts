import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DutiesNamed, LimitsTalked, PartAccepted, PartProposed } from "../app/features/room/agreement/schema.ts";
import { NoteWritten } from "../app/features/room/notes/schema.ts";
import { referTo } from "../app/features/room/state/reference/rules.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { aDay, type Day } from "../app/values/day.ts";
import { RelationshipId } from "../app/values/id.ts";
import { Pair } from "../demo/pair.ts";
import type { Person } from "../demo/person.ts";
import { importPeople, invite, makeDraft, sendDraft } from "../demo/programme.ts";
import { turnsTo } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { ingrid as theMentor, joinAs, leila as theMentee, nadia, unlocks } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";
import {
  begunOn,
  type BegunByTheClock,
  chooses,
  foundAround,
  header,
  mailsTo,
  Months,
  pairAsSeenBy,
} from "./rooms/months.ts";

/** What the two write, and nobody else may find anywhere. */
const secrets = {
  here: "Saying hard things upwards, ochre-viaduct-17",
  topic: "The people above me do not hear me, azure-kettle-28",
  mine: "What I tell of my own first year, plum-signpost-36",
  what: "I told you what to do before I had heard you, teal-bassoon-45",
  effect: "You stopped talking, umber-parasol-53",
  now: "I ask, and wait, lemon-drawbridge-61",
  keptOut: "What I find hard about people above me, sienna-barometer-74",
  why: "She has a new team too, magenta-oarlock-82",
  farewell: "Thank you for the hours, ivory-semaphore-98",
} as const;

const emil =
  "Emil Berg,emil.berg@northwind.example,mentor,Research,,4,Oslo,Europe/Oslo,en,saying no,,,1,Mon-Sun 08:00-20:00";
const on = (day: string): Day => aDay(`2026-${day}`);

describe("a hard one: three levels apart, a mistake, a no, a silence, a pause, and an early ending", () => {
  tellInChapters();
  let begun: BegunByTheClock;
  let programme: string;
  let manager: Visitor;
  let leila: Visitor;
  let ingrid: Visitor;
  let here: Record<"leila" | "ingrid", Person>;
  let months: Months;
  const goTo = (day: string, time: string) => begun.clock.goTo(on(day), time);
  const both = () => [leila, ingrid] as const;
  const mailed = (about: RegExp) => [theMentee, theMentor].map(({ email }) => mailsTo(begun, email, about));
  const gapMail = /^You and (Leila|Ingrid)[^,]*(?<!are a pair)$/;

  beforeAll(async () => {
    begun = await begunOn(on("03-02"), on("12-18"));
    programme = `/programmes/${begun.managed.programmeId}`;
    const one = await joinAs(begun, theMentee.email, {});
    const other = await joinAs(begun, theMentor.email, { why: "Somebody did this for me." });
    here = { leila: one, ingrid: other };
    begun.clock.keeps(one.visitor, other.visitor);
    const { clock } = begun;
    manager = await comes(begun.oakroom, { ...nadia, clock });
    leila = await comes(begun.oakroom, { ...theMentee, device: "phone", clock });
    ingrid = await comes(begun.oakroom, { ...theMentor, clock });
    for (const person of [manager, leila, ingrid]) await person.signsIn();
  });

  afterAll(async () => {
    await begun?.oakroom.end();
    await endBrowser();
  });

  it("both read how far apart they stand before they say yes; the card on power is Ingrid's alone", async () => {
    await goTo("03-04", "10:00");
    await sendDraft(begun.managed, await makeDraft(begun.managed));
    await ingrid.visits("/suggestions");
    await ingrid.reads("You are three levels above Leila, in another line.");
    await ingrid.unfolds("You stand above them: a card on power");
    await ingrid.reads("Keep your rank out of examples.");
    await leila.visits("/suggestions");
    await leila.reads("Ingrid is three levels above you, in another line.");
    expect(await leila.page.getByText("a card on power").count()).toBe(0);
    await ingrid.presses("Yes, I would like to meet Leila");
    await ingrid.reads("You have answered.");
    await leila.presses("Yes, I would like to meet Ingrid");
    await leila.presses("Open your room");
    await leila.page.waitForURL(/\/rooms\//);
    const id = RelationshipId.parse(/\/rooms\/([^/]+)/.exec(leila.page.url())?.[1]);
    months = new Months(begun.clock, new Pair(id, here.leila, here.ingrid));
    await months.pair.ready();
    await unlocks(leila, here.leila, months.pair.room);
    await unlocks(ingrid, here.ingrid, months.pair.room);
    expect(await pairAsSeenBy(manager, programme)).toMatch(/Live.*Not yet/s);
  });

  it("they meet, and Ingrid's own example shows her rank; they agree what it is for", async () => {
    await goTo("03-09", "12:00");
    await months.plans("mentor", on("03-10"));
    const agree = async () => {
      for (const side of ["mentee", "mentor"] as const) {
        await months.writes(
          side,
          eventOf(DutiesNamed, { duties: [side === "mentor" ? "director" : "none"], other: "" }),
        );
        await months.writes(side, eventOf(LimitsTalked, { on: on("03-10") }));
      }
      const wordings = [
        { part: "limits", content: { edition: "1", variant: "company", wording: "" } },
        { part: "scope", content: { here: secrets.here, notHere: "Her doing my work." } },
        { part: "rhythm", content: { everyDays: 14, lengthMinutes: 60, way: "By video." } },
      ] as const;
      for (const wording of wordings) {
        await months.writes("mentee", eventOf(PartProposed, wording));
        const proposal = (await months.pair.view("mentor")).state.agreement.parts[wording.part]?.proposal;
        if (proposal) await months.writes("mentor", eventOf(PartAccepted, { proposal: referTo(proposal) }));
      }
    };
    const told = { topic: secrets.topic, takeaway: "It is allowed to be hard." };
    await months.meets({ ...told, day: on("03-10"), led: "mentor", during: agree, next: on("03-24") });
    const story = () => months.writes("mentor", eventOf(NoteWritten, { text: secrets.mine }));
    await months.meets({ ...told, day: on("03-24"), led: "mentor", during: story, next: on("04-07") });
    expect(await pairAsSeenBy(manager, programme)).toMatch(/Live.*Held/s);
  });

  it("a topic that Leila keeps out for herself: nobody is told, and Oakroom offers her no such question", async () => {
    await goTo("04-07", "13:50");
    await leila.visits(months.room("/off-limits"));
    await leila.types("A topic", secrets.keptOut);
    await leila.ticks("Only me");
    await leila.presses("Add it");
    await leila.reads("Only for me");
    await ingrid.visits(months.room("/off-limits"));
    await ingrid.reads("Nothing here. That is fine.");
    expect(await ingrid.page.getByText(secrets.keptOut).count()).toBe(0);
    await leila.visits(months.session("talk"));
    await turnsTo(leila, "Find a question");
    await leila.page.getByLabel("Theme").selectOption({ label: "For your mentor" });
    const offered = new Set<string>();
    for (let asked = 0; asked < 9; asked += 1) {
      offered.add((await leila.page.locator(".session-card [aria-live=polite]").innerText()).trim());
      await leila.presses("Another one");
    }
    expect(offered).toContain("What have you changed your mind about?");
    expect([...offered].filter((question) => /find|hard|people/i.test(question))).toEqual([]);
  });

  it("a mistake is owned, in three lines and without a “but”", async () => {
    await ingrid.visits(months.room());
    await chooses(ingrid, "I got this wrong");
    await ingrid.types("What I did", secrets.what);
    await ingrid.types("What it did to you, as far as I can see", secrets.effect);
    await ingrid.types("What I do now", secrets.now);
    await ingrid.presses("Put it into the room");
    await leila.visits(months.room());
    await leila.reads(secrets.now);
    await goTo("04-07", "14:55");
    await leila.visits(months.session("close"));
    await leila.presses("Close the session");
    await leila.reads("The session is closed. Thank you.");
  });

  it("an ask-first is answered no: no reason, no file, and nobody else hears of it", async () => {
    await goTo("04-09", "09:00");
    await leila.visits(months.room("/more/ask-first"));
    await leila.presses("Ask about something");
    await leila.types("Find words", "my own first year");
    await leila.reads(secrets.mine);
    await leila.presses(/^Ask about this/);
    await leila.types("For whom", "Anna Berg, my manager");
    await leila.types("Why", secrets.why);
    await leila.presses("Ask");
    await leila.reads("Ingrid has not answered yet. Until then it stays here.");
    await ingrid.visits(months.room("/more/ask-first"));
    await ingrid.reads("For Anna Berg, my manager");
    await ingrid.ticks("No");
    expect(await ingrid.page.getByRole("textbox").filter({ visible: true }).count()).toBe(0);
    await ingrid.presses("Answer");
    await leila.readsNoMore("Ingrid has not answered yet. Until then it stays here.");
    await leila.page.locator(".tag").getByText("No", { exact: true }).waitFor();
    await leila.looksAround("ask first, answered no");
    expect(await leila.page.getByRole("button", { name: /Make the file/ }).count()).toBe(0);
  });

  it("a silent month: after two rhythms each is asked once, Leila is fine, and that quiets her own alone", async () => {
    await goTo("05-05", "12:00");
    expect(mailed(gapMail)).toEqual([0, 0]);
    await goTo("05-06", "12:00");
    expect(mailed(gapMail)).toEqual([1, 1]);
    for (const person of both()) {
      await person.visits("/");
      await person.reads("It has been a while.");
    }
    await leila.looksAround("home, after a silent month");
    await leila.presses("We’re fine");
    await leila.readsNoMore("It has been a while.");
    await goTo("05-07", "12:00");
    for (const person of both()) await person.visits("/");
    await ingrid.reads("It has been a while.");
    await leila.settles();
    expect(await leila.page.getByText("It has been a while.").count()).toBe(0);
    expect(await pairAsSeenBy(manager, programme)).not.toMatch(/word/i);
  });

  it("after three rhythms the programme reads “may like a word”, and not why; a second “we're fine” takes it away", async () => {
    await goTo("05-19", "12:00");
    expect(await pairAsSeenBy(manager, programme)).not.toMatch(/word/i);
    await goTo("05-20", "12:00");
    expect(await pairAsSeenBy(manager, programme)).toMatch(/May like a word/);
    await manager.looksAround("pairs, one of which may like a word");
    const seen = await manager.page.locator("main").innerText();
    expect(seen).not.toMatch(/fine|silent|7 April|weeks|days/i);
    await ingrid.visits("/");
    await ingrid.presses("We’re fine");
    await ingrid.readsNoMore("It has been a while.");
    expect(await pairAsSeenBy(manager, programme)).not.toMatch(/word/i);
  });

  it("Leila pauses: Ingrid reads “paused” and no more, and no mail comes while they rest", async () => {
    await goTo("05-26", "12:00");
    await leila.visits(months.room("/more"));
    await leila.unfolds("Pause for a while");
    await leila.presses("Pause this pairing");
    await leila.reads("Paused. Ingrid sees “paused”, nothing else. “Go on” stands at the top of this page.");
    expect(await leila.page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Paused\./);
    await ingrid.visits(months.room("/more"));
    await ingrid.reads("This pairing is paused.");
    await ingrid.looksAround("more, paused");
    await ingrid.visits(months.room(""));
    await ingrid.reads("nothing new is written");
    expect(await ingrid.page.getByRole("textbox", { name: /Write/ }).count()).toBe(0);
    const before = begun.oakroom.outbox.all().length;
    await goTo("07-01", "12:00");
    expect(begun.oakroom.outbox.all().length).toBe(before);
    expect(await pairAsSeenBy(manager, programme)).toMatch(/Paused/);
    expect(await pairAsSeenBy(manager, programme)).not.toMatch(/word/i);
    await ingrid.visits(months.room("/more"));
    await ingrid.reads("It goes on when the other person says so");
    expect(await ingrid.control("Go on").count()).toBe(0);
    await leila.visits(months.room("/more"));
    await leila.presses("Go on");
    await leila.reads("Pause for a while");
    await goTo("07-20", "12:00");
    expect(await pairAsSeenBy(manager, programme)).not.toMatch(/word/i);
  });

  it("an early ending is one tap: neutral words, a date, and nothing else", async () => {
    await leila.visits(months.room("/more"));
    await leila.presses("End this pairing now");
    await leila.types("A short message, if you like", secrets.farewell);
    await leila.presses("End the pairing");
    await leila.reads(/^This pairing ended on/);
    await ingrid.visits(months.room());
    await ingrid.reads(/^This pairing ended on/);
    await ingrid.reads(secrets.farewell);
    const { text } = await begun.oakroom.outbox.take(theMentor.email, "A pairing has ended");
    expect(text).toContain("It says nothing about you. Thank you for the time you gave each other.");
    expect(mailed(/^A pairing has ended$/)).toEqual([0, 1]);
    const row = await pairAsSeenBy(manager, programme);
    expect(row).toMatch(/Ended on 20 July 2026/);
    expect(row).not.toMatch(/word|pause/i);
  });

  it("both may look for another match; the two are not suggested to each other unasked", async () => {
    for (const person of both()) {
      await person.visits(months.room("/more"));
      await person.reads("If you would like another match");
      await person.presses("Your profile");
      await person.sees("My profile");
    }
    await importPeople(
      begun.managed,
      new Uint8Array(
        new TextEncoder().encode(`${header}
${emil}`),
      ),
    );
    await invite(begun.managed, ["emil.berg@northwind.example"]);
    await joinAs(begun, "emil.berg@northwind.example", { why: "I was new once, too." });
    await manager.visits(`${programme}/matching`);
    await manager.reads(/^1 person looks for a mentor and there are 3 places with mentors/);
    const seen = await manager.page.locator("main").innerText();
    for (const secret of Object.values(secrets)) expect(seen).not.toContain(secret);
    await sendDraft(begun.managed, await makeDraft(begun.managed));
    await leila.visits("/suggestions");
    await leila.control("Yes, I would like to meet Emil").waitFor();
    expect(await leila.page.getByText(/meet Ingrid/).count()).toBe(0);
  });

  it("no browser complained, and no word of the room lies in the database, its backup, a log, or a mail", async () => {
    for (const person of [leila, ingrid, manager]) await person.leaves();
    expect(await foundAround(begun.oakroom, secrets, months.pair)).toEqual([]);
  });
});
