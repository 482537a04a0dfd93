/** Says in one line what an operator can mend, for the server's start and for commands. */
import type { Config } from "./config.ts";
import { SettingError } from "./config.ts";
import { SchemaError } from "./database/migrate.ts";
import { LockedError } from "./lock.ts";

/** One line, and the exit code: 2 where a setting is wrong, 1 otherwise. */
export interface Explained {
  readonly line: string;
  readonly exitCode: 1 | 2;
}

/** What is known of the settings when something goes wrong; empty where they could not be read. */
export type Known = Partial<Pick<Config, "port" | "host" | "dataFolder" | "databaseUrl">>;

const unreachable = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
  "57P03",
]);
const badFolder =
  /^(?:EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|EISDIR|ENAMETOOLONG|SQLITE_CANTOPEN\w*|SQLITE_READONLY\w*|SQLITE_PERM)$/;

/** Explains an error; `undefined` where it is a defect. */
export function explain(error: unknown, known: Known = {}): Explained | undefined {
  if (error instanceof SettingError) return { line: error.message, exitCode: 2 };
  if (error instanceof LockedError || error instanceof SchemaError) return { line: error.message, exitCode: 1 };
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const call = "syscall" in error && typeof error.syscall === "string" ? error.syscall : "";
  const host = "hostname" in error && typeof error.hostname === "string" ? error.hostname : undefined;
  if (call === "listen" || code === "EADDRNOTAVAIL" || (host !== undefined && host === known.host))
    return listening(code, known);
  if (known.databaseUrl !== undefined) return database(error, code) ?? folder(code, known);
  return folder(code, known);
}

function listening(code: string, { port, host }: Known): Explained {
  if (code === "EADDRINUSE")
    return {
      line: `Port ${port ?? ""} is in use. Set OAKROOM_PORT to another one, or stop what uses it.`,
      exitCode: 1,
    };
  if (code === "EACCES")
    return {
      line: `Port ${port ?? ""} may not be used by this user. Set OAKROOM_PORT to one above 1023.`,
      exitCode: 2,
    };
  return {
    line: `OAKROOM_HOST is ${host ?? ""}, which is no address of this machine. Set it to 127.0.0.1, or leave it out.`,
    exitCode: 2,
  };
}

function database(error: Error, code: string): Explained | undefined {
  if (code === "28P01" || code === "28000")
    return { line: "The database does not accept the user or password in DATABASE_URL. Correct them.", exitCode: 2 };
  if (code === "3D000")
    return {
      line: "The database named in DATABASE_URL does not exist. Create it with createdb, or correct the name.",
      exitCode: 2,
    };
  if (code === "42501")
    return {
      line: "The database user in DATABASE_URL may not create tables. Make it the database's owner.",
      exitCode: 2,
    };
  if (code === "ENOTFOUND") return { line: "The host in DATABASE_URL is not known. Correct its name.", exitCode: 2 };
  if (code.startsWith("53"))
    return {
      line: "The database has no connection or room left. Raise max_connections, or free space on its disk.",
      exitCode: 1,
    };
  if (unreachable.has(code) || /timeout|terminated/i.test(error.message))
    return {
      line: "The database does not answer. Start PostgreSQL, or correct host and port in DATABASE_URL.",
      exitCode: 1,
    };
  if (/SSL/.test(error.message))
    return { line: "The database and DATABASE_URL do not agree about TLS. Set sslmode in DATABASE_URL.", exitCode: 2 };
  return undefined;
}

function folder(code: string, { dataFolder }: Known): Explained | undefined {
  const place = dataFolder ?? "named by OAKROOM_DATA";
  if (code === "SQLITE_FULL" || code === "ENOSPC")
    return { line: `The disk of the folder ${place} is full. Free some space.`, exitCode: 1 };
  if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT"))
    return {
      line: `The database in ${place} cannot be read. Bring a backup back: npm run oakroom -- restore FILE`,
      exitCode: 1,
    };
  if (badFolder.test(code))
    return {
      line: `The folder ${place} cannot be used. Set OAKROOM_DATA to a folder that this user may write in.`,
      exitCode: 2,
    };
  return undefined;
}
