/** Rooms of 10,000 items in Chromium, one of notes alone and one of two years: joined cold with every signature verified, opened again, and searched. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, type Page, chromium } from "playwright-core";
import { build } from "vite";
import { freshDatabase } from "../app/server/database/testing.ts";
import { features } from "../app/server/features.ts";
import { type Running, startServer } from "../app/server/run.ts";
import { Instant } from "../app/values/instant.ts";
import { chromiumFlags, chromiumPath } from "../tools/chromium.ts";
import { type Figure, median } from "./figure.ts";
import type { Opening } from "./vault-page.ts";
import { everythingOf, notes, twoYears } from "./two-years.ts";
import { type FilledRoom, fillRoom } from "./vault-room.ts";

const count = twoYears.items;
const rounds = 5;
const port = 8493;
const origin = `http://localhost:${port}`;

async function buildPage(folder: string): Promise<void> {
  writeFileSync(
    join(folder, "index.html"),
    '<!doctype html><title>vault</title><script type="module" src="/assets/page.js"></script>',
  );
  mkdirSync(join(folder, "assets"), { recursive: true });
  await build({
    configFile: false,
    logLevel: "silent",
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: "es2023",
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { page: fileURLToPath(new URL("vault-page.ts", import.meta.url)) },
        output: { entryFileNames: "assets/page.js" },
      },
    },
    worker: { format: "es", rolldownOptions: { output: { entryFileNames: "assets/worker-[hash].js" } } },
  });
}

async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.waitForFunction("globalThis.vaultBench !== undefined");
  return page;
}

async function contextOf(browser: Browser, { cookie }: FilledRoom): Promise<BrowserContext> {
  const context = await browser.newContext();
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: origin }]);
  return context;
}

interface Round {
  readonly cold: Opening;
  readonly again: Opening;
  readonly search: number;
  readonly check: number;
}

async function round(browser: Browser, filled: FilledRoom): Promise<Round> {
  const { account, passphrase, room } = filled;
  const context = await contextOf(browser, filled);
  const page = await openPage(context);
  const cold = await page.evaluate<Opening>(
    `vaultBench.cold(${JSON.stringify(account)}, ${JSON.stringify(passphrase)}, ${JSON.stringify(room)}, ${count})`,
  );
  const check = await page.evaluate<number>("vaultBench.oneCheck()");
  await page.close();
  const next = await openPage(context);
  const again = await next.evaluate<Opening>(
    `vaultBench.again(${JSON.stringify(account)}, ${JSON.stringify(room)}, ${count})`,
  );
  const searches = Array.from(
    { length: 200 },
    (_, at) => ["budget", "river stone", "xyzzy", "honest feedback", "a"][at % 5] ?? "",
  );
  const took = await next.evaluate<number[]>(`vaultBench.search(${JSON.stringify(searches)})`);
  await context.close();
  return { cold, again, check, search: took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? Number.NaN };
}

interface Measured {
  readonly plain: ReadonlyArray<Round>;
  readonly mixed: ReadonlyArray<Round>;
}

async function measure(server: Running): Promise<Measured> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("there is no Chromium");
  const rooms = {
    plain: await fillRoom(server, origin, { names: ["Kwame", "Emil"], write: (two) => notes(two, count) }),
    mixed: await fillRoom(server, origin, { names: ["Leila", "Ingrid"], write: everythingOf }),
  };
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const measured = { plain: new Array<Round>(), mixed: new Array<Round>() };
  for (let at = 0; at < rounds; at += 1) {
    measured.plain.push(await round(browser, rooms.plain));
    measured.mixed.push(await round(browser, rooms.mixed));
  }
  await browser.close();
  return measured;
}

/** Fills two rooms, and opens each in five fresh browsers, twice. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const database = await freshDatabase("sqlite");
  const webFolder = mkdtempSync(join(tmpdir(), "oakroom-bench-"));
  await buildPage(webFolder);
  const config = {
    port,
    host: "127.0.0.1",
    dataFolder: database.dataFolder,
    origin,
    originIsSecure: true,
    databaseUrl: undefined,
    smtpUrl: undefined,
    mailFrom: "Oakroom <oakroom@localhost>",
  };
  const server = await startServer(config, features, {
    clock: () => Instant.parse(Date.now()),
    logLevel: "silent",
    version: "bench",
    webFolder,
    worksOnJobs: false,
  });
  try {
    return figuresOf(await measure(server));
  } finally {
    await server.stop();
    await database.end();
    rmSync(webFolder, { recursive: true, force: true });
  }
}

function figuresOf({ plain, mixed }: Measured): ReadonlyArray<Figure> {
  const check = median([...plain, ...mixed].map((one) => one.check));
  const figure = (name: string, target: string, values: ReadonlyArray<number>): Figure => {
    const ms = median(values);
    return {
      figure: name,
      target,
      measured: `${ms.toFixed(ms < 20 ? 1 : 0)} ms, ${(ms / check / count).toFixed(2)} times ${count} signature checks`,
    };
  };
  const opened = (name: string, measured: ReadonlyArray<Round>) => [
    figure(
      `${name}, cold: first screen`,
      "0.5 s",
      measured.map(({ cold }) => cold.firstScreen),
    ),
    figure(
      `${name}, cold: all verified and readable`,
      "1.5 s",
      measured.map(({ cold }) => cold.readable),
    ),
    figure(
      `${name}, opened again: first screen`,
      "0.3 s",
      measured.map(({ again }) => again.firstScreen),
    ),
    figure(
      `${name}, opened again: readable`,
      "0.4 s",
      measured.map(({ again }) => again.readable),
    ),
    figure(
      `search in it, p95, from the page and back`,
      "10 ms",
      measured.map(({ search }) => search),
    ),
  ];
  return [
    ...opened(`room of ${count} notes`, plain),
    ...opened(`two years (${twoYears.sessions} sessions, ${count} items, 2 MB of notes)`, mixed),
  ];
}
