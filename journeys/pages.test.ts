import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import type { TwoWithARoom } from "./kit/fixtures.ts";
import { bothInTheirRoom } from "./kit/present.ts";
import type { Visitor } from "./kit/visitor.ts";

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

  it("nobody's browser complained, and both go away with the same page", async () => {
    await leila.presses("Questions for the steering group");
    await bothRead(leila, ingrid, ["Written in the tunnel"]);
    expect(await ingrid.page.getByText(/differs between you/).count()).toBe(0);
    for (const person of [leila, ingrid]) await person.leaves();
  });
});
