/** The canary search: what must stay on people's devices is looked for everywhere else, in every form it could take. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readBackup } from "../../app/server/database/backup/file.ts";
import { postgresPrograms } from "../../tools/postgres.ts";
import type { Oakroom } from "./oakroom.ts";

/** A place outside people's devices, with what lies there. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Something that was found where it must not be. */
export interface Find {
  readonly what: string;
  readonly where: string;
  readonly form: string;
}

/** The signs of a base64 text that do not depend on what stands around the bytes, for each of three places of the first. */
function base64Middles(bytes: Buffer): ReadonlyArray<string> {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replaceAll("=", "");
    const [first, last] = [shift === 0 ? 0 : shift + 1, (shift + bytes.length) % 3 === 0 ? 0 : 1];
    return text.slice(first, text.length - last);
  });
}

/** Every form in which bytes are looked for. */
export function formsOf(bytes: Buffer): ReadonlyArray<readonly [form: string, pattern: Buffer]> {
  const base64 = base64Middles(bytes);
  const texts: ReadonlyArray<readonly [string, string]> = [
    ...base64.map((text) => ["base64", text] as const),
    ...base64.map((text) => ["base64url", text.replaceAll("+", "-").replaceAll("/", "_")] as const),
    ["hex", bytes.toString("hex")],
    ["hex in capitals", bytes.toString("hex").toUpperCase()],
  ];
  return [["as it is", bytes], ...texts.map(([form, text]) => [form, Buffer.from(text, "latin1")] as const)];
}

/** The forms of a text: also in two bytes a sign, in small letters, and as an address or JSON writes it. */
function formsOfText(text: string): ReadonlyArray<readonly [form: string, pattern: Buffer]> {
  return [
    ...formsOf(Buffer.from(text, "utf8")),
    ["UTF-16", Buffer.from(text, "utf16le")],
    ["small letters", Buffer.from(text.toLowerCase(), "utf8")],
    ["in an address", Buffer.from(encodeURIComponent(text), "latin1")],
    ["in JSON", Buffer.from(JSON.stringify(text).slice(1, -1), "utf8")],
  ];
}

/** Looks for each thing in each place. */
export function search(
  things: Readonly<Record<string, string | Buffer>>,
  places: ReadonlyArray<Place>,
): ReadonlyArray<Find> {
  return Object.entries(things).flatMap(([what, thing]) => {
    const forms = typeof thing === "string" ? formsOfText(thing) : formsOf(thing);
    return places.flatMap(({ name, bytes }) =>
      forms.filter(([, pattern]) => bytes.includes(pattern)).map(([form]) => ({ what, where: name, form })),
    );
  });
}

/** How often bytes stand in others. */
export function count(bytes: Buffer, pattern: string): number {
  let [at, found] = [bytes.indexOf(pattern), 0];
  while (at >= 0) {
    found += 1;
    at = bytes.indexOf(pattern, at + 1);
  }
  return found;
}

function filesBelow(folder: string): ReadonlyArray<string> {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile());
}

/** The files of a data folder: database, mails, whatever else lies there. */
export function filesOf(oakroom: Oakroom): ReadonlyArray<Place> {
  return filesBelow(oakroom.dataFolder).map((file) => ({
    name: file.slice(oakroom.dataFolder.length + 1),
    bytes: readFileSync(file),
  }));
}

/** The rows of a PostgreSQL database, as its own tool writes them out: bytes as hex. */
export function rowsOf(oakroom: Oakroom): ReadonlyArray<Place> {
  const programs = postgresPrograms();
  if (oakroom.databaseUrl === undefined || programs === undefined) return [];
  const written = execFileSync(join(programs, "pg_dump"), ["--inserts", oakroom.databaseUrl], { maxBuffer: 2 ** 30 });
  return [{ name: "rows of the database", bytes: written }];
}

/** The rows of a backup, taken out of its packing: what a text or bytes would stand in, cell by cell. */
export async function rowsOfBackup(path: string): Promise<ReadonlyArray<Place>> {
  const cells: Buffer[] = [];
  await readBackup(path, {
    rows: async (table, rows) => {
      for (const cell of rows.flat()) {
        const bytes = typeof cell === "object" && cell !== null ? Buffer.from(cell) : Buffer.from(String(cell), "utf8");
        cells.push(Buffer.from(`\n${table} `), bytes);
      }
    },
  });
  return [{ name: "rows of the backup", bytes: Buffer.concat(cells) }];
}

/** Everything that the server has said and that went over the wire. */
export function saidAndSent({ said, wire }: Oakroom): ReadonlyArray<Place> {
  return [
    { name: "log", bytes: Buffer.from(said, "utf8") },
    { name: "requests", bytes: wire.up },
    { name: "answers", bytes: wire.down },
  ];
}
