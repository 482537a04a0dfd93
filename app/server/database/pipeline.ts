/** One connection to PostgreSQL on which short queries follow each other without waiting for answers: there each trip costs more than the query. */
import pg from "pg";

/** Sends what is asked in one turn of the event loop at once. Connects at the first query, and anew after a break. */
export class Pipeline {
  readonly #config: pg.ClientConfig;
  #client: Promise<pg.Client> | undefined;
  #isGathering = false;

  constructor(config: pg.ClientConfig) {
    this.#config = config;
  }

  /** The rows that a query answers. It must be short, since those behind it wait for it, and read only what is committed. */
  async rows<Row extends object>(query: pg.QueryConfig): Promise<ReadonlyArray<Row>> {
    this.#client ??= this.#connect();
    const client = await this.#client;
    this.#gather(client);
    const { rows } = await client.query<Row>(query);
    return rows;
  }

  /** Waits for the queries under way and ends. */
  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#config, pipeline: true });
    const connected = client.connect();
    const forget = () => {
      if (this.#client === connected) this.#client = undefined;
    };
    client.on("error", forget);
    client.on("end", forget);
    connected.catch(forget);
    return connected;
  }

  /** Holds back what is written until the turn ends. */
  #gather({ connection: { stream } }: pg.Client): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    stream.cork();
    setImmediate(() => {
      this.#isGathering = false;
      stream.uncork();
    });
  }
}
