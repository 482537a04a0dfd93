import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AnswerSuggestion, ListSuggestions } from "../app/features/programme/matching/proposals/schema.ts";
import { ListRelationships } from "../app/features/programme/relationships/schema.ts";
import { SessionPlanned } from "../app/features/room/sessions/schema.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { SessionId } from "../app/values/id.ts";
import { dayLength, hour, Instant, later } from "../app/values/instant.ts";
import { Pair } from "../demo/pair.ts";
import type { Person } from "../demo/person.ts";
import { invite } from "../demo/programme.ts";
import { newId } from "../demo/visitor.ts";
import { endBrowser } from "./kit/browser.ts";
import { filesOf, search } from "./kit/canaries.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { begin, type Begun, joinAs, nadia, unlocks } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const addressOf = (name: string) => `${name.toLowerCase().replaceAll(" ", ".")}@northwind.example`;
const names = ["Ingrid Solberg", "Leila Haddad", "Kwame Mensah", "Nia Cole"] as const;
const mentees = names.slice(1);
const ingrids = addressOf("Ingrid Solberg");
const header = "name,email,role,manager_email,languages,time_zone,offers,goals,capacity,mentor_email";
const mentor = `Ingrid Solberg,${ingrids},mentor,,en,Europe/Oslo,leading for the first time,,3,`;
const mentee = (name: string, manager = "") =>
  `${name},${addressOf(name)},mentee,${manager},en,Europe/Berlin,,leading for the first time,,${ingrids}`;
const file = (...rows: ReadonlyArray<string>) => ({
  name: "pairs.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([header, ...rows].join("\n")),
});

