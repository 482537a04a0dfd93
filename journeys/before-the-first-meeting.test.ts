import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itemTexts } from "../content/blocks.ts";
import { mentorMotives } from "../content/en/mentor.generated.ts";
import { roomOf } from "../app/values/id.ts";
import type { Person } from "../demo/person.ts";
import { answerFirst, importPeople, invite, makeDraft, sendDraft } from "../demo/programme.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { begin, type Begun, joinAs, nadia, opensRooms } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const header =
  "name,email,role,team,manager_email,level,site,time_zone,languages,offers,goals,limits,capacity,availability";
const rows = [
  // Leila's own lead is on the list, so it is known which way grades run.
  "Leila Haddad,leila.haddad@northwind.example,mentee,Logistics,bruno.keller@northwind.example,3,Hamburg,Europe/Berlin,en,,leading for the first time,,,Mon-Fri 08:00-18:00",
  "Bruno Keller,bruno.keller@northwind.example,mentor,Logistics,,4,Hamburg,Europe/Berlin,en,,,,1,Mon-Fri 08:00-18:00",
  "Ingrid Solberg,ingrid.solberg@northwind.example,mentor,Engineering,,5,Oslo,Europe/Oslo,en,leading for the first time,,negotiating a salary,1,Mon-Fri 08:00-18:00",
];
const emil =
  "Emil Berg,emil.berg@northwind.example,mentor,Research,,3,Oslo,Europe/Oslo,en,saying no,,,1,Mon-Fri 08:00-18:00";
const address = {
  leila: "leila.haddad@northwind.example",
  ingrid: "ingrid.solberg@northwind.example",
  emil: "emil.berg@northwind.example",
};
const bytesOf = (lines: ReadonlyArray<string>) =>
  new Uint8Array(new TextEncoder().encode([header, ...lines].join("\n")));

let begun: Begun;
let leilaAtHome: Person;
let ingrid: Visitor;
let leila: Visitor;
let manager: Visitor;

beforeAll(async () => {
  begun = await begin();
  await importPeople(begun.managed, bytesOf(rows));
  await invite(begun.managed, [address.leila, address.ingrid]);
  leilaAtHome = await joinAs(begun, address.leila, {});
  await joinAs(begun, address.ingrid, {
    why: "Somebody took an hour for me.",
    helpWith: [{ topic: "leading for the first time", learned: "I led one before I was ready" }],
  });
  manager = await comes(begun.oakroom, nadia);
  await manager.signsIn();
  ingrid = await comes(begun.oakroom, { name: "Ingrid Solberg", email: address.ingrid, device: "phone" });
  await ingrid.signsIn();
});

afterAll(async () => {
  await begun?.oakroom.end();
  await endBrowser();
});

