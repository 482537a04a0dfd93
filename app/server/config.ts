/** What the operator sets in the environment, read once and checked at the start. */
import { isAbsolute, resolve } from "node:path";

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
    url.username
  )
    throw new SettingError(
      "OAKROOM_ORIGIN must be an address without a path, for example https://mentoring.example.org.",
    );
  return url;
}

function readUrl(name: string, text: string | undefined, schemes: ReadonlyArray<string>): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !schemes.includes(url.protocol))
    throw new SettingError(`${name} must begin with ${schemes.map((scheme) => `${scheme}//`).join(" or ")}.`);
  return text;
}

function readSender(text: string | undefined, hostname: string): string {
  if (!text) return `Oakroom <oakroom@${hostname}>`;
  if (!/^[^\r\n]{1,200}@[^\s<>@]{1,200}>?$/.test(text))
    throw new SettingError("OAKROOM_MAIL_FROM must be an address, for example Mentoring <mentoring@example.org>.");
  return text;
}

function isLocal(hostname: string): boolean {
  return (
    hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "127.0.0.1" || hostname === "[::1]"
  );
}
