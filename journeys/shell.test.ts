import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chromiumFlags, chromiumPath } from "../tools/chromium.ts";
import { buildShell, serveShell, type ServedShell } from "./shell/serve-shell.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const usedToken = "u".repeat(43);
const someId = "01890a5d-ac96-774b-bcce-b302099a8057";
const leila = {
  accountId: someId,
  name: "Leila Haddad",
  email: "leila@example.org",
  hasKeys: false,
  participations: [],
  manages: [],
};

let folder: string;
let served: ServedShell;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let signedIn: boolean;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "oakroom-shell-"));
  await buildShell(folder);
  served = await serveShell(folder, (asked, body) => {
    if (asked === "POST /api/sign-in") return { status: 200, body: {} };
    if (asked === "POST /api/sign-in/code") {
      const right = JSON.stringify(body) === '{"code":"123456"}';
      signedIn ||= right;
      return right ? { status: 200, body: { signedIn: true } } : { status: 409, body: { refused: "wrong-code" } };
    }
    if (asked === "POST /api/sign-in/link") {
      if (JSON.stringify(body).includes(usedToken)) return { status: 409, body: { refused: "used" } };
      signedIn = true;
    }
    if (asked === "POST /api/sign-out") signedIn = false;
    if (asked === "GET /api/signed-in") return { status: 200, body: { signedIn } };
    if (asked === "GET /api/me" && signedIn) return { status: 200, body: leila };
    if (asked === "GET /api/me") return { status: 401, body: { error: "not-signed-in" } };
    if (asked.startsWith("POST /api/sign-")) return { status: 200, body: { signedIn: true } };
    return { status: 404, body: { error: "not-found" } };
  });
  const path = chromiumPath();
  browser = await chromium.launch({ ...(path !== undefined && { executablePath: path }), args: [...chromiumFlags] });
});

