/** The server over HTTP, as the vault sees it: the web client's caller and stream reader, with nothing thrown. */
import * as z from "zod/mini";
import { LiveEntry, LiveFact, ListenLive } from "../features/room/log/schema.ts";
import { fromBase64url } from "../values/bytes.ts";
import type { InputOf, Operation } from "../values/operation.ts";
import { addressOf, makeCall } from "../web/client/call.ts";
import type { StreamEvent } from "../web/client/event-stream.ts";
import { type LiveHost, followLive } from "../web/client/live.ts";
import type { LiveListener, Reply, VaultServer } from "./host.ts";

/** What reaching the server takes. */
export interface HttpHost extends LiveHost {
  /** For calls: fetch with the sign-in cookie. */
  readonly call: (address: string, request: RequestInit) => Promise<Response>;
  /** Tells when the network may be back, so that a wait ends at once. */
  readonly onNetwork?: (wake: () => void) => void;
  /** A call that takes longer counts as no connection, in ms. */
  readonly timeoutMs: number;
}

/** Makes a server of a host. */
export function httpServer(host: HttpHost): VaultServer {
  const call = makeCall({ fetch: host.call, onSignedOut: () => undefined });
  return {
    async call<const O extends Operation>(operation: O, input: InputOf<O>): Promise<Reply<O>> {
      try {
        const answer = await call(operation, input, { signal: AbortSignal.timeout(host.timeoutMs) });
        if (answer.kind === "busy" || answer.kind === "fields") return { kind: "offline" };
        return answer;
      } catch {
        // A server that answers what nobody expects is no better than none: what waits is sent again.
        return { kind: "offline" };
      }
    },
    listen(listener, signal) {
      const { wake } = followLive(host, {
        address: addressOf(ListenLive, {}),
        onEvent: (event) => tell(listener, event),
        onState: (state) => (state === "live" ? listener.onOpen() : state === "waiting" && listener.onBroken()),
        signal,
      });
      host.onNetwork?.(wake);
    },
  };
}

async function tell(listener: LiveListener, { name, data }: StreamEvent): Promise<void> {
  const value = parse(data);
  if (name === "item") {
    const item = z.safeParse(LiveEntry, value);
    const entry = item.success ? fromBase64url(item.data.entry) : undefined;
    if (item.success && entry) await listener.onItem({ ...item.data, entry });
  }
  if (name === "fact") {
    const fact = z.safeParse(LiveFact, value);
    if (fact.success) listener.onFact(fact.data);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
