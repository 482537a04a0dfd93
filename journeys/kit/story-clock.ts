/** One clock for a whole story: the server, the vaults in this process, and every browser read the time from it. */
import type { BrowserContext, Page, Route } from "playwright-core";
import { ReadMe } from "../../app/features/programme/sign-in/schema.ts";
import type { Day } from "../../app/values/day.ts";
import { dayLength, Instant } from "../../app/values/instant.ts";
import { instantAt } from "../../app/values/zoned.ts";
import type { Visitor as AtTheDoor } from "../../demo/visitor.ts";
import type { Oakroom } from "./oakroom.ts";

/** The clocks by which a story goes. */
export const zone = "Europe/Berlin";
const oftenMs = 7 * dayLength;

/** The instant at which the story's clocks show a day and a time. */
export function at(day: Day, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return instantAt(day, hours * 60 + minutes, zone).instant;
}

/** Runs in a page or a worker, before anything else: `Date` shows the time of the story. */
const shifted = (aheadMs: number) =>
  `if(globalThis.storyAhead===undefined){const D=Date;globalThis.Date=class Date extends D{constructor(...a){if(a.length)super(...a);else super(D.now()+globalThis.storyAhead)}static now(){return D.now()+globalThis.storyAhead}}}globalThis.storyAhead=${aheadMs};\n`;

// What a service worker has kept would reach a page past the route that shifts its worker.
const withoutServiceWorker = "delete Navigator.prototype.serviceWorker";

/** A clock that goes on by itself, and forward to wherever the story goes. */
export class StoryClock {
  #aheadMs: number;
  #oakroom: Oakroom | undefined;
  readonly #devices: AtTheDoor[] = [];
  readonly #contexts: BrowserContext[] = [];

  constructor(day: Day, time: string) {
    this.#aheadMs = at(day, time) - Date.now();
  }

  /** What it shows. */
  readonly now = (): Instant => Instant.parse(Date.now() + this.#aheadMs);

  /** How far it is ahead of the real one. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  /** The server that goes by it. */
  moves(oakroom: Oakroom): void {
    this.#oakroom = oakroom;
  }

  /** People whose devices in this process look in now and then, so that they stay signed in. */
  keeps(...devices: ReadonlyArray<AtTheDoor>): void {
    this.#devices.push(...devices);
  }

  /** A browser that goes by it; call it before its first page. */
  async follows(context: BrowserContext): Promise<void> {
    await context.addInitScript({ content: `${withoutServiceWorker};${shifted(this.#aheadMs)}` });
    await context.route("**/assets/worker-*.js", (route) => this.#shift(route));
    this.#contexts.push(context);
    context.once("close", () => this.#contexts.splice(this.#contexts.indexOf(context), 1));
  }

  async #shift(route: Route): Promise<void> {
    const response = await route.fetch();
    const headers = Object.fromEntries(
      Object.entries(response.headers()).filter(([name]) => !/^content-(encoding|length)$/.test(name)),
    );
    await route.fulfill({ response, headers, body: shifted(this.#aheadMs) + (await response.text()) });
  }

  /** Goes to a day and a time; what falls due on the way is done when this returns. */
  async goTo(day: Day, time: string): Promise<void> {
    const to = at(day, time);
    if (to < this.now()) throw new Error(`the clock goes forward alone, and not to ${day} ${time}`);
    while (to - this.now() > oftenMs) await this.#move(this.#aheadMs + oftenMs);
    await this.#move(to - Date.now());
  }

  async #move(aheadMs: number): Promise<void> {
    this.#aheadMs = aheadMs;
    await this.#oakroom?.moveClock(aheadMs);
    // Whoever's sign-in has ended meanwhile is signed out, as they would be.
    const devices = this.#devices.map((device) => device.ask(ReadMe, {}).catch(() => undefined));
    await Promise.all([...devices, ...this.#contexts.map((context) => this.#tell(context))]);
  }

  /** A browser that is put away: it learns the time when it is taken out again, and nothing keeps it signed in. */
  putsAway(context: BrowserContext): void {
    this.#contexts.splice(this.#contexts.indexOf(context), 1);
  }

  /** Somebody takes that browser out again. */
  async takesOut(context: BrowserContext): Promise<void> {
    this.#contexts.push(context);
    await this.#show(context);
  }

  async #show(context: BrowserContext): Promise<void> {
    const script = shifted(this.#aheadMs);
    await context.addInitScript({ content: script });
    await Promise.all(context.pages().map((page) => tellPage(page, script)));
  }

  async #tell(context: BrowserContext): Promise<void> {
    await this.#show(context);
    if (this.#oakroom) await context.request.get(`${this.#oakroom.door.origin}/api/me`);
  }
}

async function tellPage(page: Page, script: string): Promise<void> {
  // A page that is on its way elsewhere takes the time with it when it comes.
  const told = [page.evaluate(script), ...page.workers().map((worker) => worker.evaluate(script))];
  await Promise.allSettled(told);
}
