/** What the operator sets in the environment, read once and checked at the start. */
import { isIP } from "node:net";
import { isAbsolute, resolve } from "node:path";
import { nearest } from "../values/nearest.ts";

/** The settings of one server process. */
export interface Config {
  /** The port on which it listens. */
  readonly port: number;
  /** The address on which it listens; the loopback unless the operator opens it. */
  readonly host: string;
  /** The folder with database, outbox and lock, absolute. */
  readonly dataFolder: string;
  /** How people reach it: scheme, host and port, without a path. */
  readonly origin: string;
  /** True where browsers offer WebCrypto at that origin: https, or localhost. */
  readonly originIsSecure: boolean;
  /** A PostgreSQL address; without it SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Where mail goes; without it mails become files in `outbox/`. */
  readonly smtpUrl: string | undefined;
  /** From whom mail comes. */
  readonly mailFrom: string;
  /** Who may tell in X-Forwarded-For who is asking: addresses or ranges; proxies on this machine unless set. */
  readonly proxies?: ReadonlyArray<string> | undefined;
  /** For how many days the operator keeps backups: people who erase a room are told until when an older one can hold it. */
  readonly backupDays?: number | undefined;
  /** For how many days rooms are kept once a pairing has ended; for as long as there is a server unless set. */
  readonly endedRoomDays?: number | undefined;
  /** How much is written to the log; "info" unless set. */
  readonly logLevel?: LogLevel | undefined;
}

/** How much is written to the log: nothing, defects, what an operator should know, or each request by its pattern. */
export type LogLevel = (typeof logLevels)[number];
const logLevels = ["silent", "error", "info", "debug"] as const;

/** Every setting of Oakroom's own. */
export const settingNames = [
  "OAKROOM_BACKUP_DAYS",
  "OAKROOM_DATA",
  "OAKROOM_ENDED_ROOM_DAYS",
  "OAKROOM_HOST",
  "OAKROOM_LOG",
  "OAKROOM_MAIL_FROM",
  "OAKROOM_ORIGIN",
  "OAKROOM_PORT",
  "OAKROOM_PROXY",
  "OAKROOM_SMTP_URL",
] as const;

const prefix = "OAKROOM_";
const names = settingNames.map((name) => name.slice(prefix.length).toLowerCase());
/** Of tests, of development, and of the command `verify`; the server does not read them. */
const ofTools = /^OAKROOM_(?:TEST_|FUZZ$|PICTURES$|PASSPHRASE$)/;

/** One line for each name that looks like a setting and is none. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): ReadonlyArray<string> {
  return Object.keys(env)
    .filter((name) => /^OAKROOM_/i.test(name) && !ofTools.test(name))
    .filter((name) => !settingNames.some((known) => known === name))
    .toSorted()
    .map((name) => {
      const near = nearest(name.slice(prefix.length), names)?.toUpperCase();
      return `Warning: there is no setting ${name}${near === undefined ? "." : `. Did you mean ${prefix}${near}?`}`;
    });
}

/** A setting that cannot be used: one line that says what to do. The program ends with exit code 2. */
export class SettingError extends Error {}

