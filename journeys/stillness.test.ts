import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { browser, endBrowser } from "./kit/browser.ts";
import { secondLook, type Verdict } from "./kit/second-look.ts";
import { Stillness } from "./kit/stillness.ts";

afterAll(endBrowser);

const text = "<div id=text style='height:600px'>A long text</div>";
const still = `<!doctype html><title>A page</title><main><p id=before></p>${text}</main>`;
const address = "http://localhost:9/rooms/0199a000-0000-7000-8000-000000000000/talk";

/** A page whose text goes down by itself once it was drawn. */
const moving = (px: number) =>
  `${still}<script>requestAnimationFrame(()=>requestAnimationFrame(()=>{before.style.height="${px}px"}))</script>`;

let context: BrowserContext;
let stillness: Stillness;
let tab: Page;

beforeEach(async () => {
  context = await (await browser()).newContext({ viewport: { width: 390, height: 844 } });
  stillness = new Stillness();
  await stillness.follow(context);
  tab = await context.newPage();
});

afterEach(() => context.close());

/** Serves one page after the other at every address; the last one stays. */
async function serves(...pages: ReadonlyArray<string>): Promise<void> {
  let served = 0;
  await tab.route("**/*", (route) => {
    const body = pages[Math.min(served, pages.length - 1)] ?? "";
    served += 1;
    return route.fulfill({ contentType: "text/html", body });
  });
}

/** Runs in the browser: what moved is told after a frame was drawn. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/** Opens the address, does something to the page, and answers what moved too much. */
async function movedBy(change: () => void): Promise<ReadonlyArray<string>> {
  await tab.goto(address);
  await tab.evaluate(twoFrames);
  await tab.evaluate(change);
  await tab.evaluate(twoFrames);
  await tab.evaluate(twoFrames);
  return stillness.moved().map(({ words }) => words);
}

describe("what moves by itself", () => {
  it("a page that stands still is nothing to complain about", async () => {
    await serves(still);
    expect(await movedBy(() => undefined)).toEqual([]);
  });

  it("a page that pushes its text down by itself turns a journey red, and what moved is named", async () => {
    await serves(still);
    const complaints = await movedBy(() => {
      const late = document.getElementById("before");
      if (late) late.style.height = "200px";
    });
    expect(complaints).toEqual([expect.stringMatching(/^\/rooms\/…\/talk moved by 0\.\d+: .*div/)]);
  });

  it.each(["output", "news"])(
    "%s may push the text down: it was asked for, or somebody did something",
    async (what) => {
      await serves(what === "news" ? still.replace("<main>", "<main data-what=news>") : still);
      const complaints = await movedBy(() => {
        const isNews = document.querySelector("main")?.dataset["what"] === "news";
        const message = document.createElement(isNews ? "section" : "output");
        if (isNews) message.dataset["news"] = "";
        message.style.cssText = "display:block;height:200px";
        document.querySelector("main")?.prepend(message);
      });
      expect(complaints).toEqual([]);
    },
  );
});

describe("a second look, when somebody leaves", () => {
  /** Opens the address as it was served first, and leaves. */
  async function comesAndLeaves(): Promise<Verdict> {
    await tab.goto(address);
    await expect.poll(() => stillness.moved().length).toBe(1);
    return secondLook(stillness, tab);
  }

  it("what moves each time turns the journey red", async () => {
    await serves(moving(120));
    const { faults, once } = await comesAndLeaves();
    expect(faults).toEqual([expect.stringMatching(/^\/rooms\/…\/talk moved by 0\.\d+/)]);
    expect(once).toEqual([]);
  });

  it("what moved once and stands still when it is opened again is told, and no fault", async () => {
    await serves(moving(120), still);
    const { faults, once } = await comesAndLeaves();
    expect(faults).toEqual([]);
    expect(once).toEqual([expect.stringMatching(/^\/rooms\/…\/talk moved by 0\.\d+/)]);
  });

  it("what moved by more than a stall does is a fault, however still it stands then", async () => {
    await serves(moving(500), still);
    const { faults } = await comesAndLeaves();
    expect(faults).toHaveLength(1);
  });
});
