import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumFlags, chromiumPath } from "../tools/chromium.ts";
import { buildGallery, serveFolder } from "./gallery/serve-gallery.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const views = ["parts", "fields", "home", "room", "session", "board", "long"];

let folder: string;
let served: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "oakroom-gallery-"));
  await buildGallery(folder);
  served = await serveFolder(folder);
  const path = chromiumPath();
  browser = await chromium.launch({ ...(path !== undefined && { executablePath: path }), args: [...chromiumFlags] });
});

afterAll(async () => {
  await browser?.close();
  served?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a view and gives what the browser complained about on the way. */
async function open(view: string, theme: string, width: number): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${served.origin}/?view=${view}&theme=${theme}`);
  await page.waitForSelector("h1");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, complaints };
}

/** What axe objects to. */
async function violations(page: Page): Promise<Array<{ id: string; nodes: string[] }>> {
  await page.evaluate(axe);
  return page.evaluate(
    "axe.run().then((run) => run.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 120)) })))",
  );
}

describe.each(views)("the kit, %s", (view) => {
  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
    ["dark", 390],
  ])("has nothing that axe objects to, %s at %i px", async (theme, width) => {
    const { page, complaints } = await open(view, theme, width);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, "the page must not scroll sideways").toBe(0);
    await page.close();
  });

  it("has targets of at least 44 px on a phone", async () => {
    const { page } = await open(view, "light", 390);
    const small = await page.evaluate(() => {
      const inLine = (each: Element) =>
        each.matches("p a, li a, span a, dd a") && getComputedStyle(each).display === "inline";
      return Array.from(
        document.querySelectorAll(
          "a[href], button, summary, select, input:not([type=checkbox],[type=radio],[type=file]), textarea, .choice label",
        ),
      )
        .filter((each) => each.checkVisibility() && !inLine(each) && !each.matches(".skip, .unseen *"))
        .map((each) => ({
          html: each.outerHTML.slice(0, 100),
          height: each.getBoundingClientRect().height,
          width: each.getBoundingClientRect().width,
        }))
        .filter(({ height, width }) => height < 43.5 || width < 43.5);
    });
    expect(small).toEqual([]);
    await page.close();
  });
});

describe("what opens above a page", () => {
  it.each(["light", "dark"])("a dialog holds the focus, closes with Escape and gives it back, %s", async (theme) => {
    const { page } = await open("parts", theme, 390);
    await page.getByRole("button", { name: "Open a dialog" }).click();
    await page.getByRole("dialog", { name: "End this pair?" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("End this pair?");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Open a dialog");
    await page.close();
  });

  it.each(["light", "dark"])("a menu is reached, walked through and left with the keyboard, %s", async (theme) => {
    const { page } = await open("parts", theme, 390);
    await page.locator("summary.menu-button").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Home");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
    expect(await page.locator("details.menu").evaluate((menu: HTMLDetailsElement) => menu.open)).toBe(false);
    await page.close();
  });

  it.each(["light", "dark"])("a line with undo says what was done, and undoes it, %s", async (theme) => {
    const { page } = await open("parts", theme, 390);
    await page.getByRole("button", { name: "Drop it" }).click();
    await page.getByText("Dropped: write the plan.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("It is back.").waitFor();
    await page.close();
  });
});

describe("fields with the keyboard", () => {
  it("the summary of faults leads to the field", async () => {
    const { page } = await open("fields", "light", 390);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("error-summary");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("why");
    expect(await page.locator("#why").getAttribute("aria-describedby")).toBe("why-hint why-error why-readers");
    await page.close();
  });

  it("a press elsewhere takes what was typed into a list, and is not lost", async () => {
    const { page } = await open("fields", "light", 390);
    // Where nothing is scrolled, nothing holds the rest of the page in its place.
    await page.setViewportSize({ width: 390, height: 3000 });
    const entry = page.getByRole("combobox", { name: "Topics I would like help with" });
    await entry.fill("Something long enough for a line of its own");
    await page.getByLabel(/Please call me/).click();
    expect(await page.getByLabel(/Please call me/).isChecked()).toBe(false);
    expect(await page.locator(".tags-one").last().textContent()).toBe("Something long enough for a line of its own");
    await page.close();
  });

  it("a list of topics grows with Enter or a comma and shrinks with a button", async () => {
    const { page } = await open("fields", "light", 390);
    const entry = page.getByRole("combobox", { name: "Topics I would like help with" });
    await entry.fill("Saying no");
    await entry.press("Enter");
    await entry.pressSequentially("Delegating,");
    await page.getByRole("button", { name: "Remove Hearing bad news early" }).press("Enter");
    expect(await page.locator(".tags-one").allTextContents()).toEqual([
      "Leading for the first time",
      "Saying no",
      "Delegating",
    ]);
    await page.close();
  });
});

describe("ten thousand entries", () => {
  it("draw what is in view, and come into view when asked for", async () => {
    const { page, complaints } = await open("long", "light", 390);
    expect(await page.locator(".entry").count()).toBeLessThan(40);
    await page.getByRole("button", { name: "Show entry 7654" }).click();
    const entry = page.getByText("Entry 7654", { exact: true });
    await entry.waitFor();
    await page.waitForFunction(() => {
      const found = Array.from(document.querySelectorAll(".entry b")).find((each) => each.textContent === "Entry 7654");
      const top = found?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < innerHeight;
    });
    expect(await page.locator(".entry").count()).toBeLessThan(40);
    expect(await page.locator("[data-row='7654']").getAttribute("aria-posinset")).toBe("7655");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
