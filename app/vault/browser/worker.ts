/**
 * The vault's worker. One tab of an account leads: it holds the lock of the device's vault and answers for all of them.
 * The others pass on what their pages ask; when the leading tab ends, or says nothing for long, another takes over and everything open is asked again.
 */
import * as z from "zod/mini";
import { AccountId } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";
import type { VaultHost } from "../host.ts";
import { httpServer } from "../http-server.ts";
import { openVault } from "../open-vault.ts";
import type { Unavailable } from "../vault.ts";
import { workerAddress } from "../../web/client/trusted.ts";
import { ChecksBeside } from "./checks.ts";
import type { ChecksAnswered } from "./checks-worker.ts";
import { deviceName } from "./device-name.ts";
// oxlint-disable-next-line import/default -- Vite makes a worker's address its default export.
import checksAddress from "./checks-worker.ts?worker&url";
import { openIdbStore } from "./idb-store.ts";
import { Tab } from "./tab.ts";

const timeoutMs = 30_000;

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const checks = new ChecksBeside(({ onAnswered, onBroken }) => {
  const beside = new Worker(workerAddress(checksAddress), { type: "module" });
  beside.addEventListener("message", ({ data }: MessageEvent<ChecksAnswered>) => onAnswered(data));
  beside.addEventListener("error", onBroken);
  return {
    ask: (asked) => beside.postMessage(asked, [asked.checks.packed.buffer]),
    end: () => beside.terminate(),
  };
});

async function hostOf(account: AccountId, onLost: () => void): Promise<VaultHost> {
  return {
    store: await openIdbStore(account, onLost),
    server: httpServer({
      call: (address, request) => fetch(address, request),
      fetch: (address, request) => fetch(address, { ...request, credentials: "same-origin" }),
      after: (ms, done) => {
        const timer = setTimeout(done, ms);
        return () => clearTimeout(timer);
      },
      random: Math.random,
      onNetwork: (wake) => globalThis.addEventListener("online", wake),
      timeoutMs,
    }),
    clock: () => Instant.parse(Date.now()),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    wait,
    checkBeside: checks.check,
    deviceName: deviceName(navigator.userAgent),
  };
}

/** Why this browser cannot hold keys; `undefined` where it can. */
function unavailable(): Unavailable | undefined {
  if (!globalThis.isSecureContext) return "not-secure";
  // A browser that has neither, whatever its types say.
  if (!("subtle" in crypto)) return "no-crypto";
  return "indexedDB" in globalThis ? undefined : "no-storage";
}

const Start = z.object({ start: AccountId });
let tab: Tab | undefined;

globalThis.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const begun = z.safeParse(Start, data);
  if (begun.success && !tab) {
    const account = begun.data.start;
    tab = new Tab(
      account,
      unavailable(),
      async ({ signal, onLost }) => openVault(await hostOf(account, onLost), account, signal),
      (answer) => globalThis.postMessage(answer),
    );
  } else if (!begun.success) {
    tab?.takeFromPage(data);
  }
});
