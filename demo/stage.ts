/** Where the demo takes place: the real server on a throw-away data folder, with a clock that begins in the past. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readConfig } from "../app/server/config.ts";
import { features } from "../app/server/features.ts";
import { type Running, startServer } from "../app/server/run.ts";
import { MovedClock } from "./moved-clock.ts";
import { Outbox } from "./outbox.ts";
import type { Setting } from "./person.ts";

/** A server that belongs to the demo alone. */
export interface Stage {
  readonly setting: Setting;
  readonly clock: MovedClock;
  readonly dataFolder: string;
  /** The one-time link of the set-up. */
  readonly setUpLink: string;
  /** Ends the server and removes everything it kept. */
  end(): Promise<void>;
}

const webFolder = fileURLToPath(new URL("../app/web/dist", import.meta.url));

// The system gives ports from 32768 up to outgoing connections; ours lie below.
const otherPorts = { first: 8481, last: 8980 } as const;

function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const probe = createServer();
  probe.once("error", () => resolve(false));
  probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  return promise;
}

async function freePort(wanted: number): Promise<number> {
  if (wanted === 0 || (await isFree(wanted))) return wanted;
  for (let port: number = otherPorts.first; port <= otherPorts.last; port += 1) if (await isFree(port)) return port;
  return 0;
}

function start(port: number, dataFolder: string, clock: MovedClock): Promise<Running> {
  // Nothing of an operator's own settings reaches the demo: neither their database nor their mail server.
  const config = readConfig({ OAKROOM_PORT: String(port), OAKROOM_DATA: dataFolder }, dataFolder);
  const web = existsSync(webFolder) ? webFolder : undefined;
  return startServer(config, features, { clock: clock.now, logLevel: "error", version: "demo", webFolder: web });
}

/** Opens it, at an instant in the past. Takes another port where the one that is asked for is not free. */
export async function openStage(env: Readonly<Record<string, string | undefined>>, from: number): Promise<Stage> {
  const { port: wanted } = readConfig({ OAKROOM_PORT: env["OAKROOM_PORT"] }, tmpdir());
  const dataFolder = mkdtempSync(join(tmpdir(), "oakroom-demo-"));
  const remove = () => rmSync(dataFolder, { recursive: true, force: true });
  const clock = new MovedClock();
  clock.goTo(from);
  try {
    const running = await start(await freePort(wanted), dataFolder, clock);
    const setUpLink = await features.greet?.(running.app);
    if (setUpLink === undefined) throw new Error("the server is set up already");
    const { origin } = running.app.config;
    const door = { address: `http://127.0.0.1:${running.port}`, origin };
    return {
      setting: { door, outbox: new Outbox(dataFolder), now: clock.now },
      clock,
      dataFolder,
      setUpLink,
      async end() {
        await running.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