describe("the same mentor with three mentees, on a phone", () => {
  tellInChapters();

  let begun: Begun;
  let manager: Visitor;
  let phone: Visitor;
  const people = new Map<string, Person>();
  const pairs = new Map<string, Pair>();
  const start = Instant.parse(Math.ceil(Date.now() / hour) * hour);

  const person = (name: string): Person => {
    const found = people.get(name);
    if (!found) throw new Error(`${name} has not joined`);
    return found;
  };

  beforeAll(async () => {
    begun = await begin({ env: { OAKROOM_LOG: "debug" } });
    manager = await comes(begun.oakroom, nadia);
    await manager.signsIn();
  });

  afterAll(async () => {
    await begun?.oakroom.end();
    await endBrowser();
  });

  async function opens(rows: ReturnType<typeof file>): Promise<void> {
    await manager.visits(`/programmes/${begun.managed.programmeId}/people/import`);
    await manager.page.locator("input[type=file]").setInputFiles(rows);
    await manager.reads("What would happen");
  }

  it("Nadia’s file names three existing pairs; a line manager is refused before anything is written", async () => {
    await opens(file(mentor, mentee("Leila Haddad", ingrids), ...mentees.slice(1).map((name) => mentee(name))));
    await manager.reads("are in one reporting line, so they cannot be a pair here");
    await opens(file(mentor.replace(/,3,/, ",2,"), ...mentees.map((name) => mentee(name))));
    await manager.reads("One existing pair is more than its mentor has places for");
    await manager.reads(/offers 2 places and has 3 mentees with this pair\. Give them more places/);
    await manager.looksAround("import, more existing pairs than places");
    await opens(file(mentor, ...mentees.map((name) => mentee(name))));
    await manager.reads("existing pairs");
    await manager.reads("Whoever has a mentor already skips matching.");
    await manager.looksAround("import, existing pairs");
    await manager.presses("Import 4 people");
    await manager.reads("Nobody has been written to.");
  });

  it("they wait among the pairs until both take part, and nobody else is suggested to them", async () => {
    await manager.visits(`/programmes/${begun.managed.programmeId}/pairs`);
    await manager.reads("3 existing pairs");
    await expect.poll(() => manager.page.getByText("Asked once both take part.").count()).toBe(3);
    await manager.looksAround("existing pairs");
    await invite(begun.managed, names.map(addressOf));
    for (const name of names)
      people.set(name, await joinAs(begun, addressOf(name), { why: "Somebody did this for me." }));
    await manager.visits(`/programmes/${begun.managed.programmeId}/matching`);
    await expect.poll(() => manager.page.getByText(/^Open until/).count()).toBe(3);
    await manager.leaves();
  });

  it("each mentee says yes, and so does Ingrid on her phone: three rooms open", async () => {
    for (const name of mentees) {
      const { visitor } = person(name);
      await expect.poll(async () => (await visitor.ask(ListSuggestions, {})).open.length).toBe(1);
      const [open] = (await visitor.ask(ListSuggestions, {})).open;
      if (!open) throw new Error("nobody is suggested");
      await visitor.ask(AnswerSuggestion, { params: { matchId: open.matchId }, body: { answer: "yes" } });
    }
    phone = await comes(begun.oakroom, { name: "Ingrid Solberg", email: ingrids, device: "phone" });
    await phone.signsIn();
    await phone.reads("3 people are suggested to you");
    await phone.presses("Read why, and answer");
    await phone.reads("“Autumn mentoring” says that you are a pair already.");
    await phone.looksAround("suggestions, existing pairs");
    const open = () => phone.page.getByRole("button", { name: "Yes, we go on here" }).count();
    for (let left = 3; left > 0; left -= 1) {
      await expect.poll(open).toBe(left);
      await phone.presses("Yes, we go on here");
    }
    await expect.poll(open).toBe(0);
    await phone.reads(/^You and \w+ are a pair/);
    const { relationships } = await person("Ingrid Solberg").visitor.ask(ListRelationships, {});
    expect(relationships).toHaveLength(3);
    for (const { partner, relationshipId } of relationships) {
      const name = mentees.find((one) => one.startsWith(partner.name)) ?? "";
      const pair = new Pair(relationshipId, person(name), person("Ingrid Solberg"));
      await pair.ready();
      pairs.set(name, pair);
    }
  });

  it("Home ranks them by the next date, whichever room is newer", async () => {
    const inDays: ReadonlyArray<readonly [string, number]> = [
      ["Leila Haddad", 5],
      ["Nia Cole", 2],
    ];
    for (const [name, days] of inDays) {
      const slot = { startsAt: later(start, days * dayLength), lengthMinutes: 60, timeZone: "Europe/Berlin" };
      const pair = pairs.get(name);
      await pair?.write("mentee", eventOf(SessionPlanned, { sessionId: SessionId.parse(newId()), slot }));
      await pair?.tellDates("mentee", start);
    }
    const first = pairs.get("Nia Cole");
    if (!first) throw new Error("there is no pair");
    await unlocks(phone, person("Ingrid Solberg"), first.room);
    await phone.visits("/");
    const ranked = () =>
      phone.page
        .locator(".home-room h2")
        .evaluateAll((all) => all.map((one) => /With (\w+)/.exec(one.textContent)?.[1]));
    await expect.poll(ranked).toEqual(["Nia", "Leila", "Kwame"]);
    await phone.looksAround("home with three mentees");
  });

  it("what she wrote in one room she may begin with in the next, and nothing of it is written until she does", async () => {
    const [first, second] = [pairs.get("Nia Cole"), pairs.get("Leila Haddad")];
    if (!first || !second) throw new Error("there are no pairs");
    await phone.visits(`/rooms/${first.room}/feedback`);
    await phone.types("Please avoid", "Praise before a but.");
    await phone.presses("Keep it");
    await phone.reads("Kept");
    await phone.visits(`/rooms/${second.room}/feedback`);
    await phone.presses("Begin with my words from the room with Nia");
    await expect.poll(() => phone.field("Please avoid").inputValue()).toBe("Praise before a but.");
    await phone.looksAround("feedback manual, begun with words of one's own");
    expect((await second.view("mentee")).state.feedback.manuals).toEqual({});
  });

  it("she asks the programme, and says about whom, because she likes to", async () => {
    await phone.visits(`/ask/${begun.managed.programmeId}`);
    await phone.sees("Ask the programme");
    await phone.ticks("I cannot reach the other person");
    await phone.field("About whom, if you like to say").selectOption("Kwame");
    await phone.types("If you like, a few words", "Two weeks without a word.");
    await phone.looksAround("ask the programme, about one of three");
    await phone.presses("Ask");
    await phone.reads("About Kwame. Two weeks without a word.");
  });

  it("her own calendar reads both dates by an address, busy and without a name, until she takes it away", async () => {
    await phone.visits("/calendar");
    await phone.sees("Your calendar");
    await phone.presses("Make an address: For your own calendar");
    const address = await phone.page.locator("figure code").innerText();
    await phone.looksAround("calendar, an address was made");
    const fetched = await fetch(address);
    const written = await fetched.text();
    expect(written).not.toMatch(/Nia|Leila|Kwame|Ingrid/);
    const events = new ICAL.Component(ICAL.parse(written))
      .getAllSubcomponents("vevent")
      .map((one) => new ICAL.Event(one));
    expect(events.map(({ summary, startDate }) => [summary, startDate.toJSDate().getTime()])).toEqual([
      ["Busy", start + 2 * dayLength],
      ["Busy", start + 5 * dayLength],
    ]);
    // The address is told once: neither a file of the server nor its log has its token, also while it says the most.
    await expect.poll(() => begun.oakroom.said.includes("/calendar-feeds/:token/busy.ics")).toBe(true);
    const places = [...filesOf(begun.oakroom), { name: "log", bytes: Buffer.from(begun.oakroom.said) }];
    expect(search({ token: address.split("/")[5] ?? "" }, places)).toEqual([]);
    await phone.presses("Take it away: For your own calendar");
    await phone.reads("Taken away.");
    expect((await fetch(address)).status).toBe(404);
  });

  it("a server that tells another time is found out: her room shows the one that the two set", async () => {
    await phone.page.route("**/api/relationships", async (route) => {
      const answered = await route.fetch();
      const told = ListRelationships.answer.parse(await answered.json());
      const relationships = told.relationships.map((one) => ({
        ...one,
        nextSession: one.nextSession && { ...one.nextSession, startsAt: later(one.nextSession.startsAt, hour) },
      }));
      await route.fulfill({ response: answered, json: { relationships } });
    });
    await phone.visits("/");
    await phone.reads("Mails and calendars may show another time");
    await phone.reads(/With Nia: your room says/);
    await phone.looksAround("home, the server tells another time");
    await phone.page.unroute("**/api/relationships");
    await phone.leaves();
  });
});
