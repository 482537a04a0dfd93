/** What the scripted server keeps and how it answers. Imported by tests alone. */
import { decode, encode, readSlot, readWrap } from "@oakroom/crypto";
import type { AccountId } from "../../values/id.ts";
import { uuidText } from "../../values/id.ts";

/** One entry as the double keeps it. */
export interface Kept {
  readonly number: number;
  readonly kind: "item" | "epoch" | "readmit" | "cut" | "erasure" | "founding";
  readonly bytes: Uint8Array;
}

/** A log as the double keeps it. */
export interface KeptLog {
  readonly kind: "room" | "own";
  readonly members: AccountId[];
  open: boolean;
  entries: Kept[];
  /** By epoch and member. */
  wraps: Map<string, Uint8Array>;
  gone?: "erased" | "dropped";
  /** After a restore: who has not said yet that it is whole. */
  behind?: Set<string>;
}

/** Somebody's key records. */
export interface Keys {
  bundles: Uint8Array[];
  ring: Uint8Array;
  slots: Map<string, Uint8Array>;
  /** Identities that were set aside, the oldest first. */
  former?: ReadonlyArray<Omit<Keys, "former" | "disowned">>;
  /** Changes that disown one. */
  disowned?: ReadonlyArray<Uint8Array>;
}

/** What a call came to, before its types are known. */
export type Outcome =
  | { kind: "done"; value: unknown }
  | { kind: "refused"; refused: string }
  | { kind: "offline" | "signed-out" | "not-found" };

/** One call, as a hook sees it. */
export interface Asked {
  readonly operation: string;
  readonly by: AccountId;
  readonly input: {
    readonly params?: Record<string, string>;
    readonly query?: Record<string, string>;
    readonly body?: Uint8Array;
  };
}

/** Changes what the double answers; `honest` does what an honest server would. */
export type Hook = (asked: Asked, honest: () => Promise<Outcome>) => Promise<Outcome>;

/** An answer. */
export const done = (value?: unknown): Outcome => ({ kind: "done", value });
/** A refusal. */
export const refused = (word: string): Outcome => ({ kind: "refused", refused: word });

/** Kinds as pages number them. */
export const kindNumbers = { item: 0, epoch: 1, readmit: 2, cut: 3, erasure: 4, founding: 5 } as const;

/** True for a list. */
export function isList(value: unknown): value is ReadonlyArray<unknown> {
  return Array.isArray(value);
}

/** The byte strings of a list. */
export function bytesIn(value: unknown): Uint8Array[] {
  return isList(value) ? value.filter((one) => one instanceof Uint8Array) : [];
}

/** The bytes as a key for maps. */
export function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** Keeps a slot by its id. */
export function keepSlot(keys: Keys, bytes: Uint8Array): void {
  const slot = readSlot(bytes);
  if (typeof slot === "object") keys.slots.set(uuidText(slot.slot), bytes);
}

/** Writes a page. */
export function encodePage(generation: unknown, last: unknown, rows: ReadonlyArray<unknown>): Uint8Array {
  const entries = rows.flatMap((row) => {
    const [number, kind, bytes] = isList(row) ? row : [];
    return typeof number === "number" && typeof kind === "number" && bytes instanceof Uint8Array
      ? [[number, kind, bytes]]
      : [];
  });
  return encode([Number(generation), Number(last), entries]);
}

/** The parts of a body. */
export function partsOf(body: Uint8Array): ReadonlyArray<unknown> {
  const value: unknown = decode(body, 2 ** 24);
  return isList(value) ? value : [];
}

/** Keeps a wrap by its epoch and member. */
export function keepWrap(log: KeptLog, bytes: Uint8Array): void {
  const wrap = readWrap(bytes);
  if (typeof wrap === "object") log.wraps.set(`${wrap.n} ${uuidText(wrap.user)}`, bytes);
}

/** Keeps a wrap that somebody else made, where there is none. */
export function giveWrap(log: KeptLog, bytes: Uint8Array): void {
  const wrap = readWrap(bytes);
  if (typeof wrap === "object" && !log.wraps.has(`${wrap.n} ${uuidText(wrap.user)}`)) keepWrap(log, bytes);
}

/** Takes one's own wrap in the place of the one that is there, and somebody else's where there is none. */
export function replaceWrap(log: KeptLog, by: AccountId, bytes: Uint8Array): void {
  const wrap = readWrap(bytes);
  const isOwn = typeof wrap === "object" && uuidText(wrap.user) === by;
  (isOwn ? keepWrap : giveWrap)(log, bytes);
}