/** Everything that a page of this browser could have kept on the device. */
function keptOnDevice({ page }: Visitor): Promise<string> {
  return page.evaluate(async () => {
    const stores = [localStorage, sessionStorage].map((store) => Object.entries(store));
    const databases = (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`);
    return JSON.stringify([stores, databases, await caches.keys(), document.cookie, location.href, history.length]);
  });
}

describe("before the first meeting, by phone", () => {
  tellInChapters();

  it("Ingrid reads four short parts, of which nobody keeps a record", async () => {
    await ingrid.presses("Ten minutes to prepare");
    await ingrid.sees("Before the first meeting");
    await ingrid.reads("Let the other finish.");
    await ingrid.looksAround("prepare");
    // The first visit keeps the shell, which asks for the page once more, whenever the browser finds the time.
    await ingrid.page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const sent = ingrid.watch.sent.length;
    await ingrid.presses("Next: Power");
    await ingrid.reads("Whoever has less power feels it more than you do.");
    await ingrid.presses("Next: Limits");
    await ingrid.reads("I do not know enough about that.");
    await ingrid.presses("Next: Duties");
    await ingrid.reads("I take part in decisions about my mentee");
    await ingrid.looksAround("prepare-duties");
    expect(ingrid.watch.sent.slice(sent).map(({ url }) => url)).toEqual([]);
  });

  it("Help names whom she can turn to, before anybody is suggested to her", async () => {
    await ingrid.visits("/help");
    await ingrid.reads("Lena Brandt");
    await ingrid.reads("Paul Okafor");
    await ingrid.unfolds("When I may have to speak");
    await ingrid.reads("I cannot promise silence if");
    await ingrid.looksAround("help");
    await ingrid.visits(`/prepare/${begun.managed.programmeId}`);
  });

  it("P20 P100 never sends or keeps a word of the check: no request, no storage, and it ends without a grade", async () => {
    await ingrid.presses(/six sentences, for yourself alone/);
    await ingrid.sees("Why I would like to do this");
    await ingrid.settles();
    const [sent, kept] = [ingrid.watch.sent.length, await keptOnDevice(ingrid)];
    const said = ["Mostly", "Mostly", "A little", "Fully", "In part", "Not at all"];
    for (const [at, sentence] of itemTexts(mentorMotives).entries())
      await ingrid.page
        .getByRole("group", { name: sentence })
        .getByLabel(said[at] ?? "", { exact: true })
        .check();
    await ingrid.presses("What this says");
    await ingrid.reads("Giving and getting are close, and both are human.");
    await ingrid.reads("ask three questions before you offer one idea");
    await ingrid.reads("Tell me how this is right for you.");
    await ingrid.settles();
    expect(ingrid.watch.sent.slice(sent).map(({ url }) => url)).toEqual([]);
    expect(await keptOnDevice(ingrid)).toBe(kept);
    const choices = ["Continue", "Start later", "Step back"].map((name) => ingrid.control(name));
    const looks = await Promise.all(
      choices.map((one) =>
        one.evaluate((element) => [element.dataset["kind"], element.getBoundingClientRect().height]),
      ),
    );
    expect(new Set(looks.map((look) => look.join(" "))).size).toBe(1);
    await ingrid.looksAround("check");
  });

  it("P101 she starts later; the programme reads three words", async () => {
    await ingrid.presses("Start later");
    await ingrid.reads("You do not take part this time.");
    await ingrid.looksAround("home-aside");
    await manager.visits(`/programmes/${begun.managed.programmeId}/people`);
    const row = manager.page.getByRole("row").filter({ hasText: "Ingrid Solberg" });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/Not this time/);
    await manager.looksAround("people-aside");
  });

  it("she comes back when she likes", async () => {
    await ingrid.presses("Take part again");
    await ingrid.sees("My profile");
    await ingrid.reads("Your programme reads “not this time”, and nothing more.");
    await ingrid.looksAround("profile-aside");
    await ingrid.presses("Take part again");
    await ingrid.reads("You take part.");
  });

  it("P92 both read how far apart they stand, and whoever stands above finds a card on power", async () => {
    await sendDraft(begun.managed, await makeDraft(begun.managed));
    await ingrid.visits("/suggestions");
    await ingrid.reads("You are two levels above Leila, in another line.");
    await ingrid.unfolds("You stand above them: a card on power");
    await ingrid.reads("keep your rank out of examples");
    await ingrid.looksAround("suggestion-above");
    leila = await comes(begun.oakroom, { name: "Leila Haddad", email: address.leila });
    await leila.signsIn();
    await leila.visits("/suggestions");
    await leila.reads("Ingrid is two levels above you, in another line.");
    await leila.reads("leading for the first time: I led one before I was ready");
    await leila.reads("negotiating a salary");
    await leila.reads("Somebody took an hour for me.");
    expect(await leila.page.getByText("a card on power").count()).toBe(0);
  });

  it("she declares a conflict with one press, and all read the same neutral sentence", async () => {
    await ingrid.unfolds("A conflict of interest?");
    await ingrid.looksAround("suggestion-conflict");
    const hold = Promise.withResolvers<void>();
    await leila.page.route("**/api/suggestions/*/conflict", async (route) => {
      await hold.promise;
      await route.continue();
    });
    await leila.unfolds("A conflict of interest?");
    await leila.presses("There is a conflict");
    await ingrid.presses("There is a conflict");
    await ingrid.reads("Leila Haddad: this pair did not come about");
    await leila.reads("Ingrid Solberg: this pair did not come about");
    // She pressed as well, a moment too late, and is told so in its own words.
    hold.resolve();
    await leila.reads("This suggestion has closed in the meantime.");
    await manager.visits(`/programmes/${begun.managed.programmeId}/matching`);
    await manager.reads("This pair did not come about");
    for (const visitor of [leila, manager])
      expect(await visitor.page.getByText("conflict").filter({ visible: true }).count()).toBe(0);
  });
});

describe("in the room", () => {
  it("P65 P76 stands why he is here, and the story that only his pair may read; a conflict ends it without fault", async () => {
    await importPeople(begun.managed, bytesOf([emil]));
    await invite(begun.managed, [address.emil]);
    const person = await joinAs(begun, address.emil, {
      why: "I was new once, too.",
      setback: "My first product shipped a year late.",
    });
    await sendDraft(begun.managed, await makeDraft(begun.managed));
    await answerFirst(leilaAtHome.visitor, "yes");
    const relationship = await answerFirst(person.visitor, "yes");
    if (!relationship) throw new Error("no pair came about");
    await leila.leaves();
    leila = await opensRooms(begun.oakroom, leilaAtHome, roomOf(relationship), { device: "phone" });
    await leila.visits(`/rooms/${relationship}/more`);
    await leila.presses("Whom you meet");
    await leila.reads("I was new once, too.");
    await leila.reads("My first product shipped a year late.");
    await leila.unfolds("A conflict of interest?");
    await leila.looksAround("about");
    await leila.presses("There is a conflict");
    await leila.readsNoMore("A conflict of interest?");
    await manager.visits(`/programmes/${begun.managed.programmeId}/pairs`);
    await manager.reads(/^Ended on/);
    for (const visitor of [ingrid, leila, manager]) await visitor.leaves();
  });
});
