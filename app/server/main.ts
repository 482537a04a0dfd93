/** `npm start`: reads the settings, starts the server, tells where it is, ends cleanly. The only part that imports routes and jobs. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { features } from "./features.ts";
import { readConfig, SettingError } from "./config.ts";
import { SchemaError } from "./database/migrate.ts";
import { LockedError } from "./lock.ts";
import { type Running, startServer } from "./run.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const webFolder = fileURLToPath(new URL("../web/dist", import.meta.url));

try {
  const config = readConfig(process.env, root);
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const running = await startServer(config, features, { version, webFolder: existsSync(webFolder) ? webFolder : undefined });
  announce(running);
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    void running.stop().then(() => process.exit(0));
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
} catch (error) {
  process.exitCode = explain(error);
}

function announce(running: Running): void {
  const { config } = running.app;
  const address = process.env["OAKROOM_ORIGIN"] ? config.origin : `http://localhost:${running.port}`;
  process.stdout.write(`Oakroom is ready at ${address}\n`);
  if (!config.originIsSecure) process.stdout.write(`Warning: ${config.origin} is neither https nor localhost. Browsers then offer no encryption, and rooms cannot open. Set OAKROOM_ORIGIN to an https address.\n`);
  if (running.mailer.way === "outbox") process.stdout.write(`Mail is not set up: mails become files in ${config.dataFolder}/outbox. Set OAKROOM_SMTP_URL to send them.\n`);
}

/** One line for what the operator can mend; exit code 2 for settings, 1 for the rest. */
function explain(error: unknown): number {
  if (error instanceof SettingError || error instanceof LockedError || error instanceof SchemaError) {
    process.stderr.write(`${error.message}\n`);
    return error instanceof SettingError ? 2 : 1;
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    process.stderr.write("The port is in use. Set OAKROOM_PORT to another one.\n");
    return 1;
  }
  if (error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "ECONNREFUSED" || error.code === "ENOTFOUND")) {
    process.stderr.write(error.code === "EACCES" ? "The data folder or the port may not be used by this user. Set OAKROOM_DATA and OAKROOM_PORT.\n" : "The database does not answer. Check DATABASE_URL and that the server runs.\n");
    return 1;
  }
  throw error;
}
