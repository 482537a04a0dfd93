import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CommitmentMade } from "../app/features/room/commitments/schema.ts";
import { SessionMet } from "../app/features/room/sessions/schema.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { addDays, dayIn } from "../app/values/day.ts";
import { SessionId } from "../app/values/id.ts";
import { dayLength, Instant } from "../app/values/instant.ts";
import { Pair } from "../demo/pair.ts";
import { answerFirst, makeDraft, sendDraft } from "../demo/programme.ts";
import { newId } from "../demo/visitor.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { begin, type Begun, bringIn, nadia, opensRooms } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

/** The two met 45 days ago, every two weeks was the plan, and nothing came after it. */
const agoMs = 46 * dayLength;
const promise = "Ask Daniel what he would not say";

describe("P36 P40 P103: between sessions", () => {
  tellInChapters();
  let begun: Begun;
  let pair: Pair;
  let manager: Visitor;
  let leila: Visitor;
  let ingrid: Visitor;
  const pairs = () => `/programmes/${begun.managed.programmeId}/pairs`;
  const today = () => dayIn(Date.now(), "Europe/Berlin");

  beforeAll(async () => {
    const now = () => Date.now() - agoMs;
    begun = await begin({ aheadMs: -agoMs }, now);
    const people = await bringIn(begun);
    await sendDraft(begun.managed, await makeDraft(begun.managed));
    await answerFirst(people.leila.visitor, "yes");
    const relationship = await answerFirst(people.ingrid.visitor, "yes");
    if (!relationship) throw new Error("no pair came about");
    pair = new Pair(relationship, people.leila, people.ingrid);
    await pair.ready();
    const metOn = dayIn(now(), "Europe/Berlin");
    await pair.write("mentor", eventOf(SessionMet, { sessionId: SessionId.parse(newId()), metOn }));
    const made = { owner: people.leila.account, text: promise, due: addDays(today(), 10) };
    await pair.write("mentee", eventOf(CommitmentMade, made));
    await pair.tellDates("mentor", Instant.parse(now()));
    await begun.oakroom.moveClock(0);
  });

  afterAll(async () => {
    await begun?.oakroom.end();
    await endBrowser();
  });

  it("each was asked once how it goes; Ingrid stops such mails with the link in hers", async () => {
    ingrid = await opensRooms(begun.oakroom, pair.mentor, pair.room);
    const mail = await ingrid.mail("You and Leila Haddad");
    expect(mail.text).not.toMatch(/overdue|missed|again/i);
    const link = /\S+\/mails#mute=gap/.exec(mail.text)?.[0];
    if (link === undefined) throw new Error("the mail has no link that mutes");
    await ingrid.visits(link);
    await ingrid.looksAround("mails and nudges, from a mail");
    await ingrid.presses("Stop these mails");
    await ingrid.reads("Stopped. You can have them again below.");
    await expect.poll(() => ingrid.field("A while without meeting").isChecked()).toBe(false);
  });

  it("the manager reads that they may like a word, and nothing else, with words to send", async () => {
    manager = await comes(begun.oakroom, nadia);
    await manager.signsIn();
    await manager.visits(pairs());
    await manager.reads(/^May like a word$/);
    await manager.unfolds("Words for a pair that may like a word");
    await manager.reads(/you have not met for a while; I see nothing else/);
    await manager.looksAround("pairs, one of which may like a word");
  });

  it("Leila finds one calm card, and taps “We’re fine”; that quiets her own nudges alone", async () => {
    leila = await opensRooms(begun.oakroom, pair.mentee, pair.room, { device: "phone" });
    await leila.visits("/");
    await leila.reads(/It has been a while/);
    await leila.looksAround("Home, with the nudge of the day");
    await leila.presses("We’re fine");
    await leila.readsNoMore(/It has been a while/);
    await manager.visits(pairs());
    await manager.reads(/^May like a word$/);
  });

  it("once Ingrid says so too, the manager reads nothing any more", async () => {
    await ingrid.visits("/");
    await ingrid.presses("We’re fine");
    await ingrid.readsNoMore(/It has been a while/);
    await manager.visits(pairs());
    await manager.reads("Leila Haddad");
    expect(await manager.page.getByText("May like a word", { exact: true }).count()).toBe(0);
  });

  it("Leila wants to be woken up; the mail knows a day and nothing of what waits", async () => {
    await leila.visits("/mails");
    await leila.types("Quiet until", "2020-01-01");
    const week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    for (const day of week) await leila.page.getByRole("checkbox", { name: day, exact: true }).uncheck();
    await leila.presses("Save");
    await leila.reads(/^Please correct: This day has passed\./);
    await leila.reads(/^Please correct: Tick at least one day\./);
    await leila.looksAround("mails and nudges, to be corrected");
    await leila.types("Quiet until", "");
    for (const day of week) await leila.ticks(day);
    await leila.ticks("Mail me when something in my rooms is due");
    await leila.presses("Save");
    await leila.reads("Saved.");
    await leila.visits("/");
    await leila.reads(promise);
    const days = () =>
      leila.page.evaluate(async () => {
        const answer: unknown = await (await fetch("/api/mail-settings")).json();
        return JSON.stringify(answer);
      });
    await expect.poll(days).toContain(addDays(today(), 8));
    await begun.oakroom.moveClock(9 * dayLength);
    const mail = await leila.mail("Something waits for you in Oakroom");
    expect(mail.text).not.toMatch(/Daniel|Ingrid|commit|rooms\//i);
  });

  it("and on none of the screens did a browser complain", async () => {
    expect([manager, leila, ingrid].flatMap(({ objections }) => objections)).toEqual([]);
    for (const visitor of [manager, leila, ingrid]) await expect(visitor.leaves()).resolves.toBeUndefined();
  });
});
