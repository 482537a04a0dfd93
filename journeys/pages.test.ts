import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ItemId } from "../app/values/id.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import type { TwoWithARoom } from "./kit/fixtures.ts";
import { bothInTheirRoom } from "./kit/present.ts";
import type { Visitor } from "./kit/visitor.ts";
import { keepsSomethingElse } from "./rooms/other-snapshot.ts";

const paper = ({ page }: Visitor) => page.getByRole("textbox", { name: /both of you write here/ });

/** What stands on the page that somebody looks at. */
async function wordsSeenBy(person: Visitor): Promise<string> {
  return (await paper(person).innerText()).replaceAll(/\n+/g, "\n").trim();
}

/** Waits until both pages say the same, and all of these words. */
async function bothRead(one: Visitor, other: Visitor, words: ReadonlyArray<string>): Promise<void> {
  await expect
    .poll(async () => {
      const [hers, theirs] = [await wordsSeenBy(one), await wordsSeenBy(other)];
      return hers === theirs && words.every((word) => hers.includes(word));
    })
    .toBe(true);
}

/** Puts the cursor behind the last word; the buttons say on which kind of line it stands then. */
async function goesToTheEnd(person: Visitor, kind: string): Promise<void> {
  await expect
    .poll(async () => {
      await paper(person).press("Control+End");
      return person.page.getByLabel("What the line is").inputValue();
    })
    .toBe(kind);
}

/** Puts something on the clipboard of the page, and pastes it. */
async function pastes(person: Visitor, html: string, text: string): Promise<void> {
  await paper(person).evaluate(
    (element, [rich, plain]) => {
      const data = new DataTransfer();
      data.setData("text/html", rich ?? "");
      data.setData("text/plain", plain ?? "");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [html, text],
  );
}

/** From here on nothing on the page goes out: neither after a quiet, nor while the tab goes. */
async function losesEveryLastMoment({ page }: Visitor): Promise<void> {
  await page.evaluate(() => {
    const later = setTimeout;
    Reflect.set(globalThis, "setTimeout", (act: () => void, ms = 0) => (ms > 500 ? 0 : later(act, ms)));
    const stop = (event: Event) => event.stopImmediatePropagation();
    document.addEventListener("visibilitychange", stop, true);
    addEventListener("pagehide", stop, true);
  });
}

/** How many drafts lie on somebody's device. */
function draftsOf({ page }: Visitor): Promise<number> {
  return page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("The device's storage does not open")));
      });
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const database = await done(indexedDB.open(names.find((name) => name.startsWith("oakroom-vault-")) ?? ""));
    const count = await done(database.transaction("draft").objectStore("draft").count());
    database.close();
    return count;
  });
}

