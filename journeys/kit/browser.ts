/** The system's Chromium, started once for a file of journeys. */
import { type Browser, chromium } from "playwright-core";
import { chromiumFlags, chromiumPath } from "../../tools/chromium.ts";

let running: Promise<Browser> | undefined;

/** The browser; the first call starts it. */
export function browser(): Promise<Browser> {
  const path = chromiumPath();
  running ??= chromium.launch({
    ...(path !== undefined && { executablePath: path }),
    args: [...chromiumFlags, "--lang=en-US"],
  });
  return running;
}

/** Ends it. */
export async function endBrowser(): Promise<void> {
  await (await running)?.close();
  running = undefined;
}
