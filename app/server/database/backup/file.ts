/**
 * The file of a backup, one format for both engines.
 *
 *   file   = "oakroom-backup-1\n" chunk...
 *   chunk  = length (uint32, big-endian) || kind (1 byte) || payload (length bytes) || digest (32 bytes)
 *   digest = SHA-256(digest of the chunk before || length || kind || payload); before the first chunk SHA-256(the first line)
 *   kind 1 = head, the first chunk: JSON, see `BackupHead`
 *   kind 2 = rows: deflate (RFC 1950) of lines: the name of the table, then one JSON array a row in the order of its columns
 *   kind 3 = end, the last chunk: JSON, see `BackupEnd`
 *
 * In a row, bytes are written as {"b": base64}. A missing end, a byte after it, or any altered byte makes the file unusable as a whole.
 * The digests find damage; they are no signature: whoever may write the file may write another one.
 */
import { hash as hashOnce } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { deflateSync, inflateSync } from "node:zlib";
import * as z from "zod/mini";

const magic = Buffer.from("oakroom-backup-1\n");
const kinds = { head: 1, rows: 2, end: 3 } as const;
type ChunkKind = keyof typeof kinds;
const mostBytes = 64 * 1024 * 1024;

const count = z.int().check(z.gte(0));

/** What the file says about itself first. */
export const BackupHead = z.strictObject({
  /** The schema that the rows fit. */
  schema: count,
  /** The version of the program that wrote it. */
  version: z.string(),
  engine: z.enum(["sqlite", "postgres"]),
  /** Milliseconds since 1970. */
  takenAt: count,
  generation: count,
  /** The columns of each table, in the order of its rows. */
  tables: z.record(z.string(), z.array(z.string())),
});
/** What the file says about itself first. */
export type BackupHead = z.infer<typeof BackupHead>;

/** How many rows of each table there are. */
export const BackupEnd = z.strictObject({ rows: z.record(z.string(), count) });
/** How many rows of each table there are. */
export type BackupEnd = z.infer<typeof BackupEnd>;

/** A value in a row, as both engines give it. */
export type Cell = null | number | string | Uint8Array;
/** The values of one row. */
export type Row = ReadonlyArray<Cell>;

/** The file is no backup, is damaged, or does not fit: one line that says so. */
export class BackupError extends Error {}

/** Writes a backup. The file is of use only once `end` has returned. */
export class BackupWriter {
  readonly #file: FileHandle;
  #digest: Buffer = hashOnce("sha256", magic, "buffer");
  #lines: string[] = [];
  #bytes = 0;
  readonly #rows: Record<string, number> = {};

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Begins a new file, readable by its owner alone. Fails where there is one with this name. */
  static async begin(path: string, head: BackupHead): Promise<BackupWriter> {
    const file = await open(path, "wx", 0o600);
    const writer = new BackupWriter(file);
    await file.write(magic);
    await writer.#chunk("head", Buffer.from(JSON.stringify(head)));
    return writer;
  }

  /** Adds the rows of a table. */
  async table(name: string, rows: AsyncIterable<Row>): Promise<void> {
    let all = 0;
    for await (const row of rows) {
      const line = JSON.stringify(row.map(encodeCell));
      this.#lines.push(line);
      this.#bytes += line.length;
      all += 1;
      if (this.#bytes > 1024 * 1024) await this.#flush(name);
    }
    await this.#flush(name);
    this.#rows[name] = all;
  }

  /** Ends the file and waits until it is on disk; answers how many rows of each table it holds. */
  async end(): Promise<BackupEnd> {
    await this.#chunk("end", Buffer.from(JSON.stringify({ rows: this.#rows })));
    await this.#file.sync();
    await this.#file.close();
    return { rows: this.#rows };
  }

  /** Closes the file without an end. */
  async abandon(): Promise<void> {
    await this.#file.close();
  }

  async #flush(table: string): Promise<void> {
    if (this.#lines.length === 0) return;
    await this.#chunk("rows", deflateSync(`${table}\n${this.#lines.join("\n")}`));
    this.#lines = [];
    this.#bytes = 0;
  }

  async #chunk(kind: ChunkKind, payload: Buffer): Promise<void> {
    const front = Buffer.alloc(5);
    front.writeUInt32BE(payload.length);
    front.writeUInt8(kinds[kind], 4);
    this.#digest = chain(this.#digest, front, payload);
    await this.#file.write(Buffer.concat([front, payload, this.#digest]));
  }
}

function chain(before: Buffer, front: Buffer, payload: Buffer): Buffer {
  return hashOnce("sha256", Buffer.concat([before, front, payload]), "buffer");
}

/** What a reader of a backup is told, in order. */
export interface BackupVisitor {
  head?(head: BackupHead): Promise<void>;
  rows?(table: string, rows: ReadonlyArray<Row>): Promise<void>;
}

/**
 * Reads a backup from its beginning to its end, checking every byte. Throws `BackupError` where anything is wrong, possibly after
 * some rows were told: whoever keeps them must be able to undo that.
 */
export async function readBackup(path: string, visitor: BackupVisitor = {}): Promise<BackupHead & BackupEnd> {
  const file = await open(path, "r");
  try {
    return await readChunks(file, visitor);
  } finally {
    await file.close();
  }
}

async function readChunks(file: FileHandle, visitor: BackupVisitor): Promise<BackupHead & BackupEnd> {
  const first = Buffer.alloc(magic.length);
  await file.read(first, 0, magic.length);
  if (!first.equals(magic)) throw new BackupError("This is no backup of Oakroom.");
  const reading = new Chunks(file);
  const begin = await reading.next();
  const head = begin?.kind === "head" ? parse(BackupHead, begin.payload.toString()) : undefined;
  if (!head) throw damaged();
  await visitor.head?.(head);
  const counted: Record<string, number> = Object.fromEntries(Object.keys(head.tables).map((table) => [table, 0]));
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one chunk stands behind the other
    const chunk = await reading.next();
    if (chunk?.kind === "end") {
      // oxlint-disable-next-line no-await-in-loop -- the last thing to look at
      const end = (await reading.next()) === undefined ? parse(BackupEnd, chunk.payload.toString()) : undefined;
      if (!end || !sameCounts(end.rows, counted)) throw damaged();
      return { ...head, ...end };
    }
    if (chunk?.kind !== "rows") throw damaged();
    const { table, rows } = decodeRows(chunk.payload, head);
    counted[table] = (counted[table] ?? 0) + rows.length;
    // oxlint-disable-next-line no-await-in-loop -- rows are handed on before more are read
    await visitor.rows?.(table, rows);
  }
}

