/** A person in front of a browser of their own, told in their words: `leila.presses("Join")`, `ingrid.reads("Hello")`. */
import type { BrowserContext, Locator, Page } from "playwright-core";
import { linkIn, type Mail } from "../../demo/outbox.ts";
import { browser } from "./browser.ts";
import { look, type Objection, settled } from "./looks.ts";
import type { Oakroom } from "./oakroom.ts";
import { Overheard } from "./overheard.ts";
import { secondLook } from "./second-look.ts";
import { slowness, slowsNetwork, slowsVaults } from "./slow.ts";
import type { StoryClock } from "./story-clock.ts";
import { Stillness } from "./stillness.ts";
import { Watch } from "./watch.ts";

/** What somebody holds in their hands. */
export type Device = "desktop" | "phone";

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
const patienceMs = 30_000;

/** What somebody has met on their way: screens by their headings, decisions by what they pressed, chose or wrote. */
export interface Met {
  readonly screens: string[];
  readonly decisions: string[];
}

/** How a person comes in. */
export interface Coming {
  readonly name: string;
  readonly email: string;
  readonly device?: Device;
  readonly timezoneId?: string;
  /** The clock by which their browser goes, where a story has one of its own. */
  readonly clock?: StoryClock;
}

/** What listens to a browser all the time. */
interface Over {
  readonly watch: Watch;
  readonly stillness: Stillness;
}

const present = new Set<Visitor>();

/** What everyone sees and has been told, for whoever must find out why a story broke. */
export async function whereEveryoneIs(): Promise<string> {
  const all = await Promise.all([...present].map((visitor) => visitor.whereabouts()));
  return all.join("\n\n");
}

/** A person with a browser of their own. */
export class Visitor {
  readonly name: string;
  readonly email: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: Watch;
  readonly objections: Objection[] = [];
  readonly stillness: Stillness;
  readonly overheard = new Overheard();
  readonly met: Met = { screens: [], decisions: [] };
  readonly #oakroom: Oakroom;

  constructor(oakroom: Oakroom, coming: Coming, context: BrowserContext, page: Page, over: Over) {
    this.name = coming.name;
    this.email = coming.email;
    this.#oakroom = oakroom;
    this.context = context;
    this.page = page;
    this.watch = over.watch;
    this.stillness = over.stillness;
    this.overheard.follow(page);
    present.add(this);
  }

  /** Goes to an address of Oakroom. */
  async visits(path: string): Promise<void> {
    await this.overheard.collect();
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

  #decides(what: string, about: string | RegExp): void {
    this.met.decisions.push(`${what} ${String(about)}`);
  }

  /** A screen stands before this person; called for each that comes up, in their order. */
  meets(screen: string): void {
    if (!this.met.screens.includes(screen)) this.met.screens.push(screen);
  }

  /** Presses a button or follows a link. */
  async presses(name: string | RegExp, within?: Locator): Promise<void> {
    this.#decides("presses", name);
    await this.control(name, within).click();
  }

  /** A field by its label, whether or not that says "(optional)". */
  field(label: string | RegExp): Locator {
    const plain = typeof label === "string" ? label.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&") : label;
    return this.page.getByLabel(typeof plain === "string" ? new RegExp(`^${plain}( \\(optional\\))?$`) : plain).first();
  }

  /** Writes into a field. */
  async types(label: string | RegExp, text: string): Promise<void> {
    this.#decides("writes into", label);
    await this.field(label).fill(text);
  }

  /** Puts a tick, or chooses one of several. */
  async ticks(label: string | RegExp): Promise<void> {
    this.#decides("ticks", label);
    await this.field(label).check();
  }

  /** Opens a part that is folded away. */
  async unfolds(summary: string | RegExp): Promise<void> {
    this.#decides("unfolds", summary);
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

  /** Waits until a screen stands, by its heading; one that still waits for what it shows does not stand yet. */
  async sees(heading: string | RegExp): Promise<void> {
    const standing = this.page.locator("main:not(:has([aria-busy=true], .skeleton))");
    await standing.getByRole("heading", { level: 1, name: heading }).waitFor();
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

  /** Where this person is, what is on the screen, and what the browser complained about. */
  async whereabouts(): Promise<string> {
    const seen = await this.page
      .locator("body")
      .innerText({ timeout: 1000 })
      .catch(() => "nothing");
    const lines = seen.split("\n").filter((line) => line.trim() !== "");
    return [`${this.name} is at ${this.page.url()}`, ...lines.slice(0, 60), ...this.watch.complaints].join("\n  ");
  }

  /**
   * Goes away. Throws where the browser complained, a screen kept somebody out, or one did not stand still; then they are
   * still here, so that a chapter that is told again finds them.
   */
  async leaves(): Promise<void> {
    if (!present.has(this)) return;
    this.watch.check();
    const seen = this.objections.map(({ screen, what }) => `${screen}: ${what}`);
    const faults = [...seen, ...(await this.#movedTooMuch())];
    if (faults.length > 0) throw new Error(faults.join("\n"));
    await this.context.close();
    this.watch.check();
    present.delete(this);
  }

  /** What did not stand still; what moved once alone is told and is no fault. By hand, slowed, everything is told. */
  async #movedTooMuch(): Promise<ReadonlyArray<string>> {
    const tell = (words: string) => process.stdout.write(`${this.name}: ${words}\n`);
    if (slowness > 1) {
      for (const { words } of this.stillness.moved(0, 0)) tell(words);
      return [];
    }
    const { faults, once } = await secondLook(this.stillness, this.page);
    for (const words of once) tell(`once, and not when it was opened again: ${words}`);
    return faults;
  }
}

/** Runs in the browser: tells each heading of a page when it comes up. */
function tellScreens(): void {
  let last = "";
  const tell = () => {
    const heading = document.querySelector("h1")?.textContent ?? "";
    if (heading === "" || heading === last || document.querySelector(".skeleton")) return;
    last = heading;
    const meets: unknown = Reflect.get(globalThis, "meetsScreen");
    if (typeof meets === "function") Reflect.apply(meets, undefined, [heading]);
  };
  new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true });
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
  context.setDefaultTimeout(patienceMs * slowness);
  const watch = new Watch(coming.name);
  await watch.follow(context);
  const stillness = new Stillness();
  await stillness.follow(context);
  const meeting: { visitor?: Visitor } = {};
  await context.exposeFunction("meetsScreen", (screen: string) => meeting.visitor?.meets(screen));
  await context.addInitScript(tellScreens);
  await slowsVaults(context);
  await coming.clock?.follows(context);
  const page = await context.newPage();
  await slowsNetwork(page);
  meeting.visitor = new Visitor(oakroom, coming, context, page, { watch, stillness });
  return meeting.visitor;
}

/** A second tab in the browser of somebody who is there. */
export async function anotherTab(oakroom: Oakroom, visitor: Visitor): Promise<Visitor> {
  const page = await visitor.context.newPage();
  await slowsNetwork(page);
  return new Visitor(oakroom, visitor, visitor.context, page, visitor);
}
