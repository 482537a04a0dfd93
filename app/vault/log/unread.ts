/** Lines that could not be read when they came: their key was not here, or an older program did not know them. */
import type { Item } from "@oakroom/crypto";
import type { States } from "../../features/room/state/rules.ts";
import type { Line } from "./content.ts";
import type { LogCore } from "./core.ts";
import { sealedItems } from "./loading.ts";
import type { LogMemory } from "./memory.ts";
import { isKnownNow, readLines } from "./reading.ts";
import type { LogSaver } from "./saver.ts";

/** Keeps lines in a log's memory, and remembers which of them are shut. */
export class Shelf {
  readonly #log: LogCore;
  readonly #memory: LogMemory<States>;
  readonly #shut = new Set<string>();

  constructor(log: LogCore, memory: LogMemory<States>) {
    this.#log = log;
    this.#memory = memory;
  }

  /** Keeps lines. */
  put(lines: ReadonlyArray<Line>): void {
    for (const line of lines) {
      this.#memory.put(line);
      if (line.content.is === "shut") this.#shut.add(line.hash);
      else this.#shut.delete(line.hash);
    }
  }

  /** Opens and keeps verified items, parts before the whole. */
  async read(items: ReadonlyArray<Item>): Promise<ReadonlyArray<Line>> {
    const lines = await readLines(items, this.#log.reader);
    this.put(lines);
    return lines;
  }

  /** What stands in the order and is not on the shelf lies here sealed. */
  compare(): void {
    for (const hash of this.#memory.order) if (!this.#memory.line(hash)) this.#shut.add(hash);
  }

  /** Reads what is shut, where the keys have come; the answer is what can be read now. */
  async readShut(saver: Pick<LogSaver, "written">): Promise<ReadonlyArray<Line>> {
    if (this.#shut.size === 0) return [];
    await saver.written();
    return this.#readSealed(this.#shut);
  }

  async #readSealed(wanted: ReadonlySet<string>): Promise<ReadonlyArray<Line>> {
    if (wanted.size === 0) return [];
    const items = await sealedItems(this.#log.session, this.#log.id, (hash) => wanted.has(hash));
    const lines = (await readLines(items, this.#log.reader)).filter(({ content }) => content.is !== "shut");
    this.put(lines);
    return lines;
  }

  /** Reads what an older program kept aside; the answer is what this one knows. */
  async readNewer(): Promise<ReadonlyArray<Line>> {
    const known = new Set(
      this.#memory.order.filter((hash) => {
        const line = this.#memory.line(hash);
        return line !== undefined && isKnownNow(line, this.#log.reader);
      }),
    );
    return this.#readSealed(known);
  }
}
