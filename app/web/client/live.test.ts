import { describe, expect, it } from "vitest";
import { followLive, reconnectWait, type LiveAnswer, type LiveHost, type LiveState } from "./live.ts";

const encoder = new TextEncoder();

/** One connection: gives its pieces, then breaks; or stays open when `stays`. */
interface Connection {
  readonly status?: number;
  readonly pieces?: ReadonlyArray<string>;
  readonly stays?: boolean;
  readonly fails?: boolean;
}

function answerOf(connection: Connection, signal: AbortSignal): LiveAnswer {
  const pieces = [...(connection.pieces ?? [])];
  const status = connection.status ?? 200;
  const read = async () => {
    const piece = pieces.shift();
    if (piece !== undefined) return { done: false, value: encoder.encode(piece) };
    if (!connection.stays) return { done: true };
    return new Promise<{ done: boolean }>((resolve) => signal.addEventListener("abort", () => resolve({ done: true })));
  };
  return { ok: status === 200, status, body: { getReader: () => ({ read, cancel: () => Promise.resolve() }) } };
}

/** A world with a scripted server, a clock that is moved by hand, and dice that always say a half. */
function world(connections: ReadonlyArray<Connection>) {
  const script = [...connections];
  const timers: Array<{ ms: number; done: () => void }> = [];
  const asked: Array<string | undefined> = [];
  const waits: number[] = [];
  const host: LiveHost = {
    fetch: (_, { headers, signal }) => {
      asked.push(headers["last-event-id"]);
      const next = script.shift() ?? { stays: true };
      return next.fails ? Promise.reject(new TypeError("no network")) : Promise.resolve(answerOf(next, signal));
    },
    after: (ms, done) => {
      const timer = { ms, done };
      timers.push(timer);
      return () => {
        const at = timers.indexOf(timer);
        if (at >= 0) timers.splice(at, 1);
      };
    },
    random: () => 0.5,
  };
  /** Lets everything that can happen happen, then rings the timer that is due. */
  async function ring(): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    const timer = timers.shift();
    if (!timer) throw new Error("nobody waits");
    waits.push(timer.ms);
    timer.done();
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  }
  return { host, asked, waits, ring };
}

function follow(connections: ReadonlyArray<Connection>, onEvent?: (data: string) => Promise<void> | void) {
  const made = world(connections);
  const stopper = new AbortController();
  const states: LiveState[] = [];
  const data: string[] = [];
  const follower = followLive(made.host, {
    address: "/api/live",
    signal: stopper.signal,
    onState: (state) => states.push(state),
    onEvent: async (event) => {
      await onEvent?.(event.data);
      data.push(event.data);
    },
  });
  return { ...made, ...follower, stop: () => stopper.abort(), states, data };
}

describe("following the live stream", () => {
  it("gives events in order and goes on from the last one after a break", async () => {
    const live = follow([
      { pieces: ["id: 1\ndata: a\n\nid: 2\ndata: b\n\n"] },
      { pieces: ["id: 3\ndata: c\n\n"], stays: true },
    ]);
    await live.ring();
    expect(live.data).toEqual(["a", "b", "c"]);
    expect(live.asked).toEqual([undefined, "2"]);
    expect(live.states).toEqual(["connecting", "live", "waiting", "connecting", "live"]);
    live.stop();
    await live.ended;
  });

  it("waits longer each time the server cannot be reached, and begins anew once it could", async () => {
    const fails = { fails: true };
    const live = follow([fails, fails, fails, { pieces: [": hello\n\n"] }, fails]);
    for (let turn = 0; turn < 4; turn += 1) await live.ring();
    expect(live.waits).toEqual([375, 750, 1500, 375]);
    live.stop();
    await live.ended;
  });

  it("ends when nobody is signed in", async () => {
    const live = follow([{ status: 401 }]);
    await live.ended;
    expect(live.states).toEqual(["connecting", "signed-out"]);
  });

  it("gives an event again that could not be taken in", async () => {
    let refusals = 1;
    const piece = "id: 1\ndata: a\n\nid: 2\ndata: b\n\n";
    const live = follow([{ pieces: [piece] }, { pieces: ["id: 2\ndata: b\n\n"], stays: true }], (data) => {
      if (data === "b" && refusals-- > 0) throw new Error("the disk is full");
    });
    await live.ring();
    expect(live.asked).toEqual([undefined, "1"]);
    expect(live.data).toEqual(["a", "b"]);
    live.stop();
    await live.ended;
  });

  it("takes a connection for dead that says nothing for a minute", async () => {
    const live = follow([{ stays: true }, { stays: true }]);
    await live.ring();
    expect(live.waits).toEqual([60_000]);
    await live.ring();
    expect(live.asked.length).toBe(2);
    live.stop();
    await live.ended;
  });

  it("comes back at once when the network is back", async () => {
    const live = follow([{ fails: true }, { stays: true }]);
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(live.states.at(-1)).toBe("waiting");
    live.wake();
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(live.states.at(-1)).toBe("live");
    live.stop();
    await live.ended;
  });

  it("stops while it waits", async () => {
    const live = follow([{ fails: true }]);
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    live.stop();
    await live.ended;
    expect(live.states).toEqual(["connecting", "waiting"]);
  });
});

describe("the wait before the next try", () => {
  it("differs from client to client, doubles, and never passes half a minute", () => {
    expect(reconnectWait(0, 0, undefined)).toBe(250);
    expect(reconnectWait(0, 1, undefined)).toBe(500);
    expect(reconnectWait(3, 0.5, undefined)).toBe(3000);
    expect(reconnectWait(1000, 1, undefined)).toBe(30_000);
  });

  it("is at least as long as the server asks, within half a minute", () => {
    expect(reconnectWait(0, 1, 5000)).toBe(5000);
    expect(reconnectWait(0, 1, 10 ** 9)).toBe(30_000);
  });
});