class Chunks {
  readonly #file: FileHandle;
  #digest: Buffer = hashOnce("sha256", magic, "buffer");

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** The next chunk; `undefined` at the end of the file. */
  async next(): Promise<{ readonly kind: ChunkKind; readonly payload: Buffer } | undefined> {
    const front = await take(this.#file, 5);
    if (!front) return undefined;
    const length = front.readUInt32BE();
    if (length > mostBytes) throw damaged();
    const payload = await take(this.#file, length);
    const digest = await take(this.#file, 32);
    if (!payload || !digest) throw damaged();
    this.#digest = chain(this.#digest, front, payload);
    const kind = (["head", "rows", "end"] as const).find((one) => kinds[one] === front[4]);
    if (!this.#digest.equals(digest) || !kind) throw damaged();
    return { kind, payload };
  }
}

/** Reads exactly so many bytes; `undefined` at the end of the file. Throws where it ends in the middle. */
async function take(file: FileHandle, length: number): Promise<Buffer | undefined> {
  const memory = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    // oxlint-disable-next-line no-await-in-loop -- a file gives what it gives
    const { bytesRead } = await file.read(memory, filled, length - filled);
    if (bytesRead === 0 && filled === 0) return undefined;
    if (bytesRead === 0) throw damaged();
    filled += bytesRead;
  }
  return memory;
}

function damaged(): BackupError {
  return new BackupError(
    "The backup is damaged or incomplete: its bytes are not those that were written. Use another one.",
  );
}

function parse<S extends z.core.$ZodType>(shape: S, json: string): z.output<S> | undefined {
  try {
    return z.safeParse(shape, JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

const EncodedCell = z.union([z.null(), z.number(), z.string(), z.strictObject({ b: z.string() })]);
type EncodedCell = z.infer<typeof EncodedCell>;
const EncodedRow = z.array(EncodedCell);

function encodeCell(cell: Cell): EncodedCell {
  return cell instanceof Uint8Array ? { b: Buffer.from(cell).toString("base64") } : cell;
}

function decodeRows(
  payload: Buffer,
  { tables }: BackupHead,
): { readonly table: string; readonly rows: ReadonlyArray<Row> } {
  const [table = "", ...lines] = inflate(payload).split("\n");
  const columns = tables[table];
  const rows = lines.map((line) => parse(EncodedRow, line)).filter((row) => row?.length === columns?.length);
  if (!columns || rows.length !== lines.length) throw damaged();
  return { table, rows: rows.map((row) => (row ?? []).map(decodeCell)) };
}

function inflate(payload: Buffer): string {
  try {
    return inflateSync(payload, { maxOutputLength: mostBytes }).toString("utf8");
  } catch {
    throw damaged();
  }
}

function decodeCell(cell: EncodedCell): Cell {
  return typeof cell === "object" && cell !== null ? Buffer.from(cell.b, "base64") : cell;
}

function sameCounts(some: Readonly<Record<string, number>>, others: Readonly<Record<string, number>>): boolean {
  const names = Object.keys(some);
  return names.length === Object.keys(others).length && names.every((name) => some[name] === others[name]);
}
