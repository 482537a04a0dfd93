/** How a page of sealed records is written: by hand, since pages are most of what the server sends. */

/** One entry of a page. `kind` is the number of `entryKindNumber`. */
export interface PageEntry {
  readonly number: number;
  readonly kind: number;
  readonly bytes: Uint8Array;
}

/**
 * Writes a page: CBOR `[generation, last number, [[number, kind, bytes], …]]` (RFC 8949, shortest forms).
 */
export function encodePage(generation: number, lastNumber: number, entries: ReadonlyArray<PageEntry>): Uint8Array {
  const most = entries.reduce((sum, entry) => sum + entry.bytes.length + 1 + 9 + 9 + 9, 1 + 9 + 9 + 9);
  const page = new PageWriter(most);
  page.head(listMajor, 3);
  page.head(numberMajor, generation);
  page.head(numberMajor, lastNumber);
  page.head(listMajor, entries.length);
  for (const { number, kind, bytes } of entries) {
    page.head(listMajor, 3);
    page.head(numberMajor, number);
    page.head(numberMajor, kind);
    page.string(bytes);
  }
  return page.written();
}

/** Writes CBOR `[bytes, …]`. */
export function encodeByteStrings(records: ReadonlyArray<Uint8Array>): Uint8Array {
  const page = new PageWriter(sizeOf(records));
  page.list(records);
  return page.written();
}

/** Somebody's own key records. */
export interface OwnKeys {
  readonly bundle: Uint8Array;
  readonly ring: Uint8Array;
  readonly slots: ReadonlyArray<Uint8Array>;
}

/** Writes CBOR `[bundle, ring, [slot, …]]`; `[]` where there are none. */
export function encodeOwnKeys(keys: OwnKeys | undefined): Uint8Array {
  if (!keys) return encodeByteStrings([]);
  const page = new PageWriter(sizeOf([keys.bundle, keys.ring, ...keys.slots]) + 9);
  page.head(listMajor, 3);
  page.string(keys.bundle);
  page.string(keys.ring);
  page.list(keys.slots);
  return page.written();
}

/** At most so many bytes are needed for a list of byte strings. */
function sizeOf(records: ReadonlyArray<Uint8Array>): number {
  return records.reduce((sum, record) => sum + record.length + 9, 9);
}

const numberMajor = 0;
const bytesMajor = 2;
const listMajor = 4;

class PageWriter {
  readonly #memory: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(mostBytes: number) {
    this.#memory = new Uint8Array(mostBytes);
    this.#view = new DataView(this.#memory.buffer);
  }

  /** The first byte of a CBOR item, with its number in the shortest form. */
  head(major: number, number: number): void {
    const first = major << 5;
    if (number < 24) this.#view.setUint8(this.#at++, first | number);
    else if (number < 0x100) this.#wide(first | 24, 1, () => this.#view.setUint8(this.#at, number));
    else if (number < 0x1_0000) this.#wide(first | 25, 2, () => this.#view.setUint16(this.#at, number));
    else if (number < 0x1_0000_0000) this.#wide(first | 26, 4, () => this.#view.setUint32(this.#at, number));
    else this.#wide(first | 27, 8, () => this.#view.setBigUint64(this.#at, BigInt(number)));
  }

  #wide(first: number, width: number, set: () => void): void {
    this.#view.setUint8(this.#at, first);
    this.#at += 1;
    set();
    this.#at += width;
  }

  string(bytes: Uint8Array): void {
    this.head(bytesMajor, bytes.length);
    this.#memory.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  list(records: ReadonlyArray<Uint8Array>): void {
    this.head(listMajor, records.length);
    for (const record of records) this.string(record);
  }

  written(): Uint8Array {
    return this.#memory.subarray(0, this.#at);
  }
}
