import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { begin, type Begun, nadia } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const messy = fileURLToPath(new URL("./people/hr-export-messy.csv", import.meta.url));

/** The choices of lists whose words do not fit where they are shown. */
function cutOff(lists: ReadonlyArray<Element>): ReadonlyArray<string> {
  const brush = document.createElement("canvas").getContext("2d");
  return lists.flatMap((list) => {
    if (!brush || !(list instanceof HTMLSelectElement)) return [];
    const style = getComputedStyle(list);
    brush.font = style.font;
    const room = list.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    return [...list.options].map(({ text }) => text).filter((text) => (brush.measureText(text).width ?? 0) > room);
  });
}

describe("a messy file", () => {
  tellInChapters();

  let begun: Begun;
  let manager: Visitor;

  beforeAll(async () => {
    begun = await begin();
    manager = await comes(begun.oakroom, nadia);
    await manager.signsIn();
  });

  afterAll(async () => {
    await begun?.oakroom.end();
    await endBrowser();
  });

  async function opensTheFile(): Promise<void> {
    await manager.visits(`/programmes/${begun.managed.programmeId}/people/import`);
    await manager.page.locator("input[type=file]").setInputFiles(messy);
    await manager.reads("What would happen");
  }

  it("Nadia sees every fault with its line before anything is written", async () => {
    await opensTheFile();
    await manager.reads("14 of 14 columns are known by their names.");
    await manager.reads(/\d+ rows cannot be imported/);
    await manager.reads("The same address stands on line");
    await manager.reads(/things to know/);
    await manager.looksAround("import, a messy file");
    await manager.visits(`/programmes/${begun.managed.programmeId}/people`);
    await manager.reads("Nobody is here yet");
  });

  it("she saves the rows that cannot be imported, with what to do about each", async () => {
    await opensTheFile();
    const saving = manager.page.waitForEvent("download");
    await manager.presses("Save these rows as a file");
    const file = readFileSync(await (await saving).path(), "utf8");
    const { length } = file.trim().split("\n");
    expect(length).toBeGreaterThan(5);
    expect(file).toContain("What to do");
    expect(file).toContain("MATEO.TRAN@NORTHWIND.EXAMPLE");
  });

  it("she imports the rest, and the same file once more changes nothing", async () => {
    await manager.presses(/^Import \d+ people/);
    await manager.reads("Nobody has been written to.");
    await manager.looksAround("import, done");
    await opensTheFile();
    await manager.reads("There is nothing to import.");
  });

  it("from a file with German headings one person comes without the pair that nobody understands; no choice is cut off", async () => {
    await manager.page.setViewportSize({ width: 1200, height: 900 });
    await manager.visits(`/programmes/${begun.managed.programmeId}/people/import`);
    const rows = [
      "Vorname,Nachname,E-Mail,Rolle,Standort,Thema,Mentor,Parkplatz",
      "Jana,Roth,jana.roth@northwind.example,Mentee,Köln,Führung,Frau Weiss,Nord",
    ];
    const buffer = Buffer.from(rows.join("\n"));
    const file = { name: "teilnehmende.csv", mimeType: "text/csv", buffer };
    await manager.page.locator("input[type=file]").setInputFiles(file);
    await manager.reads("7 of 8 columns are known by their names.");
    await manager.reads("One existing pair was not understood");
    await manager.reads("“Frau Weiss” is not an address.");
    expect(await manager.page.locator("select").evaluateAll(cutOff)).toEqual([]);
    await manager.looksAround("import, a pair that is not understood");
    await manager.page.getByLabel("Parkplatz").selectOption("team");
    await manager.reads("7 of 8 columns are known by their names. One was chosen by you.");
    await manager.presses("Import 1 person");
    await manager.reads("1 new person");
    await manager.page.setViewportSize({ width: 1280, height: 900 });
  });

  it("on a narrow screen she finds somebody by a few letters", async () => {
    await manager.page.setViewportSize({ width: 390, height: 844 });
    await manager.visits(`/programmes/${begun.managed.programmeId}/people`);
    await manager.page.getByRole("searchbox").fill("priya");
    await manager.reads("Priya Fischer");
    await manager.looksAround("people, on a narrow screen");
    await manager.presses("Priya Fischer");
    await manager.sees("Priya Fischer");
    await manager.looksAround("a person");
    await manager.leaves();
  });
});