afterAll(async () => {
  await browser?.close();
  served?.end();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  signedIn = false;
  served.asked.length = 0;
  complaints = [];
  context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  page = await context.newPage();
  page.on("console", (message) => {
    // The browser itself writes a line for every answer that is not a yes.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
});

afterEach(async () => {
  await context.close();
  // Whatever the story was: a refusal by the policy, or a defect, fails it.
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
});

const heading = (name: string) => page.getByRole("heading", { level: 1, name }).waitFor();
const visit = (path: string) => page.goto(`${served.origin}${path}`);

async function signIn(): Promise<void> {
  signedIn = true;
  await visit("/");
  await page.getByRole("heading", { level: 1, name: /Leila/ }).waitFor();
}

/** How wide some words are in the typeface of headings, and in what stands in for it. */
const widths = () =>
  page.evaluate(() =>
    ["var(--serif)", '"Oak Serif Fallback", Georgia, serif'].map((family) => {
      const probe = document.body.appendChild(document.createElement("span"));
      probe.style.font = `600 40px ${family}`;
      probe.textContent = "Help and safety";
      const { width } = probe.getBoundingClientRect();
      probe.remove();
      return width;
    }),
  );

describe("a typeface that comes late", () => {
  it("does not move the page that is being read, and is there from the next one on", async () => {
    const came = Promise.withResolvers<void>();
    await page.route(/source-serif-4-latin-wght-normal/, async (route) => {
      await came.promise;
      await route.continue();
    });
    await page.goto(`${served.origin}/help`, { waitUntil: "commit" });
    await heading("Help and safety");
    // The browser gives a typeface 100 ms; only then has it come too late.
    await page.waitForFunction(() => performance.now() > 1000);
    came.resolve();
    await page.waitForFunction(() =>
      [...document.fonts].some(({ family, status }) => family.includes("Source Serif") && status === "loaded"),
    );
    const [late, standIn] = await widths();
    expect(late).toBe(standIn);
    await page.getByRole("link", { name: "How sessions work" }).first().click();
    await heading("How sessions work");
    const [shown, before] = await widths();
    expect(shown).not.toBe(before);
  });
});

describe("coming in", () => {
  it("a browser that was never here asks who is signed in without an error in its console", async () => {
    const failed: Array<string> = [];
    page.on("response", (response) => {
      if (response.url().includes("/api/") && response.status() >= 400) failed.push(response.url());
    });
    await visit("/");
    await heading("Sign in");
    expect([failed, served.asked]).toEqual([[], expect.arrayContaining(["GET /api/signed-in"])]);
  });

  it("Leila signs in with the digits of her mail, with the keyboard alone", async () => {
    await visit("/settings");
    await heading("Sign in");
    await page.getByLabel("Your e-mail address").press("Enter");
    // One fault is said once, beside its field, which has the focus.
    await page.locator(".field-error").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.keyboard.type("leila@example.org");
    await page.keyboard.press("Enter");
    await heading("Look into your mail");
    await page.getByLabel("The six digits").fill("111111");
    await page.keyboard.press("Enter");
    await page.locator(".field-error").waitFor();
    await page.getByLabel("The six digits").fill("123 456");
    await page.keyboard.press("Enter");
    await heading("Settings on this device");
    expect(new URL(page.url()).pathname).toBe("/settings");
  });

  it("a link of a mail does nothing until a button is pressed, and its token leaves the address at once", async () => {
    await visit(`/sign-in#t=${"a".repeat(43)}`);
    await heading("Sign in to Oakroom");
    expect(page.url()).not.toContain("#t=");
    expect(served.asked.filter((asked) => asked.includes("sign-in"))).toEqual([]);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { level: 1, name: /Leila/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  it("a used link has nothing to press but another mail; a newer link opened in the same tab signs in", async () => {
    await visit(`/sign-in#t=${usedToken}`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("This link has already been used. Ask for a new mail.").waitFor();
    expect(await page.getByRole("button").allInnerTexts()).toEqual(["Ask for another mail"]);
    // The fragment alone changes: nothing is loaded anew.
    await page.evaluate((token) => (location.hash = `#t=${token}`), "n".repeat(43));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { level: 1, name: /Leila/ }).waitFor();
    expect(page.url()).not.toContain("#t=");
  });

  it("signed out, help says that signing in names one's contacts, and leads there", async () => {
    await visit("/help");
    await page.getByText("and this page names the contacts of your programme").waitFor();
    await page.locator("main").getByRole("link", { name: "Sign in" }).click();
    await heading("Sign in");
    expect(new URL(page.url()).pathname).toBe("/");
  });

  it("signing out leaves nothing of the person on this browser", async () => {
    await signIn();
    await page.getByLabel("Menu of Leila Haddad").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await heading("Sign in");
    const kept = await page.evaluate(() => Object.entries(localStorage).join());
    expect(kept).not.toContain("Leila");
  });

  it("a call that finds nobody signed in leads to the sign-in page, and asks no more often than needed", async () => {
    await signIn();
    signedIn = false;
    await page.reload();
    await heading("Sign in");
    expect(served.asked.filter((asked) => asked === "GET /api/me").length).toBeLessThanOrEqual(3);
  });
});

describe("without a network", () => {
  it("the app opens, says so, and still shows help", async () => {
    await signIn();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.getByText("You are offline").waitFor();
    // A page opened anew: some Chromium tells it that there is a network, though none answers.
    await visit("/");
    await page.getByText(/You are offline|Oakroom cannot be reached/).waitFor();
    await page.getByRole("link", { name: "Help and safety" }).click();
    await heading("Help and safety");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  });

  it("nothing of the interface is ever kept by the service worker", async () => {
    await signIn();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await visit("/settings");
    await heading("Settings on this device");
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map((request) => new URL(request.url).pathname);
    });
    expect(kept).toContain("/");
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter((path) => path.startsWith("/api"))).toEqual([]);
  });
});

describe("on every page", () => {
  it("a chosen theme is there before the first paint of the next visit", async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await signIn();
    await visit("/settings");
    await page.getByLabel("Dark").check();
    await page.addInitScript(() => {
      document.addEventListener("readystatechange", () => {
        document.documentElement.dataset["seenEarly"] ??= document.documentElement.dataset["theme"] ?? "none";
      });
    });
    await page.reload();
    await heading("Settings on this device");
    expect(await page.evaluate(() => document.documentElement.dataset["seenEarly"])).toBe("dark");
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(23, 21, 18)");
  });

  it("the first press of Tab offers to skip the bar", async () => {
    await visit("/help");
    await heading("Help and safety");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the page");
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#main");
  });

  it("? shows the keys, and they can be switched off", async () => {
    await signIn();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.getByRole("link", { name: "Switch single keys off" }).click();
    await heading("Settings on this device");
    await page.getByLabel("Use single keys").uncheck();
    await page.keyboard.press("?");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it.each(["/", "/help", "/how-sessions-work", "/who-could-read", "/settings", "/nowhere"])(
    "axe objects to nothing at %s, light and dark",
    async (path) => {
      // Whoever this browser does not remember is shown the sign-in page until the server has answered.
      if (path !== "/") await signIn();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await visit(path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.evaluate(axe);
        const found = await page.evaluate(
          "axe.run().then((run) => run.violations.map(({ id, nodes }) => [id, nodes[0].html]))",
        );
        expect(found).toEqual([]);
      }
    },
  );
});
