/**
 * Draws the pictures that home screens want as files of points, from the one drawing: `node tools/icons.ts`. Needs a Chromium.
 * The corners are round where a browser shows a picture as it is; home screens cut them themselves, so theirs reach the edge.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath } from "./chromium.ts";
import { root } from "./gates/command.ts";

const folder = join(root, "app/web/public");

/** Every picture: its name, its side in points, whether it reaches the edge, and how much of the side the drawing takes. */
const pictures = [
  { name: "icon-192.png", side: 192, isWhole: false, part: 1 },
  { name: "icon-512.png", side: 512, isWhole: false, part: 1 },
  // Whatever shape a home screen cuts stays inside the middle four fifths.
  { name: "icon-maskable-512.png", side: 512, isWhole: true, part: 0.8 },
  { name: "apple-touch-icon.png", side: 180, isWhole: true, part: 1 },
] as const;

/** The drawing, for a picture that reaches the edge or not. */
function drawn(svg: string, isWhole: boolean, part: number): string {
  if (!isWhole) return svg;
  const margin = 32 * (1 / part - 1);
  const side = 64 + 2 * margin;
  return svg
    .replace('viewBox="0 0 64 64"', `viewBox="${-margin} ${-margin} ${side} ${side}"`)
    .replace(
      '<rect width="64" height="64" rx="14"',
      `<rect x="${-margin}" y="${-margin}" width="${side}" height="${side}"`,
    );
}

async function draw(): Promise<void> {
  const svg = readFileSync(join(folder, "icon.svg"), "utf8");
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("There is no Chromium here to draw with");
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const page = await browser.newPage();
  for (const { name, side, isWhole, part } of pictures) {
    await page.setViewportSize({ width: side, height: side });
    const markup = drawn(svg, isWhole, part).replace(
      "<svg ",
      `<svg width="${side}" height="${side}" style="display:block" `,
    );
    await page.setContent(`<body style="margin:0;background:transparent">${markup}</body>`);
    writeFileSync(join(folder, name), await page.screenshot({ omitBackground: !isWhole }));
  }
  await browser.close();
}

if (import.meta.main) await draw();
