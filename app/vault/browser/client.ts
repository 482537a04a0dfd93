/** The vault as the page asks it. The worker is loaded beside the first screen, not before it. */
import type { AccountId } from "../../values/id.ts";
import { workerAddress } from "../../web/client/trusted.ts";
import { remoteVault } from "../remote-vault.ts";
import { type Answering, Asker, type Asking } from "../rpc.ts";
import type { Vault } from "../vault.ts";
// oxlint-disable-next-line import/default -- Vite makes a worker's address its default export.
import address from "./worker.ts?worker&url";

let worker: Worker | undefined;
let started: AccountId | undefined;

function send(asking: Asking): void {
  worker?.postMessage(asking);
}

const asker = new Asker(send);

function isAnswering(value: unknown): value is Answering {
  return typeof value === "object" && value !== null && "answer" in value && "id" in value;
}

/** The vault of whoever is signed in. What is asked before `startVault` waits for it. */
export const vault: Vault = remoteVault(asker);

/** Starts the vault of an account; once for each account that signs in on this page. */
export function startVault(account: AccountId): void {
  if (started === account) return;
  stopVault();
  started = account;
  worker = new Worker(workerAddress(address), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isAnswering(data)) asker.take(data);
  });
  worker.postMessage({ start: account });
  asker.askAgain();
}

/** Ends the vault on this page: nobody is signed in any more. What lies on the device stays as it is; `vault.lock()` closes it. */
export function stopVault(): void {
  if (started === undefined) return;
  worker?.terminate();
  asker.giveUp();
  worker = undefined;
  started = undefined;
}

/** Asks the browser to keep what lies on the device, once there are keys. Some browsers ask the person, some decide. */
export async function keepStorage(): Promise<void> {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // Kept or not: the slots on the server are the truth, the device holds a copy.
  }
}
