import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
  browser = await chromium.launch({
    executablePath: process.env["OAKROOM_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
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

describe.each(views)("the kit, %s", (view) => {
  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
    ["dark", 390],
  ])("has nothing that axe objects to, %s at %i px", async (theme, width) => {
    const { page, complaints } = await open(view, theme, width);
    await page.evaluate(axe);
    const found = await page.evaluate<Array<{ id: string; nodes: string[] }>>(
      "axe.run().then((run) => run.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 120)) })))",
    );
    expect(found).toEqual([]);
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
