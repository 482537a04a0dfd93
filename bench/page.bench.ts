/** When the sign-in page stands on a slow phone: the largest paint at Slow 4G with a processor four times slower, first and repeat visit. */
import type { BrowserContext, Page } from "playwright-core";
import { browser, endBrowser } from "../journeys/kit/browser.ts";
import { type Oakroom, startOakroom } from "../journeys/kit/oakroom.ts";
import { type Figure, median } from "./figure.ts";

const rounds = 5;
/** Slow 4G as the browser's own tools apply it to single requests: 1.44 Mbit/s down, 675 kbit/s up, 562.5 ms for each. */
const slow4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const slowerCpu = 4;

/** Opens the page of a server of its own five times in a new browser profile each, and once more in the same. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const oakroom = await startOakroom();
  try {
    const visits: { readonly first: number; readonly repeat: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // One after the other: they would disturb each other.
      visits.push(await visitTwice(oakroom));
    }
    return [
      {
        figure: "largest paint of sign-in, Slow 4G and 4x slower processor, first visit",
        target: "1.8 s on a quiet machine",
        measured: seconds(median(visits.map(({ first }) => first))),
      },
      {
        figure: "the same, repeat visit",
        target: "0.6 s on a quiet machine",
        measured: seconds(median(visits.map(({ repeat }) => repeat))),
      },
    ];
  } finally {
    await endBrowser();
    await oakroom.end();
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

async function visitTwice({ door }: Oakroom): Promise<{ readonly first: number; readonly repeat: number }> {
  const context = await (await browser()).newContext({ viewport: { width: 390, height: 844 } });
  try {
    const first = await largestPaint(context, door.origin);
    return { first, repeat: await largestPaint(context, door.origin) };
  } finally {
    await context.close();
  }
}

/** Milliseconds from the start of the visit to the largest paint, once nothing larger can come. */
async function largestPaint(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", slow4G);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowerCpu });
    await page.goto(address);
    await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
    await isKept(page);
    return await lastPaint(page);
  } finally {
    await page.close();
  }
}

/** The service worker has taken the shell in: from then on a visit is a repeat visit. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

function lastPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          observer.disconnect();
          resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN);
        });
        observer.observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
}
