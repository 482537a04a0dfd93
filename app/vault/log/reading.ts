/** From verified items to what they hold: open, join, parse, verify the signatures inside. */
import {
  type Content as Plain,
  type EpochKey,
  type Item,
  type SealedEvent,
  decodeContent,
  hex,
  joinParts,
  openItem,
  textOf,
} from "@oakroom/crypto";
import { type Parsed, type Part, parseEvent } from "../../features/room/state/fold.ts";
import type { SignedText } from "../../features/room/state/schema.ts";
import { type AccountId, DeviceId, ItemId, type LogId, uuidText } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";
import { accountOf } from "../ids.ts";
import { turnCard } from "./cards.ts";
import type { Content, Line } from "./content.ts";

/** What reading needs to know of the log. */
export interface Reader {
  readonly parts: ReadonlyArray<Part>;
  /** Event types with this beginning are the vault's own; taken in one's own log alone. */
  readonly self: string | undefined;
  /** The log that is read. */
  readonly log: LogId;
  readonly keyOf: (epoch: number) => EpochKey | undefined;
  /** The content of another item of the same author. */
  readonly contentOf: (author: AccountId, id: ItemId) => Content | undefined;
  /** True where each of these texts carries its author's signature. */
  readonly verify: (author: AccountId, texts: ReadonlyArray<SignedText>) => Promise<boolean>;
}

/** How many items are opened side by side. */
const together = 256;

const damaged: Content = { is: "damaged" };
const nobody = DeviceId.parse("00000000-0000-7000-8000-000000000000");

type Frame = Omit<Line, "content">;

/** Where an item stands in its device's chain. */
interface Placed extends Frame {
  /** 0 while it waits to be sent. */
  readonly seq: number;
}

/** So many other records, epochs and readmits, may stand among the parts of a long content. */
const mostAmongParts = 8;

/** Opens and reads verified items, in an order in which parts come before the whole. */
export async function readLines(items: ReadonlyArray<Item>, reader: Reader): Promise<ReadonlyArray<Line>> {
  const lines: Line[] = [];
  const chunks = new Map<string, Content>();
  const contentOf: Reader["contentOf"] = (author, id) => chunks.get(author + id) ?? reader.contentOf(author, id);
  for (let from = 0; from < items.length; from += together) {
    const batch = items.slice(from, from + together);
    // Batches follow one another, so that memory stays small and the host's threads busy.
    const plains = await Promise.all(batch.map((item) => openPlain(item, reader)));
    for (const [at, item] of batch.entries()) {
      const frame = frameOf(item);
      const content = await readPlain(plains[at], { ...frame, seq: item.header.seq }, { ...reader, contentOf });
      if (content.is === "part" && frame.id !== undefined) chunks.set(frame.author + frame.id, content);
      lines.push({ ...frame, content });
    }
  }
  return lines;
}

function frameOf({ hash, header }: Item): Frame {
  const id = ItemId.safeParse(uuidText(header.itemId));
  const device = DeviceId.safeParse(uuidText(header.device));
  const base = { hash: hex(hash), author: accountOf(header.author), epoch: header.epoch };
  // Ids that have not our form name nothing; the line is shown as damaged.
  if (!id.success || !device.success) return { ...base, id: undefined, device: nobody };
  return { ...base, id: id.data, device: device.data };
}

async function openPlain(item: Item, reader: Reader): Promise<Plain | "shut" | undefined> {
  const key = reader.keyOf(item.header.epoch);
  if (!key) return "shut";
  const opened = await openItem(key, item);
  return typeof opened === "string" ? undefined : decodeContent(opened.plaintext);
}

async function readPlain(plain: Plain | "shut" | undefined, frame: Placed, reader: Reader): Promise<Content> {
  if (plain === "shut") return { is: "shut" };
  if (plain === undefined || frame.id === undefined) return damaged;
  if (plain.type === "part") return { is: "part", chunk: plain.chunk, device: frame.device, seq: frame.seq };
  const whole = plain.type === "whole" ? joinWhole(plain, frame, reader) : plain;
  return whole?.type === "event" ? readEvent(whole.event, frame, frame.id, reader) : damaged;
}

/**
 * Joins a long content from its parts; `undefined` where one is not here or the whole is not what its author sealed.
 * The parts stand right before it: a few sent once could otherwise fill memory by being named again and again.
 */
function joinWhole(
  plain: Plain & { readonly type: "whole" },
  { author, device, seq }: Placed,
  reader: Reader,
): Plain | undefined {
  let before = seq - plain.parts.length - mostAmongParts - 1;
  const whole = joinParts(plain, (itemId) => {
    const id = ItemId.safeParse(uuidText(itemId));
    const content = id.success ? reader.contentOf(author, id.data) : undefined;
    if (content?.is !== "part") return undefined;
    const isNext = content.device === device && content.seq > before && content.seq < seq;
    if (seq > 0 && !isNext) return undefined;
    before = content.seq;
    return new Uint8Array(content.chunk);
  });
  return typeof whole === "string" ? undefined : decodeContent(whole);
}

/** A JSON text has one form: what `JSON.stringify` writes. */
function parseJson(text: string | undefined): { readonly value: unknown } | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? { value } : undefined;
  } catch {
    return undefined;
  }
}

async function readEvent(plain: SealedEvent, frame: Frame, id: ItemId, reader: Reader): Promise<Content> {
  const json = parseJson(textOf(plain.payload));
  const at = Instant.safeParse(plain.at);
  if (!json || !at.success) return damaged;
  if (reader.self !== undefined && plain.type.startsWith(reader.self)) {
    return { is: "self", event: { type: plain.type, payload: json.value } };
  }
  const parsed = parseEvent(reader.parts, plain.type, plain.version, json.value);
  if (parsed === "newer") return { is: "newer", at: at.data, type: plain.type, version: plain.version };
  return parsed === "damaged" ? damaged : readParsed(parsed, at.data, frame, id, reader);
}

async function readParsed(
  { declaration, payload }: Parsed,
  at: Instant,
  frame: Frame,
  id: ItemId,
  reader: Reader,
): Promise<Content> {
  const texts = declaration.signed?.(payload) ?? [];
  if (texts.length > 0 && !(await reader.verify(frame.author, texts))) return damaged;
  const { hash, author, device } = frame;
  const record = declaration.turns?.(payload);
  const card = record && turnCard(record.roomId ?? reader.log, author, record.reveal);
  if (record && !card) return damaged;
  const searched = declaration.searched?.(payload).toLowerCase() ?? "";
  return {
    is: "event",
    event: { id, hash, author, device, at, type: declaration.type, payload, ...(card ? { card } : {}) },
    searched,
  };
}

/** True for what an older program could not read, and this one can. */
export function isKnownNow({ content }: Line, { parts }: Reader): boolean {
  return content.is === "newer" && parseEvent(parts, content.type, content.version, undefined) !== "newer";
}

/** Reads the plaintext of one's own event that waits to be sent, as if it had come back. */
export async function readWaiting(
  plaintext: Uint8Array,
  frame: Omit<Frame, "hash" | "epoch">,
  reader: Reader,
): Promise<Content> {
  return readPlain(decodeContent(plaintext), { ...frame, hash: "", epoch: 0, seq: 0 }, reader);
}
