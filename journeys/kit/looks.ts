/** Looking at a screen: what axe objects to, whether it scrolls sideways, and a picture for whoever wants to see it. */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env["OAKROOM_PICTURES"];

/** Something on a screen that keeps somebody out. */
export interface Objection {
  readonly screen: string;
  readonly what: string;
}

interface Violation {
  readonly id: string;
  readonly nodes: ReadonlyArray<string>;
}

async function violations(page: Page): Promise<ReadonlyArray<Violation>> {
  await page.evaluate(axe);
  return page.evaluate(
    "axe.run().then((run) => run.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160) + ' ' + node.failureSummary.slice(0, 200)) })))",
  );
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined || pictures === "") return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** Waits until nothing on the page moves or loads any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true], .skeleton"));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Looks at the screen in light and in dark. */
export async function look(page: Page, screen: string): Promise<ReadonlyArray<Objection>> {
  const objections: Objection[] = [];
  await settled(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `${screen}-${page.viewportSize()?.width ?? 0}-${colorScheme}`);
    for (const { id, nodes } of await violations(page))
      objections.push({ screen: `${screen}, ${colorScheme}`, what: `${id}: ${nodes.join(" | ")}` });
  }
  await page.emulateMedia({ colorScheme: "light" });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) objections.push({ screen, what: `scrolls sideways by ${wider} px` });
  return objections;
}
