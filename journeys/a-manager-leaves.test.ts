import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkIn } from "../demo/outbox.ts";
import { answerFirst, makeDraft, sendDraft } from "../demo/programme.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { begin, type Begun, bringIn, leila, nadia } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const otto = { name: "Otto Meier", email: "otto.meier@northwind.example" } as const;
const pia = { name: "Pia Lund", email: "pia.lund@northwind.example" } as const;

let begun: Begun;
let programme: string;
let people: Awaited<ReturnType<typeof bringIn>>;
let first: Visitor;
let second: Visitor;
let reader: Visitor;
let third: Visitor;
let link: string;

const question = "She has not written for three weeks, larkspur-17";

beforeAll(async () => {
  begun = await begin();
  programme = `/programmes/${begun.managed.programmeId}`;
  people = await bringIn(begun);
  await sendDraft(begun.managed, await makeDraft(begun.managed));
  await answerFirst(people.leila.visitor, "yes");
});

afterAll(async () => {
  await begun?.oakroom.end();
  await endBrowser();
});

describe("a manager leaves in mid-programme", () => {
  tellInChapters();

  it("Nadia, who manages it alone, cannot just go; she invites Otto by mail", async () => {
    first = await comes(begun.oakroom, nadia);
    await first.signsIn();
    await first.visits(programme);
    await first.presses("Managers");
    await first.sees("Managers");
    await first.reads(nadia.email);
    expect(await first.control("Stop managing").count()).toBe(0);
    await first.types("Name", otto.name);
    await first.presses("Send the invitation");
    await first.reads("Write an address such as lena@example.org");
    await first.types("E-mail address", otto.email);
    await first.presses("Send the invitation");
    await first.reads(`${otto.name} gets a mail with a link.`);
    await first.reads("can accept until");
    await first.looksAround("managers, one invited");
  });

  it("Otto reads what it is for, accepts on his phone, and manages from then on", async () => {
    second = await comes(begun.oakroom, { ...otto, device: "phone" });
    link = linkIn(await second.mail("would you help to manage it?"));
    await second.visits(link);
    await second.reads("You will not see room contents.");
    await second.looksAround("an invitation to manage");
    await second.presses("Manage this programme");
    await second.sees("Autumn mentoring");
    await second.visits(`${programme}/managers`);
    await second.reads(nadia.email);
    await second.looksAround("managers, two");
  });

  it("the same link does not work again", async () => {
    const again = await comes(begun.oakroom, otto);
    await again.visits(link);
    await again.sees("This link does not work");
    await again.leaves();
  });

  it("Nadia goes: from then on she can do nothing there, and everything else is as it was", async () => {
    await first.visits(`${programme}/managers`);
    await first.presses("Stop managing");
    await first.presses("Stop managing", first.page.getByRole("dialog"));
    await first.reads(`${nadia.name} does not manage the programme any more.`);
    await first.visits(`${programme}/people`);
    await first.reads("This is not here, or not yours to see.");
    await first.leaves();
    const relationship = await answerFirst(people.ingrid.visitor, "yes");
    expect(relationship).toBeDefined();
    await second.visits(`${programme}/pairs`);
    await second.reads(leila.name);
  });

  it("Leila asks the programme from Home; the mail to Otto holds no word of it", async () => {
    reader = await comes(begun.oakroom, { ...leila, device: "phone" });
    await reader.signsIn();
    await reader.presses("Ask the programme");
    await reader.sees("Ask the programme");
    await reader.reads("The programme reads this.");
    await reader.presses("Ask");
    await reader.reads("Choose what it is about");
    await reader.ticks("I cannot reach the other person");
    await reader.types("If you like, a few words", "x".repeat(2001));
    await reader.presses("Ask");
    await reader.reads("Write at most 2,000 characters");
    await reader.types("If you like, a few words", question);
    await reader.presses("Ask");
    await reader.reads("On its way to your programme");
    await reader.looksAround("ask the programme");
    const { text } = await second.mail("somebody asked something");
    expect(text).not.toMatch(/Leila|larkspur/);
  });

  it("Otto takes it up and answers; she follows the mail to the answer", async () => {
    await second.visits("/");
    await second.presses("One question waits");
    await second.reads(question);
    await second.presses(`I look after this: ${leila.name}`);
    await second.reads(`${otto.name} looks after it`);
    await second.types("Your answer", "x".repeat(2001));
    await second.presses("Send the answer");
    await second.reads("Write an answer of at most 2,000 characters");
    await second.types("Your answer", "Ingrid is away until Monday; she knows.");
    await second.looksAround("the inbox, one taken up");
    await second.presses("Send the answer");
    await second.reads("Answered. They get a mail with a link.");
    await reader.opensMail("an answer for you");
    await reader.reads("Ingrid is away until Monday; she knows.");
  });

  it("Otto would remind whoever has not answered: he sees counts, and what is young is left alone", async () => {
    await second.visits(programme);
    await second.presses("Remind whoever has not answered");
    await second.reads("1 pair has not met yet.");
    await second.reads("No suggestion is open.");
    await second.looksAround("reminders");
    await second.presses("Remind: First dates");
    await second.reads("Nobody was reminded.");
  });

  it("Otto and Leila read who changed what; hers is what is about her, and nobody else", async () => {
    await second.visits(`${programme}/changes`);
    await second.sees("What managers changed");
    await second.reads(`${nadia.name} stopped managing the programme`);
    await second.reads(`${nadia.name} had the programme suggest a pair to Ingrid Solberg and Leila Haddad`);
    await second.looksAround("what managers changed");
    await reader.visits("/settings");
    await reader.presses("What managers changed about you");
    await reader.sees("What managers changed about you");
    await reader.reads(`${nadia.name} invited you`);
    await reader.reads(`${otto.name} became a manager of the programme`);
    expect(await reader.page.locator("main").innerText()).not.toContain("Ingrid");
    await reader.looksAround("what managers changed about me");
  });

  it("Otto cannot be reached any more: the operator appoints Pia, and everyone can read that", async () => {
    const { oakroom } = begun;
    const said = oakroom.command("appoint", `${pia.name} <${pia.email}>`, "--beside");
    const signIn = /https?:\/\/\S+\/sign-in#t=\S+/.exec(said)?.[0] ?? "";
    third = await comes(oakroom, pia);
    await third.visits(signIn);
    await third.presses("Sign in");
    await third.page.getByLabel(/^Menu of /).waitFor();
    await third.visits(`${programme}/managers`);
    await third.presses(`Take out ${otto.name}`);
    await third.presses("Take out", third.page.getByRole("dialog"));
    await third.reads(`${otto.name} does not manage the programme any more.`);
    await third.visits(`${programme}/changes`);
    await third.reads(`made ${pia.name} a manager of the programme`);
    await second.visits(`${programme}/pairs`);
    expect(await second.page.getByText(leila.name).count()).toBe(0);
    await second.leaves();
  });

  it("Pia ends the programme: Leila reads on Home that her room goes on, and it does", async () => {
    await third.visits(programme);
    await third.presses("End the programme");
    await third.sees("End the programme");
    await third.looksAround("ending a programme");
    await third.page.getByLabel("Now").check();
    await third.presses("End the programme");
    await third.reads("End it for everyone, now?");
    await third.presses("End it now");
    await third.reads("It ended on");
    await third.reads("You can take it back until");
    await third.looksAround("a programme that ended");
    await third.visits(programme);
    await third.reads("The programme has ended");
    await third.looksAround("page of a programme that ended");
    await third.visits(`${programme}/people`);
    await third.reads("The programme has ended: nobody is invited any more.");
    await third.ticks(`Choose ${leila.name}`);
    await third.control("They have left").waitFor();
    expect(await third.control(/^Invite/).count()).toBe(0);
    expect(await third.control(/Import/).count()).toBe(0);
    await reader.visits("/");
    await reader.reads("has ended");
    await reader.reads("Rooms go on until one of their two ends them.");
    await reader.looksAround("home after a programme ended");
    await reader.leaves();
  });

  it("Pia makes a next one from it, and chooses who is asked whether they continue", async () => {
    await third.visits(programme);
    await third.presses("Make a next programme from this one");
    await third.sees("A next programme from this one");
    await third.types("What is the programme called?", "Spring mentoring");
    await third.page.getByLabel("As a cohort, with a first and a last day").check();
    await third.types("First day", "2020-01-01");
    await third.types("Last day", "2020-06-30");
    await third.presses("Make it");
    await third.reads("This day is over. Choose one that is to come.");
    await third.page.getByLabel("It goes on, and people come and go").check();
    await third.presses("Make it");
    await third.reads("Tick this once it is true");
    await third.page.getByLabel("Everyone who takes part in it is of age").check();
    await third.page.getByLabel("No contact reports to another of them").check();
    await third.looksAround("a next programme");
    await third.presses("Make it");
    await third.sees("Who continues?");
    await third.presses("Choose everyone, in the roles they had");
    expect(await third.page.getByLabel(`${leila.name}, as a mentee`).isChecked()).toBe(true);
    await third.page.getByLabel(`${leila.name}, as a mentor`).check();
    await third.reads("Their rooms stay where they are.");
    await third.looksAround("who continues");
    await third.presses("Put them on the list");
    await third.reads("2 people are on the list.");
    await third.reads("on the list already");
    await third.leaves();
  });
});
