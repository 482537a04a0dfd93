import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const elsewhere = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser that the journeys drive: OAKROOM_TEST_CHROMIUM, else the first Chromium of the system; undefined when
 * there is none. We bring no browser of our own.
 */
export function chromiumPath(): string | undefined {
  const told = process.env["OAKROOM_TEST_CHROMIUM"];
  if (told !== undefined && told !== "") return told;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ...elsewhere].find((place) => existsSync(place));
}

/** What it is started with: no network of its own, and no sandbox where root has none. */
export const chromiumFlags: ReadonlyArray<string> = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
