import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MomentShared } from "../app/features/room/celebrations/schema.ts";
import { CommitmentDone, CommitmentDropped, CommitmentMade } from "../app/features/room/commitments/schema.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { aDay } from "../app/values/day.ts";
import type { ItemId } from "../app/values/id.ts";
import { wallTime } from "../app/values/zoned.ts";
import { linkIn } from "../demo/outbox.ts";
import { Pair } from "../demo/pair.ts";
import type { Person } from "../demo/person.ts";
import { answerFirst, makeDraft, sendDraft } from "../demo/programme.ts";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { ingrid as theMentor, joinAs, leila as theMentee, nadia, opensRooms } from "./kit/fixtures.ts";
import { zone } from "./kit/story-clock.ts";
import { comes, type Visitor } from "./kit/visitor.ts";
import { joins, type Keys } from "./kit/whole-story.ts";
import * as story from "./rooms/half-a-year.ts";
import { alsoHere, begunOn, type BegunByTheClock, foundAround, mailsTo, Months, pairAsSeenBy } from "./rooms/months.ts";

const { on, secrets } = story;
const [begins, ends] = [aDay("2026-02-02"), aDay("2026-08-07")];

describe("six months, from an invitation to a good ending", () => {
  tellInChapters();
  let begun: BegunByTheClock;
  let programme: string;
  let manager: Visitor;
  let leila: Visitor;
  let ingrid: Visitor;
  let months: Months;
  let leilasKeys: Keys;
  let ingridHere: Person;
  let slides: ItemId;
  const goTo = (day: string, time: string) => begun.clock.goTo(on(day), time);
  const both = () => [leila, ingrid] as const;
  const walk = (): story.Walk => ({ leila, ingrid, months, goTo, keys: { leila: leilasKeys, ingrid: ingridHere } });

  beforeAll(async () => {
    begun = await begunOn(begins, ends);
    programme = `/programmes/${begun.managed.programmeId}`;
    manager = await comes(begun.oakroom, { ...nadia, clock: begun.clock });
    await manager.signsIn();
  });

  afterAll(async () => {
    await begun?.oakroom.end();
    await endBrowser();
  });

  it("2 February: Leila joins on her phone, Ingrid has joined at her desk; both say yes on the 5th", async () => {
    const phone = await comes(begun.oakroom, { ...theMentee, device: "phone", clock: begun.clock });
    leilasKeys = await joins(phone, "Leila");
    // The link once more, where she is signed in.
    const invited = begun.oakroom.outbox
      .all()
      .find(({ to, subject }) => to === phone.email && /invited/i.test(subject));
    await phone.visits(invited ? linkIn(invited) : "");
    await phone.reads(/^This invitation has been used already\. You are signed in here as /);
    await phone.presses("Home");
    await phone.leaves();
    ingridHere = await joinAs(begun, theMentor.email, { why: "Somebody took an hour for me when I was new." });
    await goTo("02-05", "10:00");
    await sendDraft(begun.managed, await makeDraft(begun.managed));
    await answerFirst(ingridHere.visitor, "yes");
    const leilaHere = await alsoHere(begun.setting, theMentee.email, leilasKeys);
    const relationship = await answerFirst(leilaHere.visitor, "yes");
    if (!relationship) throw new Error("no pair came about");
    months = new Months(begun.clock, new Pair(relationship, leilaHere, ingridHere));
    await months.pair.ready();
    begun.clock.keeps(leilaHere.visitor, ingridHere.visitor);
    expect(await pairAsSeenBy(manager, programme)).toMatch(/Live.*Not yet/s);
  });

  it("before they meet, each lays a card of hopes down; they turn over together", async () => {
    await goTo("02-09", "18:00");
    await months.plans("mentor", on("02-10"));
    const how = { clock: begun.clock } as const;
    leila = await opensRooms(begun.oakroom, months.pair.mentee, months.pair.room, { device: "phone", ...how });
    ingrid = await opensRooms(begun.oakroom, months.pair.mentor, months.pair.room, {
      timezoneId: "Europe/Oslo",
      ...how,
    });
    await leila.visits(months.room("/hopes"));
    await leila.types("I hope that…", secrets.hope);
    await leila.presses("Lay it face down");
    await ingrid.visits(months.room("/hopes"));
    await ingrid.reads("Leila’s card lies face down. It turns over together with yours.");
    expect(await ingrid.page.getByText(secrets.hope).count()).toBe(0);
    await ingrid.types("I hope that…", "Leila brings the hard things early");
    await ingrid.presses("Lay it face down");
    await ingrid.reads(secrets.hope);
    await leila.reads("Leila brings the hard things early");
  });

  it("10 February, the first session: the first agenda, card by card, a promise, and signatures", async () => {
    await story.firstSession(walk());
    await expect.poll(() => pairAsSeenBy(manager, programme)).toMatch(/Live.*Held/s);
  });

  it("then a goal, common ground, and a regular time", async () => {
    await story.goalGroundAndTime(walk());
  });

  it("24 February, the second session: what was promised is done, a question is asked, and left", async () => {
    await story.secondSession(walk());
  });

  it("10 March, the third: Ingrid goes first and asks how she could do better; her answer becomes something to do", async () => {
    await story.thirdSession(walk());
  });

  it("11 March: a mail to each suggests a look at how they work together; Leila marks what she would change", async () => {
    const asked = () =>
      [theMentee, theMentor].map(({ email }) => mailsTo(begun, email, /^How you and .* work together$/));
    expect(asked()).toEqual([0, 0]);
    await goTo("03-11", "12:00");
    expect(asked()).toEqual([1, 1]);
    await leila.visits(months.room("/more/review"));
    await leila.sees("A look at how you work together");
    await leila.page.getByRole("group", { name: "How and when we meet" }).getByLabel("Change").check();
    await leila.presses("Save");
    await ingrid.visits(months.room("/more/review"));
    await ingrid.reads("Leila: Change");
  });

  it("four sessions in spring, led by one or closed alone; what was said is done, moved, or dropped", async () => {
    await goTo("03-17", "18:00");
    const handover = (await months.pair.view("mentee")).state.commitments.all.find(
      ({ text }) => text === secrets.later,
    )?.id;
    if (handover) await months.writes("mentee", eventOf(CommitmentDone, { commitment: handover }));
    const told = { topic: "A team that has stopped disagreeing", takeaway: "One question, then wait." };
    const promised = async () => {
      const owner = months.pair.mentee.account;
      const made = { owner, text: "Make slides for May", due: on("04-30") };
      slides = await months.writes("mentee", eventOf(CommitmentMade, made));
    };
    await months.meets({ ...told, day: on("03-24"), led: "mentee", during: promised, next: on("04-07") });
    await months.meets({ ...told, day: on("04-07"), led: "mentee", closedAlone: "mentor", next: on("04-21") });
    const moment = () => months.writes("mentor", eventOf(MomentShared, { text: secrets.moment }));
    await months.meets({ ...told, day: on("04-21"), led: "mentor", during: moment, next: on("05-05") });
    await months.writes("mentee", eventOf(CommitmentDropped, { commitment: slides }));
    await months.meets({ ...told, day: on("05-05"), led: "mentor", closedAlone: "mentee" });
    await leila.visits(months.room("/goals"));
    await leila.unfolds("Done and dropped");
    await leila.reads("Make slides for May");
    await leila.reads("Dropped");
    const clock = (await months.pair.view("mentor")).state.sessions.all.map(
      ({ plan }) => plan && wallTime(plan.startsAt, zone).minutes,
    );
    expect(new Set(clock)).toEqual(new Set([14 * 60]));
  });

  it("3 June: four weeks without an hour; each gets one mail, and the programme sees nothing yet", async () => {
    const asked = () =>
      [theMentee, theMentor].map(({ email }) => mailsTo(begun, email, /^You and (Leila|Ingrid)[^,]*(?<!are a pair)$/));
    await goTo("06-02", "12:00");
    expect(asked()).toEqual([0, 0]);
    await goTo("06-03", "12:00");
    expect(asked()).toEqual([1, 1]);
    expect(await pairAsSeenBy(manager, programme)).not.toMatch(/word/i);
    await leila.visits("/");
    await leila.reads("It has been a while.");
    await leila.looksAround("home, after a while without an hour");
    await leila.visits(months.room());
    await writes(leila, secrets.silence);
    await leila.visits(months.room("/sessions"));
    await leila.presses("Take the first of these");
    await ingrid.visits(months.room());
    await ingrid.reads(secrets.silence);
    await months.takesNext();
  });

  it("the eighth session: a story, and feedback that is asked for first", async () => {
    await story.eighthSession(walk());
    await goTo("06-20", "12:00");
    expect(await pairAsSeenBy(manager, programme)).not.toMatch(/word/i);
  });

  it("10 July: four weeks ahead a mail suggests a good ending, and Leila plans it", async () => {
    const asked = () => [theMentee, theMentor].map(({ email }) => mailsTo(begun, email, /^Four weeks left with /));
    // She looks at no screen while these weeks go by.
    await leila.page.goto("about:blank");
    const told = { topic: "Where I want to be in a year", takeaway: "She needs somebody to listen." };
    await months.meets({ ...told, day: on("06-30"), led: "mentor", next: on("07-14") });
    await goTo("07-09", "12:00");
    expect(asked()).toEqual([0, 0]);
    await goTo("07-10", "12:00");
    expect(asked()).toEqual([1, 1]);
    await leila.visits(months.room("/more/farewell"));
    await leila.types("The day of your last talk", on("08-04"));
    await leila.presses("Plan it");
    await leila.reads("Planned for");
    await ingrid.visits(months.room());
    await ingrid.reads(/^A good ending is planned for/);
    await months.meets({ ...told, day: on("07-14"), led: "mentee", closedAlone: "mentor", next: on("07-28") });
    await months.meets({ ...told, day: on("07-28"), led: "mentee", next: on("08-04") });
    await leila.visits(months.room("/goals"));
    await leila.presses(`Reached: ${secrets.goal}`);
  });

  it("4 August, the last session: all good moments, three questions, and thanks", async () => {
    await goTo("08-04", "13:58");
    for (const person of both()) await person.visits(months.room("/more/farewell"));
    for (const person of both()) {
      await person.unfolds("Good moments");
      await person.reads(secrets.moment);
    }
    await leila.types("What I learned", secrets.learned);
    await leila.types("Thank you for", secrets.thanks);
    await leila.presses("Keep it");
    await ingrid.reads(secrets.learned);
    await ingrid.looksAround("the last talk");
    await leila.visits(months.session("talk"));
    await leila.presses("Go to Close");
    await leila.presses("Close the session");
    await leila.reads("The session is closed. Thank you.");
    await ingrid.visits(months.room());
    await ingrid.reads("Today, 12th session");
  });

  it("Leila takes her keepsake, and opens it offline: her own words, signatures checked", async () => {
    await story.keepsake(walk());
  });

  it("they end it; the room stays readable, and the programme learns a date", async () => {
    await goTo("08-05", "09:00");
    await leila.visits(months.room("/more"));
    await leila.presses("End this pairing now");
    await leila.presses("End the pairing");
    await ingrid.visits(months.room());
    await ingrid.reads(/^This pairing ended on/);
    expect(await ingrid.page.getByLabel(/^Write to/).count()).toBe(0);
    await manager.leaves();
    manager = await comes(begun.oakroom, { ...nadia, clock: begun.clock });
    await manager.signsIn();
    expect(await pairAsSeenBy(manager, programme)).toMatch(/Ended on 5 August 2026/);
    const seen = await manager.page.locator("body").innerText();
    for (const secret of Object.values(secrets)) expect(seen).not.toContain(secret);
  });

  it("no browser complained, and no word of the room lies in the database, its backup, a log, or a mail", async () => {
    for (const person of [leila, ingrid, manager]) await person.leaves();
    expect(await foundAround(begun.oakroom, secrets, months.pair)).toEqual([]);
  });
});