describe("P60: a page that both write on", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;
  const pages = () => `/rooms/${two.room}/pages`;

  beforeAll(async () => {
    ({ two, leila, ingrid } = await bothInTheirRoom());
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("Leila begins one on her phone; Ingrid finds it", async () => {
    await leila.visits(pages());
    await leila.reads("No page yet.");
    await leila.looksAround("the pages of a room, none yet");
    await leila.presses("Begin a page");
    await leila.types("Title", "Questions for the steering group");
    await leila.presses("Begin");
    await leila.sees("Questions for the steering group");
    await paper(leila).click();
    await leila.page.keyboard.type("# What we want\n- A date\n- An answer");
    await leila.reads("Kept");
    await ingrid.visits(pages());
    await ingrid.presses("Questions for the steering group");
    await bothRead(leila, ingrid, ["What we want\nA date\nAn answer"]);
    expect(await ingrid.page.getByRole("heading", { level: 2, name: "What we want" }).count()).toBe(1);
    expect(await paper(ingrid).getByRole("listitem").count()).toBe(2);
  });

  it("both write at once; Leila's train enters a tunnel, and comes out again", async () => {
    await paper(ingrid).click();
    await goesToTheEnd(ingrid, "point");
    await Promise.all([
      leila.page.keyboard.type(", by Friday"),
      ingrid.page.keyboard.type("\nWho speaks first?", { delay: 20 }),
    ]);
    await bothRead(leila, ingrid, ["by Friday", "Who speaks first?"]);
    await leila.context.setOffline(true);
    await leila.page.keyboard.press("Enter");
    await leila.page.keyboard.type("Written in the tunnel");
    await leila.reads("goes out when there is a connection");
    await ingrid.page.keyboard.type(" You do.");
    await ingrid.page.keyboard.press("Control+Home");
    await ingrid.page.keyboard.type("Together: ");
    await leila.context.setOffline(false);
    await bothRead(leila, ingrid, ["Together: What we want", "Written in the tunnel", "Who speaks first? You do."]);
  });

  it("what is pasted comes as words, headings and lists, and nothing of it runs", async () => {
    await ingrid.page.keyboard.press("Control+End");
    await ingrid.page.keyboard.press("Enter");
    await pastes(
      ingrid,
      `<h1 onclick="x()">From elsewhere</h1><p style="color:red">with <b>weight</b> <a href="https://example.org/a">here</a>
        <a href="javascript:x()">not here</a><img src="https://example.org/x.png" onerror="x()"><script>x()</script></p>`,
      "From elsewhere",
    );
    await bothRead(leila, ingrid, ["From elsewhere", "with weight here not here"]);
    // Where the cursor stood, although the key that moved it came a moment before.
    expect(await wordsSeenBy(leila)).toMatch(/You do\.\nFrom elsewhere\nwith weight here not here$/);
    expect(await paper(leila).getByRole("link").allInnerTexts()).toEqual(["here"]);
    expect(await paper(leila).locator("strong").innerText()).toBe("weight");
    expect(await paper(leila).locator("img, script, [style], [onclick]").count()).toBe(0);
  });

  it("is looked at on a phone and on a desk, in light and dark", async () => {
    for (const person of [leila, ingrid]) await person.looksAround("a page that both write on");
    expect([...leila.objections, ...ingrid.objections]).toEqual([]);
    const width = await leila.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });

  it("Ingrid empties it, and Leila brings back what stood there", async () => {
    await ingrid.page.keyboard.press("Control+a");
    await ingrid.page.keyboard.press("Delete");
    await expect.poll(() => wordsSeenBy(leila)).toBe("");
    await leila.unfolds("As it was before");
    const before = leila.page.locator("details details summary").nth(1);
    await before.click();
    await leila.reads("From elsewhere");
    await leila.presses("Bring this back");
    await bothRead(leila, ingrid, ["From elsewhere", "Written in the tunnel"]);
  });

  it("once it was left, a search finds its words; put away, it can be taken out again", async () => {
    await leila.presses("Pages");
    await leila.sees("Pages");
    await leila.visits(`/rooms/${two.room}`);
    await leila.unfolds("Search this room");
    await expect
      .poll(async () => {
        await leila.page.getByRole("searchbox").fill("");
        await leila.page.getByRole("searchbox").fill("tunnel");
        return leila.page.getByRole("link", { name: /On the page/ }).count();
      })
      .toBe(1);
    await leila.presses(/On the page/);
    await leila.sees("Questions for the steering group");
    await leila.presses("Put away");
    await leila.presses("Pages");
    await leila.unfolds("Put away");
    await leila.presses(/^Take it out again/);
    await leila.readsNoMore("No page yet.");
  });

  it("Leila's tab goes between two words; when she opens the page again they are there, and reach Ingrid", async () => {
    await leila.presses("Questions for the steering group");
    await bothRead(leila, ingrid, ["Written in the tunnel"]);
    await paper(leila).click();
    await goesToTheEnd(leila, "text");
    await losesEveryLastMoment(leila);
    await leila.page.keyboard.insertText(", said in a hurry");
    await expect.poll(() => draftsOf(leila)).toBe(1);
    await leila.page.goto("about:blank");
    expect(await wordsSeenBy(ingrid)).not.toContain("in a hurry");
    await leila.visits(pages());
    await leila.presses("Questions for the steering group");
    await bothRead(leila, ingrid, [", said in a hurry"]);
    expect((await wordsSeenBy(ingrid)).split("in a hurry")).toHaveLength(2);
    await expect.poll(() => draftsOf(leila)).toBe(0);
  });

  it("Ingrid takes the page along: on paper, and as plain text", async () => {
    await ingrid.page.evaluate(() =>
      Reflect.set(globalThis, "print", () => document.body.setAttribute("data-prints", "")),
    );
    await ingrid.presses("Print");
    await ingrid.page.locator("body[data-prints]").waitFor();
    await ingrid.page.emulateMedia({ media: "print" });
    const onPaper = await ingrid.page.locator("body").innerText();
    for (const words of ["Questions for the steering group", "From elsewhere", "Written in the tunnel"])
      expect(onPaper).toContain(words);
    expect(onPaper).not.toMatch(/Undo|Rename|Put away|Print|Save as text|Kept|Ctrl|^Pages|You and/);
    await ingrid.page.emulateMedia({ media: null });
    const [file] = await Promise.all([ingrid.page.waitForEvent("download"), ingrid.presses("Save as text")]);
    expect(file.suggestedFilename()).toBe("Questions for the steering group.txt");
    const saved = await readFile(await file.path(), "utf8");
    expect(saved).toMatch(/^Questions for the steering group\n\n/);
    for (const words of ["- An answer, by Friday", "From elsewhere", ", said in a hurry"])
      expect(saved).toContain(words);
    expect(saved).not.toMatch(/<|style|onclick/);
  });

  it("another device kept something else: both are told, and Leila keeps both versions", async () => {
    const page = ItemId.parse(new URL(leila.page.url()).pathname.split("/").at(-1));
    await keepsSomethingElse(two.ingrid.vault, two.room, page, "What nobody wrote. ");
    await leila.reads("This page differs between you: what Ingrid’s device kept is not what is here.");
    await ingrid.reads("This page differs from what another of your devices kept.");
    await leila.unfolds("Look at the other version");
    await leila.reads(/What nobody wrote\./);
    await leila.looksAround("a page that differs");
    await leila.presses("Keep both");
    for (const person of [leila, ingrid]) await person.readsNoMore(/This page differs/);
    expect(await wordsSeenBy(leila)).not.toContain("What nobody wrote");
    await leila.presses("Pages");
    await leila.presses("Questions for the steering group (the other version)");
    await expect.poll(() => wordsSeenBy(leila)).toMatch(/^What nobody wrote\./);
    await leila.presses("Pages");
    await leila.sees("Pages");
  });

  it("nobody's browser complained, and both go away with the same page", async () => {
    await leila.presses("Questions for the steering group");
    await bothRead(leila, ingrid, ["Written in the tunnel"]);
    expect(await ingrid.page.getByText(/differs between you/).count()).toBe(0);
    for (const person of [leila, ingrid]) await person.leaves();
  });
});
