/** A person in front of a browser of their own, told in their words: `leila.presses("Join")`, `ingrid.reads("Hello")`. */
import type { BrowserContext, Locator, Page } from "playwright-core";
import { linkIn, type Mail } from "../../demo/outbox.ts";
import { browser } from "./browser.ts";
import { look, type Objection, settled } from "./looks.ts";
import type { Oakroom } from "./oakroom.ts";
import { Watch } from "./watch.ts";

/** What somebody holds in their hands. */
export type Device = "desktop" | "phone";

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
const patienceMs = 15_000;

/** How a person comes in. */
export interface Coming {
  readonly name: string;
  readonly email: string;
  readonly device?: Device;
  readonly timezoneId?: string;
}

/** A person with a browser of their own. */
export class Visitor {
  readonly name: string;
  readonly email: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: Watch;
  readonly objections: Objection[] = [];
  readonly #oakroom: Oakroom;

  constructor(oakroom: Oakroom, coming: Coming, context: BrowserContext, page: Page, watch: Watch) {
    this.name = coming.name;
    this.email = coming.email;
    this.#oakroom = oakroom;
    this.context = context;
    this.page = page;
    this.watch = watch;
  }

  /** Goes to an address of Oakroom. */
  async visits(path: string): Promise<void> {
    await this.page.goto(path.startsWith("http") ? path : `${this.#oakroom.door.origin}${path}`);
  }

  /** Waits for a mail to come. */
  mail(about: string): Promise<Mail> {
    return this.#oakroom.outbox.take(this.email, about);
  }

  /** Waits for a mail and follows its link. */
  async opensMail(about: string): Promise<void> {
    await this.visits(linkIn(await this.mail(about)));
  }

  /** Something that can be pressed: a button or a link, by what it says. */
  control(name: string | RegExp, within: Page | Locator = this.page): Locator {
    const exact = typeof name === "string";
    return within.getByRole("button", { name, exact }).or(within.getByRole("link", { name, exact })).first();
  }

  /** Presses a button or follows a link. */
  async presses(name: string | RegExp, within?: Locator): Promise<void> {
    await this.control(name, within).click();
  }

  /** Writes into a field. */
  async types(label: string | RegExp, text: string): Promise<void> {
    await this.page
      .getByLabel(label, { exact: typeof label === "string" })
      .first()
      .fill(text);
  }

  /** Puts a tick, or chooses one of several. */
  async ticks(label: string | RegExp): Promise<void> {
    await this.page
      .getByLabel(label, { exact: typeof label === "string" })
      .first()
      .check();
  }

  /** Opens a part that is folded away. */
  async unfolds(summary: string | RegExp): Promise<void> {
    await this.page.locator("summary").filter({ hasText: summary }).first().click();
  }

  /** Waits until something can be read. */
  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Waits until something cannot be read any more. */
  async readsNoMore(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor({ state: "hidden" });
  }

  /** Waits until a screen stands, by its heading. */
  async sees(heading: string | RegExp): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }

  /** Signs in by a mail, and stays on the page that opens then. */
  async signsIn(): Promise<void> {
    await this.visits("/");
    await this.types("Your e-mail address", this.email);
    await this.presses("Send me a mail");
    await this.sees("Look into your mail");
    await this.opensMail("Sign in");
    await this.presses("Sign in");
    await this.page.getByLabel(/^Menu of /).waitFor();
  }

  /** Looks at the whole screen, light and dark; what keeps somebody out is kept for the end. */
  async looksAround(screen: string): Promise<void> {
    this.objections.push(...(await look(this.page, screen)));
  }

  /** Waits until nothing on the page is under way. */
  settles(): Promise<void> {
    return settled(this.page);
  }

  /** Goes away. Throws where the browser complained, or a screen kept somebody out. */
  async leaves(): Promise<void> {
    await this.context.close();
    this.watch.check();
    if (this.objections.length > 0)
      throw new Error(this.objections.map(({ screen, what }) => `${screen}: ${what}`).join("\n"));
  }
}

/** Gives somebody a browser of their own. */
export async function comes(oakroom: Oakroom, coming: Coming): Promise<Visitor> {
  const context = await (
    await browser()
  ).newContext({
    viewport: sizes[coming.device ?? "desktop"],
    hasTouch: coming.device === "phone",
    isMobile: coming.device === "phone",
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: coming.timezoneId ?? "Europe/Berlin",
    colorScheme: "light",
  });
  context.setDefaultTimeout(patienceMs);
  const watch = new Watch(coming.name);
  await watch.follow(context);
  const page = await context.newPage();
  return new Visitor(oakroom, coming, context, page, watch);
}
