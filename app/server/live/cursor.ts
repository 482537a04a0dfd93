/** Where a stream stands in all logs of a person: `g<generation>.<log id base64url>:<number>.…`, the id of its events. */
import { fromBase64url, toBase64url } from "../../values/bytes.ts";
import { LogId, uuidBytes, uuidText } from "../../values/id.ts";

/** A place in every log of a person. */
export interface Cursor {
  readonly generation: number;
  /** The running number of the newest entry that was sent, by log. */
  readonly numbers: ReadonlyMap<LogId, number>;
}

/** Writes a cursor. */
export function writeCursor({ generation, numbers }: Cursor): string {
  let text = `g${generation}`;
  for (const [logId, number] of numbers) text += `.${shortId(logId)}:${number}`;
  return text;
}

/** Reads a cursor; `undefined` for anything that is none. */
export function readCursor(text: string): Cursor | undefined {
  const [head = "", ...places] = text.split(".");
  const generation = /^g(\d{1,15})$/.exec(head)?.[1];
  if (generation === undefined) return undefined;
  const numbers = new Map<LogId, number>();
  for (const place of places) {
    const [, id = "", number] = /^([\w-]{22}):(\d{1,15})$/.exec(place) ?? [];
    const bytes = fromBase64url(id);
    const logId = bytes && LogId.safeParse(uuidText(bytes)).data;
    if (!logId || number === undefined || numbers.has(logId)) return undefined;
    numbers.set(logId, Number(number));
  }
  return { generation: Number(generation), numbers };
}

const shortIds = new Map<LogId, string>();

/** Every event of a stream names all logs, so their short names are kept. */
function shortId(logId: LogId): string {
  const known = shortIds.get(logId);
  if (known) return known;
  if (shortIds.size === 20_000) shortIds.clear();
  const made = toBase64url(uuidBytes(logId));
  shortIds.set(logId, made);
  return made;
}
