/** Rows written many at a time: those that arrive while one statement is under way share the next one. */
import { type InLine, Line } from "./line.ts";

/** Writes rows in one statement; one answer a row, `undefined` for each that it left alone. */
export type WriteMany<Row, Done> = (rows: ReadonlyArray<Row>) => Promise<ReadonlyArray<Done | undefined>>;

interface Waiting<Row, Done> extends InLine {
  readonly row: Row;
  readonly resolve: (done: Done | undefined) => void;
}

/** How many rows one statement takes at most. */
const most = 64;

/** A queue in front of statements, for engines to which each trip costs. */
export class Gathered<Row, Done> {
  readonly #write: WriteMany<Row, Done>;
  readonly #line = new Line<Waiting<Row, Done>>();
  #running = false;

  constructor(write: WriteMany<Row, Done>) {
    this.#write = write;
  }

  /** Adds a row; the promise settles once its statement has ended. Rows are written in the order in which they came. */
  add(row: Row): Promise<Done | undefined> {
    return new Promise((resolve, reject) => {
      this.#line.add({ row, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#line.length > 0) {
      const group = this.#line.take(most);
      try {
        // oxlint-disable-next-line no-await-in-loop -- the next group gathers while this one syncs
        const done = await this.#write(group.map(({ row }) => row));
        for (const [at, { resolve }] of group.entries()) resolve(done[at]);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#running = false;
  }
}
