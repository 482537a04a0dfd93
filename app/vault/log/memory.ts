/** An opened log in memory: its lines in the order of the causal graph, and the state that they fold to. */
import { type Part, foldEvent } from "../../features/room/state/fold.ts";
import type { Opened, States } from "../../features/room/state/rules.ts";
import type { AccountId, ItemId } from "../../values/id.ts";
import type { Content, Line } from "./content.ts";

/** A state is kept every so many lines, so that a late line does not fold everything anew. */
const stride = 128;

/**
 * What a log folds to. Where a member came back without what was before, both fold what is closed to that one apart (`before`):
 * so the two never see different facts in one room.
 */
interface Folded<S> {
  readonly state: S;
  readonly before: S;
}

/** Something a timeline shows at a place that no graph gives it. */
export interface Loose {
  readonly place: string;
  /** The hash it stands behind; empty for the beginning. */
  readonly after: string;
}

/** In which order a log's lines stand, and what of them one member can never read. */
export interface Places {
  readonly order: ReadonlyArray<string>;
  readonly closed: number;
}

/** True for what carries a signature of its author's identity: retiring the device that sent it takes nothing of it back. */
export function isSigned(parts: ReadonlyArray<Part>, type: string): boolean {
  return parts.some(({ events }) => events.some((event) => event.type === type && event.signed !== undefined));
}

/** Folds lines. The order comes from outside; it is the same for any order of arrival. */
export class LogMemory<S extends States> {
  readonly #parts: ReadonlyArray<Part>;
  readonly #lines = new Map<string, Line>();
  readonly #at = new Map<string, number>();
  /** The first line in the order with an author and an item id; a second one of that author is a copy that counts for nothing. */
  readonly #ids = new Map<string, string>();
  /** Pieces of long contents, by author and id. */
  readonly #pieces = new Map<string, Content>();
  /** Lines that a slice could not take, or that carry an id of their author a second time. */
  readonly #refused = new Set<string>();
  /** Items that a later cut ended before: they stay where they stood, and count for nothing but what their author signed for good. */
  readonly #takenBack = new Set<string>();
  readonly #kept: Array<Folded<S>>;
  #order: string[] = [];
  #folded: Folded<S>;
  #closed = 0;
  #counts = { event: 0, newer: 0, damaged: 0, shut: 0 };

  constructor(empty: S, parts: ReadonlyArray<Part>) {
    this.#parts = parts;
    this.#folded = { state: empty, before: empty };
    this.#kept = [this.#folded];
  }

  /** What the lines fold to: those alone that are closed to neither member. */
  get state(): S {
    return this.#folded.state;
  }

  /** What the lines fold to that are closed to one member; `undefined` where none of them can be read here. */
  get before(): S | undefined {
    const [empty] = this.#kept;
    return this.#folded.before === empty?.before ? undefined : this.#folded.before;
  }

  /** True for a line that one of the members, who came back without what was before, can never read. */
  isBefore({ epoch }: Line): boolean {
    return epoch > 0 && epoch <= this.#closed;
  }

  /** The hashes of all lines, oldest first. */
  get order(): ReadonlyArray<string> {
    return this.#order;
  }

  /** How many lines are there of each kind that a timeline shows. */
  get counts(): { readonly event: number; readonly newer: number; readonly damaged: number; readonly shut: number } {
    return this.#counts;
  }

  /** See `takeBack`. */
  get takenBack(): ReadonlySet<string> {
    return this.#takenBack;
  }

  /** Remembers what was taken back. `reorder` folds without it. */
  takeBack(hashes: ReadonlyArray<string>): void {
    for (const hash of hashes) this.#takenBack.add(hash);
  }

  /** A line by its hash. */
  line(hash: string): Line | undefined {
    return this.#lines.get(hash);
  }

  /** A line by its author and the id of its item: the one that counts. */
  lineOf(author: AccountId, id: ItemId): Line | undefined {
    return this.#lines.get(this.#ids.get(author + id) ?? "");
  }

