/** The wire between people and the server: passes every byte on, keeps a copy of both directions, and can be cut. */
import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a server that somebody listens in on. */
export class Wire {
  #to: number;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #up: Buffer[][] = [];
  readonly #down: Buffer[][] = [];

  constructor(to: number) {
    this.#to = to;
    this.#server = createServer((near) => this.#carry(near));
  }

  #carry(near: Socket): void {
    const far = connect(this.#to, "127.0.0.1");
    const [up, down]: [Buffer[], Buffer[]] = [[], []];
    this.#up.push(up);
    this.#down.push(down);
    near.on("data", (bytes: Buffer) => up.push(bytes));
    far.on("data", (bytes: Buffer) => down.push(bytes));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.#open.delete(one);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }

  /** Begins to carry. */
  async listen(port: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once("error", reject);
    this.#server.listen(port, "127.0.0.1", () => resolve());
    await promise;
  }

  /** Breaks every connection, and leads those who come back to another port. */
  leadTo(port: number): void {
    this.#to = port;
    for (const socket of this.#open) socket.destroy();
  }

  /** All that people have sent, connection by connection. */
  get up(): Buffer {
    return Buffer.concat(this.#up.flat());
  }

  /** All that the server has answered, connection by connection. */
  get down(): Buffer {
    return Buffer.concat(this.#down.flat());
  }

  /** Ends every connection and carries no more. */
  async end(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    await promise;
  }
}
