import { existsSync } from "node:fs";
import { chromiumPath } from "./chromium.ts";
import { command } from "./gates/command.ts";
import { postgresPrograms } from "./postgres.ts";

/** What the whole run can use. */
export interface Brought {
  /** The browser; undefined when there is none. */
  readonly chromium: string | undefined;
  readonly hasPostgres: boolean;
  /** One line for each thing left out, with the reason. */
  readonly skipped: ReadonlyArray<string>;
  /** One line for each thing that should have been brought and was not. */
  readonly failures: ReadonlyArray<string>;
}

/** Whether packages can be installed here: Debian or one of its children, as root. */
function hasApt(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

/** Installs packages through apt; the answer says why it did not work. */
async function install(packages: ReadonlyArray<string>): Promise<string | undefined> {
  process.stdout.write(`Bringing ${packages.join(" and ")} through apt\n`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const update = await command("apt-get", ["update", "-q"], { env });
  const done = await command("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], { env });
  if (done.code === 0) return undefined;
  const lines = `${update.output}\n${done.output}`.split("\n");
  return lines.find((line) => line.startsWith("E:")) ?? `apt-get ended with code ${done.code}`;
}

/** Finds Chromium and PostgreSQL, and brings what is missing where that is possible. */
export async function bring(): Promise<Brought> {
  const wanted = [
    ...(chromiumPath() === undefined ? ["chromium"] : []),
    ...(postgresPrograms() === undefined ? ["postgresql"] : []),
  ];
  const why = wanted.length > 0 && hasApt() ? await install(wanted) : undefined;
  const chromium = chromiumPath();
  const hasPostgres = postgresPrograms() !== undefined;
  const missing = [
    ...(chromium === undefined ? ["the journeys in the browser: there is no Chromium here"] : []),
    ...(hasPostgres ? [] : ["the tests on PostgreSQL: it is not installed here"]),
  ];
  if (hasApt())
    return {
      chromium,
      hasPostgres,
      skipped: [],
      failures: missing.map((line) => `${line}, and apt could not bring it: ${why}`),
    };
  return { chromium, hasPostgres, skipped: missing, failures: [] };
}
