import type { Encoding, FaultWord } from "./table.ts";

/** The text of a file, and how it was read. */
export interface Decoded {
  readonly encoding: Encoding;
  readonly text: string;
  /** Set when the file is of another kind, or when some of it could not be read and was replaced by U+FFFD. */
  readonly fault: Extract<FaultWord, "not-a-text-file" | "undecodable"> | undefined;
}

/** How files begin that people take for tables: spreadsheets of today (zip) and of yesterday, and PDF. */
const otherFiles: ReadonlyArray<ReadonlyArray<number>> = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

const marks: ReadonlyArray<{ readonly encoding: Encoding; readonly bytes: ReadonlyArray<number> }> = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

/** Turns bytes into text: by byte-order mark, else as UTF-8, else as Windows-1252, which reads any bytes. */
export function decode(bytes: Uint8Array<ArrayBuffer>): Decoded {
  const begins = (start: ReadonlyArray<number>) => start.every((byte, at) => bytes[at] === byte);
  if (otherFiles.some(begins)) return { encoding: "utf-8", text: "", fault: "not-a-text-file" };
  const mark = marks.find((candidate) => begins(candidate.bytes));
  if (mark === undefined) {
    const text = strictly("utf-8", bytes);
    return text === undefined
      ? { encoding: "windows-1252", text: windows1252(bytes), fault: undefined }
      : { encoding: "utf-8", text, fault: undefined };
  }
  const { encoding } = mark;
  const content = bytes.subarray(mark.bytes.length);
  const text = strictly(encoding, content);
  if (text !== undefined) return { encoding, text, fault: undefined };
  return { encoding, text: new TextDecoder(encoding, { ignoreBOM: true }).decode(content), fault: "undecodable" };
}

function strictly(encoding: Encoding, bytes: Uint8Array<ArrayBuffer>): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes 80 to 9F; the other bytes stand for the code points of their own number. Source: WHATWG Encoding, index windows-1252. */
const high =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

// By hand: some releases of Node decode the label windows-1252 as Latin-1 and lose the euro sign and the quotes.
function windows1252(bytes: Uint8Array<ArrayBuffer>): string {
  const pieces: string[] = [];
  const pieceBytes = 8192;
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const units = Array.from(bytes.subarray(from, from + pieceBytes), (byte) =>
      byte >= 0x80 && byte <= 0x9f ? high.charCodeAt(byte - 0x80) : byte,
    );
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join("");
}
