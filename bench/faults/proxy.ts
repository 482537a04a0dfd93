/** A way to a server on which things go wrong: it delays, asks twice, and loses answers, as its user decides for each connection. */
import { connect, createServer, type Server, type Socket } from "node:net";

/** What happens to one connection. */
export interface Fate {
  /** Each piece, in both directions, arrives so much later. */
  readonly delayMs?: number;
  /** What is asked arrives at the server twice, on two connections; the second answer is thrown away. */
  readonly isDoubled?: boolean;
  /** The connection ends when the answer comes. */
  readonly losesAnswer?: boolean;
}

/** A proxy in front of a port of this machine. */
export class FaultProxy {
  readonly #to: number;
  readonly #fate: () => Fate;
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  constructor(to: number, fate: () => Fate) {
    this.#to = to;
    this.#fate = fate;
    this.#server = createServer((near) => this.#carry(near));
  }

  /** Begins; the answer is its port. */
  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, "127.0.0.1", () => {
        const address = this.#server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  }

  /** From now on nothing passes in either direction, and nobody is told: as where a cable is pulled. */
  holdStill(): void {
    for (const socket of this.#open) socket.pause();
  }

  /** What waited passes, and connections go on or end. */
  letGo(): void {
    for (const socket of this.#open) socket.resume();
  }

  /** Ends every connection. */
  close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  #carry(near: Socket): void {
    const { isDoubled = false, losesAnswer = false } = this.#fate();
    const far = this.#reach();
    const twin = isDoubled ? this.#reach() : undefined;
    this.#know(near);
    this.#pass(near, far);
    if (twin) this.#pass(near, twin);
    twin?.resume();
    if (losesAnswer) far.once("data", () => near.destroy());
    else this.#pass(far, near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on("close", () => other.destroy());
    near.on("close", () => twin?.destroySoon());
  }

  #reach(): Socket {
    const socket = connect(this.#to, "127.0.0.1");
    this.#know(socket);
    return socket;
  }

  #know(socket: Socket): void {
    this.#open.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => undefined);
    socket.on("close", () => this.#open.delete(socket));
  }

  /** Timers of one length end in the order in which they began, so pieces stay in theirs. */
  #pass(from: Socket, to: Socket): void {
    from.on("data", (piece: Buffer) => {
      const { delayMs = 0 } = this.#fate();
      if (delayMs === 0) return void to.write(piece);
      setTimeout(() => to.destroyed || to.write(piece), delayMs);
    });
  }
}