  /** A line by its hash or its item id, whoever wrote it and whether or not it was taken back. */
  find(item: string): Line | undefined {
    return this.#lines.get(this.#order.find((hash) => hash === item || this.#lines.get(hash)?.id === item) ?? "");
  }

  /** Where a line stands; -1 where it is not here. */
  placeOf(hash: string): number {
    return this.#at.get(hash) ?? -1;
  }

  /** What a timeline shows of a line: damaged also where its slice refused it. */
  contentOf(hash: string): Content | undefined {
    return this.#refused.has(hash) ? { is: "damaged" } : this.#lines.get(hash)?.content;
  }

  /** Keeps a line, or what it turned out to hold. `reorder` or `append` puts it into the order. */
  put(line: Line): void {
    this.#lines.set(line.hash, line);
    if (line.content.is === "part" && line.id !== undefined) this.#pieces.set(line.author + line.id, line.content);
  }

  /** A piece of a long content, wherever it stands. */
  partOf(author: AccountId, id: ItemId): Content | undefined {
    return this.#pieces.get(author + id);
  }

  /** Adds lines behind everything that is there: each has all before it among its ancestors. */
  append(hashes: ReadonlyArray<string>): void {
    const from = this.#order.length;
    for (const hash of hashes) this.#order.push(hash);
    this.#fold(from);
  }

  /**
   * Takes the whole order, and folds anew from the first place that differs, or from the first of the `changed` lines. What was sealed
   * up to the epoch `closed` is closed to one member.
   */
  reorder({ order, closed }: Places, changed: ReadonlyArray<string> = []): void {
    let from = 0;
    if (closed === this.#closed) while (from < order.length && order[from] === this.#order[from]) from += 1;
    for (const hash of changed) from = Math.min(from, this.#at.get(hash) ?? from);
    this.#closed = closed;
    this.#rewind(from);
    this.#order = [...order];
    this.#fold(Math.floor(from / stride) * stride);
  }

  /** The state with events behind it that are not sent yet. */
  with(waiting: ReadonlyArray<Opened>): S {
    let { state } = this.#folded;
    for (const event of waiting) {
      const after = foldEvent(this.#parts, state, event);
      if (after !== "damaged") state = after;
    }
    return state;
  }

  #rewind(from: number): void {
    const start = Math.floor(from / stride) * stride;
    for (const hash of this.#order.slice(start)) {
      this.#at.delete(hash);
      const line = this.#lines.get(hash);
      const id = line?.id && line.author + line.id;
      if (id && this.#ids.get(id) === hash) this.#ids.delete(id);
      this.#refused.delete(hash);
    }
    this.#kept.length = start / stride + 1;
    this.#folded = this.#kept[start / stride] ?? this.#folded;
  }

  #fold(from: number): void {
    for (let at = from; at < this.#order.length; at += 1) {
      if (at % stride === 0) this.#kept[at / stride] = this.#folded;
      const hash = this.#order[at] ?? "";
      this.#at.set(hash, at);
      this.#foldLine(hash);
    }
    this.#count();
  }

  #foldLine(hash: string): void {
    const line = this.#lines.get(hash);
    if (!line) return;
    if (line.id !== undefined && !this.#takenBack.has(hash)) {
      const id = line.author + line.id;
      if (this.#ids.has(id)) {
        this.#refused.add(hash);
        return;
      }
      this.#ids.set(id, hash);
    }
    if (line.content.is !== "event") return;
    if (this.#takenBack.has(hash) && !isSigned(this.#parts, line.content.event.type)) return;
    const part = this.isBefore(line) ? "before" : "state";
    const after = foldEvent(this.#parts, this.#folded[part], line.content.event);
    if (after === "damaged") this.#refused.add(hash);
    else if (after !== this.#folded[part]) this.#folded = { ...this.#folded, [part]: after };
  }

  #count(): void {
    const counts = { event: 0, newer: 0, damaged: 0, shut: 0 };
    for (const hash of this.#order) {
      const kind = this.#takenBack.has(hash) ? undefined : this.contentOf(hash)?.is;
      if (kind === "event" || kind === "newer" || kind === "damaged" || kind === "shut") counts[kind] += 1;
    }
    this.#counts = counts;
  }
}
