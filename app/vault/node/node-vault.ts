/** The vault in Node: the same code over real HTTP, its keys in memory, since Node keeps none that cannot be exported. */
import { setTimeout as sleep } from "node:timers/promises";
import type { AccountId } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";
import type { VaultHost } from "../host.ts";
import { httpServer } from "../http-server.ts";
import { MemoryStore } from "../memory-store.ts";
import { openVault } from "../open-vault.ts";
import type { VaultStore } from "../store.ts";
import type { Vault } from "../vault.ts";

/** Who opens a vault, and where. */
export interface NodeVaultOptions {
  /** Where the server listens, as in "http://127.0.0.1:8480". */
  readonly address: string;
  /** The origin that the server expects of unsafe requests; its address, where left out. */
  readonly origin?: string;
  /** The sign-in cookie, as in "oakroom=…". */
  readonly cookie: string;
  readonly account: AccountId;
  /** This device's storage; with one of before it is the same device again. */
  readonly store?: VaultStore;
  readonly clock?: () => number;
}

/** A vault in this process. */
export interface NodeVault {
  readonly vault: Vault;
  readonly store: VaultStore;
  /** Ends its stream and everything under way. */
  close(): void;
}

const timeoutMs = 30_000;

/** Opens the vault of an account. */
export async function openNodeVault(options: NodeVaultOptions): Promise<NodeVault> {
  const { address, origin = address, cookie, account, store = new MemoryStore(), clock = Date.now } = options;
  const ending = new AbortController();
  const headersOf = (headers: RequestInit["headers"]) => ({
    ...Object.fromEntries(new Headers(headers)),
    cookie,
    origin,
  });
  const server = httpServer({
    call: (path, request) => fetch(address + path, { ...request, headers: headersOf(request.headers) }),
    fetch: (path, request) => fetch(address + path, { ...request, headers: headersOf(request.headers) }),
    after: (ms, done) => {
      const timer = setTimeout(done, ms).unref();
      return () => clearTimeout(timer);
    },
    random: Math.random,
    timeoutMs,
  });
  const host: VaultHost = {
    store,
    server,
    clock: () => Instant.parse(clock()),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    wait: (ms, signal) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined),
  };
  const vault = await openVault(host, account, ending.signal);
  return { vault, store, close: () => ending.abort() };
}
