import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importPeople, invite } from "../demo/programme.ts";
import { begin, type Begun, joinAs, nadia } from "./kit/fixtures.ts";
import { endBrowser } from "./kit/browser.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const header =
  "name,email,role,team,manager_email,level,site,time_zone,languages,offers,goals,limits,capacity,availability";
const rows = [
  "Leila Haddad,leila.haddad@northwind.example,mentee,Logistics,,3,Hamburg,Europe/Berlin,en;de,,leading for the first time,,,Mon-Fri 08:00-18:00",
  "Kwame Mensah,kwame.mensah@northwind.example,mentee,Finance,,3,Lagos,Africa/Lagos,en,,reading a balance sheet,,,Mon-Fri 08:00-18:00",
  "Ingrid Solberg,ingrid.solberg@northwind.example,mentor,Engineering,,6,Oslo,Europe/Oslo,en;no,leading for the first time,,negotiating a salary,1,Mon-Fri 08:00-18:00",
  "Petra Svoboda,petra.svoboda@northwind.example,mentor,Controlling,,6,Praha,Europe/Prague,en;cs,reading a balance sheet,,,1,Mon-Fri 08:00-18:00",
  "Ravi Iyer,ravi.iyer@northwind.example,mentor,Finance,,6,Bengaluru,Asia/Kolkata,en,returning after leave,,,1,Mon-Fri 08:00-18:00",
];
const addressOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@northwind.example`;
const names = ["Leila Haddad", "Kwame Mensah", "Ingrid Solberg", "Petra Svoboda", "Ravi Iyer"];

let begun: Begun;
let manager: Visitor;
const board = () => `/programmes/${begun.managed.programmeId}/matching`;

beforeAll(async () => {
  begun = await begin();
  await importPeople(begun.managed, new TextEncoder().encode([header, ...rows].join("\n")));
  await invite(begun.managed, names.map(addressOf));
  for (const name of names) await joinAs(begun, addressOf(name), { why: "Somebody did this for me." });
  manager = await comes(begun.oakroom, nadia);
  await manager.signsIn();
});

afterAll(async () => {
  await begun?.oakroom.end();
  await endBrowser();
});

/** Goes on with the Tab key until something of this name has the focus, then presses Enter. */
async function entersOn({ page }: Visitor, name: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.matches("button, a, summary") ? (element.getAttribute("aria-label") ?? element.textContent) : "";
    });
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press("Tab");
    if (name.test(await focused())) return page.keyboard.press("Enter");
  }
  throw new Error(`the keyboard does not reach ${String(name)}`);
}

/** The words of what has the focus. */
const focusOf = ({ page }: Visitor) =>
  page.evaluate(() => (document.activeElement?.matches("h1, h2, a, button") ? document.activeElement.textContent : ""));

/** Leila's row on the board. */
const leilasRow = () => manager.page.getByRole("row").filter({ hasText: "Leila Haddad" });

describe("what the programme says of a mentor", () => {
  it("P98: Nadia writes for what Ingrid is invited; nothing of it stands on a card before", async () => {
    await manager.visits(`/programmes/${begun.managed.programmeId}/people`);
    await manager.presses("Ingrid Solberg");
    await manager.reads("The card says nothing about it.");
    await manager.presses("Write it");
    await manager.presses("Take what Ingrid Solberg offers");
    await manager.looksAround("person-invited-for");
    await manager.presses("Save");
    await manager.reads("Invited by Autumn mentoring as a mentor for leading for the first time.");
  });
});

describe("whom people wish for", () => {
  it("Petra and Kwame wish for each other, each on a phone and by themselves; nobody sees it", async () => {
    for (const [name, other] of [
      ["Kwame Mensah", "Petra Svoboda"],
      ["Petra Svoboda", "Kwame Mensah"],
    ] as const) {
      const person = await comes(begun.oakroom, { name, email: addressOf(name), device: "phone" });
      await person.signsIn();
      await person.visits("/suggestions");
      await person.presses("Whom you wish for");
      await person.reads("Only you read this");
      await person.page.getByLabel("People you wish for", { exact: false }).first().fill(addressOf(other));
      await person.page.keyboard.press("Enter");
      await person.looksAround("wishes");
      await entersOn(person, /^Save$/);
      await person.reads("Saved. It counts from the next draft.");
      await person.leaves();
    }
  });
});

describe("who meets whom, with the keyboard alone", () => {
  it("Nadia makes a draft, and reads why each pair, and that no better one exists", async () => {
    await manager.visits(board());
    await entersOn(manager, /^Make a draft$/);
    await manager.reads(/Proved best possible under your rules: 5 pairs checked/);
    await expect.poll(() => focusOf(manager)).toBe("The draft");
    await expect
      .poll(() => leilasRow().innerText())
      .toMatch(/Leila would like help with\s+leading for the first time; Ingrid offers just that\./);
    await manager.reads("You cannot see room contents");
    await manager.looksAround("board");
  });

  it("she sees what another mentor for Leila would change, leaves it, then keeps it, and takes it back", async () => {
    await entersOn(manager, /^Change Leila Haddad and Ingrid Solberg$/);
    await manager.reads("1 place");
    await manager.looksAround("board-choose");
    await entersOn(manager, /^Choose Petra Svoboda$/);
    await manager.reads("Leila Haddad: from Ingrid Solberg to Petra Svoboda");
    await manager.reads("Kwame Mensah: from Petra Svoboda to Ingrid Solberg");
    await manager.looksAround("board-change");
    await entersOn(manager, /^Leave it as it is$/);
    await manager.readsNoMore("What would change");
    await expect.poll(() => leilasRow().innerText()).toContain("Ingrid Solberg");
    await entersOn(manager, /^Change Leila Haddad and Ingrid Solberg$/);
    await entersOn(manager, /^Choose Petra Svoboda$/);
    await entersOn(manager, /^Keep this change$/);
    await manager.reads(/draft 2$/);
    await expect.poll(() => leilasRow().innerText()).toMatch(/Petra Svoboda[\s\S]*Pinned/);
    await entersOn(manager, /^\s*Undo$/);
    await manager.reads(/draft 1$/);
    await expect.poll(() => leilasRow().innerText()).toContain("Ingrid Solberg");
  });

  it("no hand breaks a rule: Kwame and Ravi are in the same team", async () => {
    await entersOn(manager, /^Change Kwame Mensah and Petra Svoboda$/);
    await entersOn(manager, /not possible/);
    await manager.reads("They are in the same team.");
    expect(await manager.page.getByRole("button", { name: "Choose Ravi Iyer" }).count()).toBe(0);
    await manager.page.keyboard.press("Escape");
  });

  it("P106: she sees what other rules would change before she saves them, and leaves it; then she saves another weight", async () => {
    await manager.visits(`/programmes/${begun.managed.programmeId}/criteria`);
    await manager.page.getByLabel("Hours a week that they must have in common").selectOption("10");
    await entersOn(manager, /^Show what would change$/);
    await manager.reads("What everyone will read");
    await manager.reads("They have at least 10 hours a week in common. new");
    await manager.looksAround("criteria-change");
    await entersOn(manager, /^Leave it as it is$/);
    await manager.readsNoMore("What everyone will read");
    await entersOn(manager, /^Everything as usual$/);
    await manager.page.getByLabel("The same site").selectOption("twice");
    await manager.page.getByLabel(/^A fair line/).selectOption("200 points");
    await entersOn(manager, /^Show what would change$/);
    await manager.reads("Nobody in the draft would move.");
    await manager.reads("Pairs below the fair line");
    await entersOn(manager, /^Save these rules and points$/);
    await manager.reads("Saved. The next draft is made by these rules and points.");
    await manager.looksAround("criteria");
    await manager.visits(board());
    await manager.reads("The rules and points have changed since this draft was made.");
  });

  it("she asks all four, and reads that both have a week", async () => {
    await entersOn(manager, /^Ask 4 people$/);
    await manager.reads("Nobody learns who answered what");
    await entersOn(manager, /^Ask 4 people$/);
    await manager.reads("4 people are asked.");
    await expect.poll(() => focusOf(manager)).toBe("Asked");
    await manager.reads(/^Open until/);
    await expect.poll(() => manager.page.getByText(/^Open until/).count()).toBe(2);
    await manager.looksAround("board-asked");
  });
});

describe("how suggestions are made", () => {
  it("P106: what was on the board stays, and she lays two drafts beside each other", async () => {
    await manager.presses("Drafts and rounds so far");
    await manager.sees("Drafts and rounds");
    await manager.reads("its people were asked");
    await manager.presses("Compare");
    await manager.reads(/^From draft \d+ to draft \d+$/);
    await manager.reads("Points of fit in all");
    await manager.looksAround("drafts and rounds");
    await manager.visits(`/programmes/${begun.managed.programmeId}/matching`);
  });

  it("P106: Kwame reads the rules and points on his phone, and that Nadia changed them", async () => {
    const kwame = await comes(begun.oakroom, {
      name: "Kwame Mensah",
      email: addressOf("Kwame Mensah"),
      device: "phone",
    });
    await kwame.signsIn();
    await kwame.visits("/suggestions");
    await kwame.presses("How suggestions are made");
    await kwame.reads("Rules that always hold");
    await kwame.reads("100");
    await kwame.looksAround("how-suggestions");
    await kwame.presses("What managers changed about you");
    await kwame.reads(/changed how suggestions are made: how much each thing counts/);
    await kwame.leaves();
  });
});

describe("an answer", () => {
  it("Leila reads why on her phone, says not this one, and nobody hears of it", async () => {
    const leila = await comes(begun.oakroom, {
      name: "Leila Haddad",
      email: addressOf("Leila Haddad"),
      device: "phone",
    });
    await leila.signsIn();
    await leila.reads("Ingrid Solberg is suggested to you");
    await leila.looksAround("home-suggested");
    await leila.presses("Read why, and answer");
    await leila.reads("Invited by Autumn mentoring as a mentor for leading for the first time.");
    await leila.reads("Somebody did this for me.");
    await leila.reads("Different team. No reporting line.");
    await leila.looksAround("suggestion");
    await entersOn(leila, /^Not this one$/);
    await leila.reads("Nobody is told, and no reason is asked.");
    await leila.looksAround("suggestion-no");
    await entersOn(leila, /^Not this one$/);
    await leila.reads("You have answered.");
    await leila.leaves();

    await manager.visits(board());
    await manager.reads(/^Open until/);
    await expect.poll(() => manager.page.getByText(/^Open until/).count()).toBe(2);
    await manager.readsNoMore("This pair did not come about");
  });

  it("Ingrid finds her card as it was; her yes waits like any other", async () => {
    const ingrid = await comes(begun.oakroom, { name: "Ingrid Solberg", email: addressOf("Ingrid Solberg") });
    await ingrid.signsIn();
    await ingrid.visits("/suggestions");
    await ingrid.reads("Leila would like help with");
    await ingrid.presses("Yes, I would like to meet Leila");
    await ingrid.reads("You have answered. If you both say yes, your room opens at once");
    expect(await ingrid.page.getByRole("button", { name: "Not this one" }).count()).toBe(0);
    await ingrid.looksAround("suggestion-answered");
    await ingrid.leaves();
  });

  it("Kwame and Petra both say yes, and are a pair; Nadia sees that, and nothing more", async () => {
    const [kwame, petra] = [
      await comes(begun.oakroom, { name: "Kwame Mensah", email: addressOf("Kwame Mensah") }),
      await comes(begun.oakroom, { name: "Petra Svoboda", email: addressOf("Petra Svoboda") }),
    ];
    for (const person of [kwame, petra]) {
      await person.signsIn();
      await person.visits("/suggestions");
    }
    await petra.presses("Yes, I would like to meet Kwame");
    await petra.reads("You have answered.");
    await kwame.presses("Yes, I would like to meet Petra");
    await kwame.reads("You and Petra are a pair. Your room is open.");
    await kwame.reads("You named each other; nobody else in the programme reads this.");
    await petra.readsNoMore("You have answered.");
    await manager.visits(`/programmes/${begun.managed.programmeId}/pairs`);
    await manager.reads("1 pair");
    expect(await manager.page.getByRole("row").filter({ hasText: "Kwame Mensah" }).innerText()).toMatch(
      /Petra Svoboda[\s\S]*Live[\s\S]*Not yet/,
    );
    await manager.looksAround("pairs");
    for (const person of [kwame, petra, manager]) await person.leaves();
  });
});
