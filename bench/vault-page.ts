/** What the browser runs for the vault's benchmark: the real client and worker, timed from the page. */
import { startVault, vault } from "../app/vault/browser/client.ts";
import type { RoomView } from "../app/vault/vault.ts";
import { AccountId, LogId } from "../app/values/id.ts";

/** What one opening took, in ms from its beginning. */
export interface Opening {
  readonly firstScreen: number;
  readonly readable: number;
}

const isReadable = ({ condition, events }: RoomView, all: number) => condition.is === "ready" && events >= all;

/** Resolves once the status is this. */
function until(is: string): Promise<void> {
  return new Promise((resolve) => {
    void vault.watchStatus((status) => {
      if (status.is === is) resolve();
    });
  });
}

async function roomThere(room: LogId): Promise<void> {
  for (;;) {
    if ((await vault.rooms()).some((view) => view.room === room)) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Times a room from `start`: until fifty lines can be shown, and until all of it is verified and readable. */
async function timeRoom(start: number, room: LogId, all: number): Promise<Opening> {
  await roomThere(room);
  let firstScreen: number | undefined;
  const look = async () => {
    const page = await vault.timeline(room, { limit: 50 });
    if (page !== "no-such-room" && page.entries.length === 50) firstScreen ??= performance.now() - start;
  };
  const readable = await new Promise<number>((resolve) => {
    void vault.watchRoom(room, (view) => {
      if (firstScreen === undefined) void look();
      if (isReadable(view, all)) resolve(performance.now() - start);
    });
  });
  return { firstScreen: firstScreen ?? readable, readable };
}

/** A device that has never been here joins, and opens the room. Unlocking itself is not counted: Argon2id is slow by design. */
async function cold(account: string, passphrase: string, roomId: string, all: number): Promise<Opening> {
  startVault(AccountId.parse(account));
  await until("locked");
  const refused = await vault.unlock({ passphrase });
  if (refused) throw new Error(refused);
  return timeRoom(performance.now(), LogId.parse(roomId), all);
}

/** The same device opens the room again; counted from the start of the worker. */
async function again(account: string, roomId: string, all: number): Promise<Opening> {
  const start = performance.now();
  startVault(AccountId.parse(account));
  return timeRoom(start, LogId.parse(roomId), all);
}

/** How long each search took, from the page to the page. */
async function search(words: ReadonlyArray<string>): Promise<ReadonlyArray<number>> {
  const took: number[] = [];
  for (const word of words) {
    const start = performance.now();
    await vault.search(word);
    took.push(performance.now() - start);
  }
  return took;
}

/** How long this browser takes for one Ed25519 signature check, batches of 256, in ms: what the figures are held against. */
async function oneCheck(): Promise<number> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  const message = new Uint8Array(300);
  const signature = await crypto.subtle.sign("Ed25519", privateKey, message);
  const start = performance.now();
  for (let batch = 0; batch < 8; batch += 1) {
    const checks = Array.from({ length: 256 }, () => crypto.subtle.verify("Ed25519", publicKey, signature, message));
    await Promise.all(checks);
  }
  return (performance.now() - start) / 2048;
}

Object.assign(globalThis, { vaultBench: { cold, again, search, oneCheck } });
