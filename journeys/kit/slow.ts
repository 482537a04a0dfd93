/**
 * Slowing browsers by hand, to find screens that come in two steps: `OAKROOM_JOURNEY_SLOW=6 npx vitest run --project journeys`.
 * Code, answers of the server and words of the vault reach a screen that many times 25 ms late, so whatever waits for one of
 * them is drawn without it first. Everything that moved is told then, and turns no journey red.
 */
import type { BrowserContext, Page } from "playwright-core";

const stepMs = 25;

/** How slow; 1, not at all, unless told. */
export const slowness: number = Math.max(1, Number(process.env["OAKROOM_JOURNEY_SLOW"] ?? "1"));

/** Runs in the browser: what a worker says is heard late, in its order. */
function hearLate(delayMs: number): void {
  const late = new WeakSet<Event>();
  const delayed = (event: MessageEvent) => {
    const worker = event.currentTarget;
    if (late.has(event)) return;
    event.stopImmediatePropagation();
    setTimeout(() => {
      const again = new MessageEvent("message", { data: event.data, ports: [...event.ports] });
      late.add(again);
      worker?.dispatchEvent(again);
    }, delayMs);
  };
  // What is heard by the first listener, the others do not hear before it says so.
  globalThis.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener("message", delayed);
    }
  };
}

/** Slows the vaults of a context's pages, where that was asked for. */
export async function slowsVaults(context: BrowserContext): Promise<void> {
  if (slowness > 1) await context.addInitScript(hearLate, slowness * stepMs);
}

/** Slows a page's network, where that was asked for. */
export async function slowsNetwork(page: Page): Promise<void> {
  if (slowness === 1) return;
  const session = await page.context().newCDPSession(page);
  const latency = slowness * stepMs;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}