/** Reads the settings. Throws `SettingError` for the first one that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const port = readPort(env["OAKROOM_PORT"]);
  const origin = readOrigin(env["OAKROOM_ORIGIN"], port);
  const dataFolder = env["OAKROOM_DATA"] || "data";
  return {
    port,
    host: env["OAKROOM_HOST"] || "127.0.0.1",
    dataFolder: isAbsolute(dataFolder) ? dataFolder : resolve(folder, dataFolder),
    origin: origin.origin,
    originIsSecure: origin.protocol === "https:" || isLocal(origin.hostname),
    databaseUrl: readUrl("DATABASE_URL", env["DATABASE_URL"], ["postgres:", "postgresql:"]),
    smtpUrl: readUrl("OAKROOM_SMTP_URL", env["OAKROOM_SMTP_URL"], ["smtp:", "smtps:"]),
    mailFrom: readSender(env["OAKROOM_MAIL_FROM"], origin.hostname),
    proxies: readProxies(env["OAKROOM_PROXY"]),
    backupDays: readDays("OAKROOM_BACKUP_DAYS", env["OAKROOM_BACKUP_DAYS"], 0),
    // People are told at the ending, and need time for what they want to keep.
    endedRoomDays: readDays("OAKROOM_ENDED_ROOM_DAYS", env["OAKROOM_ENDED_ROOM_DAYS"], 90),
    logLevel: readLogLevel(env["OAKROOM_LOG"]),
  };
}

function readPort(text: string | undefined): number {
  if (!text) return 8480;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535)
    throw new SettingError("OAKROOM_PORT must be a whole number from 0 to 65535, for example 8480.");
  return port;
}

function readOrigin(text: string | undefined, port: number): URL {
  if (!text) return new URL(`http://localhost:${port}`);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    !url ||
    !["http:", "https:"].includes(url.protocol) ||
    url.pathname !== "/" ||
    url.search ||
    url.hash ||
    url.username ||
    url.password
  )
    throw new SettingError(
      "OAKROOM_ORIGIN must be an address without a path, for example https://mentoring.example.org.",
    );
  return url;
}

function readUrl(name: string, text: string | undefined, schemes: ReadonlyArray<string>): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What begins as it should and cannot be read is wrong further on, most often in the port.
  if (!url && schemes.some((scheme) => text.startsWith(`${scheme}//`)))
    throw new SettingError(
      `${name} cannot be read as an address. Look at its port, which is a number from 1 to 65535, and write special characters of a password as %XX.`,
    );
  if (!url || !schemes.includes(url.protocol))
    throw new SettingError(`${name} must begin with ${schemes.map((scheme) => `${scheme}//`).join(" or ")}.`);
  // PostgreSQL also takes a socket's folder, as ?host=.
  if (url.hostname === "" && !url.searchParams.has("host"))
    throw new SettingError(`${name} must name a host, for example ${schemes[0] ?? ""}//host.example.org.`);
  return text;
}

function readSender(text: string | undefined, hostname: string): string {
  if (!text) return `Oakroom <oakroom@${hostname}>`;
  if (!/^[^\r\n]{1,200}@[^\s<>@]{1,200}>?$/.test(text))
    throw new SettingError("OAKROOM_MAIL_FROM must be an address, for example Mentoring <mentoring@example.org>.");
  return text;
}

function readProxies(text: string | undefined): ReadonlyArray<string> | undefined {
  if (!text) return undefined;
  const proxies = text.split(",").map((proxy) => proxy.trim());
  const wrong = proxies.find((proxy) => {
    const [address = "", bits = "0", ...rest] = proxy.split("/");
    const most = isIP(address) === 6 ? 128 : 32;
    return isIP(address) === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most;
  });
  if (wrong !== undefined)
    throw new SettingError(
      "OAKROOM_PROXY must hold addresses or ranges of your proxies, for example 10.0.0.5 or 10.0.0.0/24.",
    );
  return proxies;
}

function readDays(name: string, text: string | undefined, least: number): number | undefined {
  if (!text) return undefined;
  const days = /^\d{1,4}$/.test(text) ? Number(text) : -1;
  if (days < least || days > 3650)
    throw new SettingError(`${name} must be a whole number of days from ${least} to 3650, for example ${least + 30}.`);
  return days;
}

function readLogLevel(text: string | undefined): LogLevel | undefined {
  if (!text) return undefined;
  const level = logLevels.find((known) => known === text);
  if (!level) throw new SettingError(`OAKROOM_LOG must be one of ${logLevels.join(", ")}.`);
  return level;
}

function isLocal(hostname: string): boolean {
  return (
    hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "127.0.0.1" || hostname === "[::1]"
  );
}
