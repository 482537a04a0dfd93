/** `npm start`: reads the settings, starts the server, tells where it is, ends cleanly. The only part that imports routes and jobs. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Config, readConfig, unknownSettings } from "./config.ts";
import { explain } from "./explain.ts";
import { features } from "./features.ts";
import { describe } from "./http/log.ts";
import { type Running, startServer } from "./run.ts";
import { programVersion as version } from "./version.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const webFolder = fileURLToPath(new URL("../web/dist", import.meta.url));
/** Whatever is still under way after this long is at least once anyway: jobs come again, clients ask again. */
const patienceMs = 4000;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Ends the program with one line where something can be mended, and with the place of a defect where not. */
function fail(error: unknown, config: Config | undefined): void {
  const { kind, code, at } = describe(error);
  const defect = `Oakroom stopped because of a defect: ${[kind, code, at[0]].filter(Boolean).join(", ")}. Please report this line.`;
  const { line, exitCode } = explain(error, config) ?? { line: defect, exitCode: 1 };
  process.stderr.write(`${line}\n`);
  process.exitCode = exitCode;
}

async function announce({ app, port, mailer }: Running): Promise<void> {
  const { config } = app;
  const setUp = await features.greet?.(app);
  say(`Oakroom is ready at ${process.env["OAKROOM_ORIGIN"] ? config.origin : `http://localhost:${port}`}`);
  if (setUp !== undefined) say(`Set it up with this link, once: ${setUp}`);
  if (!config.originIsSecure)
    say(
      `Warning: ${config.origin} is neither https nor localhost. Browsers then offer no encryption, and rooms cannot open. Set OAKROOM_ORIGIN to an https address.`,
    );
  if (mailer.way === "outbox")
    say(`Mail is not set up: mails become files in ${config.dataFolder}/outbox. Set OAKROOM_SMTP_URL to send them.`);
}

let ending = false;

function endOnSignals(running: Running): void {
  const end = (exitCode: number, because: string) => {
    if (ending) return;
    ending = true;
    const leave = () => {
      say(`Stopped (${because}).`);
      process.exit(exitCode);
    };
    setTimeout(() => {
      running.app.log.say("something was still under way at the end; it comes again at the next start");
      process.exit(exitCode);
    }, patienceMs).unref();
    running.stop().then(leave, (error: unknown) => {
      running.app.log.defect("stop", error);
      leave();
    });
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => end(0, signal));
  // A defect that nobody caught: what it says may hold content, so only its place is written down.
  for (const event of ["uncaughtException", "unhandledRejection"] as const)
    process.on(event, (error: unknown) => {
      running.app.log.defect("process", error);
      end(1, "a defect");
    });
}

async function main(): Promise<void> {
  let config: Config | undefined;
  let running: Running | undefined;
  try {
    // Before anything else: a mistyped name may be why the next line is a fault.
    for (const line of unknownSettings(process.env)) process.stderr.write(`${line}\n`);
    config = readConfig(process.env, root);
    running = await startServer(config, features, {
      version,
      webFolder: existsSync(webFolder) ? webFolder : undefined,
    });
    endOnSignals(running);
    await announce(running);
  } catch (error) {
    // Told to end while it was still greeting: what breaks off then is no fault.
    if (ending) return;
    fail(error, config);
    await running?.stop();
  }
}

await main();
