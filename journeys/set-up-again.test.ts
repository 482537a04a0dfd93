import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmsAddress } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { nadia } from "./kit/fixtures.ts";
import { type Oakroom, startOakroom } from "./kit/oakroom.ts";
import { comes } from "./kit/visitor.ts";

let oakroom: Oakroom;

beforeAll(async () => {
  oakroom = await startOakroom();
});

afterAll(async () => {
  await oakroom?.end();
  await endBrowser();
});

it("Nadia corrects her address, and loads the set-up again in the middle of it: the same link goes on where she was", async () => {
  const manager = await comes(oakroom, nadia);
  await manager.visits(oakroom.setUpLink);
  await manager.types("Your name", nadia.name);
  await manager.types("Your e-mail address", "nadia.okoye@northwint.example");
  await manager.presses("Continue");
  await manager.sees("Is your address right?");
  await manager.reads("nadia.okoye@northwint.example");
  await manager.presses("Correct the address");
  await manager.types("Your e-mail address", nadia.email);
  await manager.presses("Continue");
  await manager.reads(nadia.email);
  await manager.page.reload();
  await manager.visits(oakroom.setUpLink);
  await manager.sees("Is your address right?");
  await manager.reads(nadia.email);
  await manager.unfolds("No mail comes");
  await manager.looksAround("set-up, the address");
  await confirmsAddress(manager);
  await manager.types("What is it called?", "Northwind");
  await manager.presses("Continue");
  await manager.sees("Your programme");
  await manager.types("What is the programme called?", "Autumn mentoring");
  await manager.page.reload();
  await manager.sees("Open the set-up link once more");
  await manager.reads("What you typed is kept in this tab");
  await manager.looksAround("set-up, loaded again");
  const stored = await manager.page.evaluate(() =>
    [sessionStorage, localStorage].flatMap((held) => Object.entries(held).flat()).join("\n"),
  );
  expect(stored).toContain("Autumn mentoring");
  expect(stored).not.toContain(new URL(oakroom.setUpLink).hash.slice(3));
  await manager.visits(oakroom.setUpLink);
  await manager.sees("Your programme");
  expect(await manager.page.getByLabel("What is the programme called?").inputValue()).toBe("Autumn mentoring");
  await manager.presses("Back");
  expect(await manager.page.getByLabel("What is it called?").inputValue()).toBe("Northwind");
  await manager.leaves();
});
