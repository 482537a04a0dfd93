/** What stands before two servers of one database: each person keeps to one of them, and goes to the other when theirs is gone. */
import { connect, createServer, type Server, type Socket } from "node:net";

/** Shares people out among servers on this machine. */
export class Balancer {
  readonly #ports: ReadonlyArray<number>;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  /** Cookie to the place of the server in the list. */
  readonly #places = new Map<string, number>();
  readonly #led = new Set<number>();

  constructor(ports: ReadonlyArray<number>) {
    this.#ports = ports;
    this.#server = createServer((near) => this.#take(near));
  }

  /** The servers to which anybody has been led since the beginning. */
  get led(): ReadonlyArray<number> {
    return this.#ports.filter((port) => this.#led.has(port));
  }

  /** The server to which people who are signed in with this cookie are led. */
  portOf(cookie: string): number {
    return this.#ports[this.#placeOf(cookie)] ?? 0;
  }

  /** Begins. */
  async listen(port: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once("error", reject);
    this.#server.listen(port, "127.0.0.1", () => resolve());
    await promise;
  }

  /** Ends every connection. */
  async end(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    await promise;
  }

  #placeOf(cookie: string): number {
    const known = this.#places.get(cookie);
    if (known !== undefined) return known;
    const place = this.#places.size % this.#ports.length;
    this.#places.set(cookie, place);
    return place;
  }

  /** Whose connection it is stands in the first request; a browser keeps one to one person. */
  #take(near: Socket): void {
    this.#know(near);
    near.once("data", (first: Buffer) => {
      near.pause();
      const cookie = /^cookie: .*?oakroom=([\w-]+)/im.exec(first.toString("latin1"))?.[1] ?? "";
      this.#lead(near, first, cookie === "" ? 0 : this.#placeOf(cookie), this.#ports.length);
    });
  }

  /** Tries the servers in turn, beginning with the person's own. */
  #lead(near: Socket, first: Buffer, place: number, triesLeft: number): void {
    const port = this.#ports[place % this.#ports.length];
    if (triesLeft === 0 || port === undefined) return void near.destroy();
    const far = connect(port, "127.0.0.1");
    const next = () => this.#lead(near, first, place + 1, triesLeft - 1);
    far.once("error", next);
    far.once("connect", () => {
      far.off("error", next);
      this.#know(far);
      this.#led.add(port);
      far.write(first);
      near.pipe(far).pipe(near);
      near.on("close", () => far.destroy());
      far.on("close", () => near.destroy());
    });
  }

  #know(socket: Socket): void {
    this.#open.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => this.#open.delete(socket));
  }
}
