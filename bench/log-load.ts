/** A generator of HTTP requests that costs little itself: one socket a caller, requests made beforehand, answers hardly read. */
import { connect, type Socket } from "node:net";

/** One request, ready to be written to a socket. */
export type Request = Buffer;

/** What a request says. */
export interface Asking {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** Writes a request as bytes. */
export function makeRequest({ method, path, headers, body }: Asking): Request {
  const all = { host: "localhost:8480", ...headers, ...(body ? { "content-length": String(body.length) } : {}) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`), body ?? Buffer.alloc(0)]);
}

/** Sends each caller's requests one after the other, all callers at once; answers the time that it took, in ms. */
export async function run(port: number, callers: ReadonlyArray<ReadonlyArray<Request>>): Promise<number> {
  const sockets = await Promise.all(callers.map(() => open(port)));
  const started = performance.now();
  await Promise.all(
    callers.map(async (requests, at) => {
      const socket = sockets[at];
      if (socket) await sendAll(socket, requests);
    }),
  );
  const took = performance.now() - started;
  for (const socket of sockets) socket.destroy();
  return took;
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.on("connect", () => resolve(socket));
    socket.on("error", reject);
  });
}

function sendAll(socket: Socket, requests: ReadonlyArray<Request>): Promise<void> {
  return new Promise((resolve, reject) => {
    let at = 0;
    let head = Buffer.alloc(0);
    /** Bytes of the body that are still to come; undefined while the head is read. */
    let missing: number | undefined;
    const next = () => {
      const request = requests[at];
      at += 1;
      if (request) socket.write(request);
      else resolve();
    };
    socket.on("close", () => reject(new Error("the server closed the connection")));
    socket.on("data", (piece) => {
      if (missing === undefined) {
        head = head.length === 0 ? piece : Buffer.concat([head, piece]);
        const end = head.indexOf("\r\n\r\n");
        if (end === -1) return;
        const text = head.toString("latin1", 0, end);
        if (!text.startsWith("HTTP/1.1 200"))
          return reject(new Error(`${text.slice(0, 15)} ${head.toString("latin1", end)}`));
        missing = Number(/content-length: (\d+)/i.exec(text)?.[1]) - (head.length - end - 4);
        head = Buffer.alloc(0);
      } else missing -= piece.length;
      if (missing > 0) return;
      missing = undefined;
      next();
    });
    next();
  });
}
