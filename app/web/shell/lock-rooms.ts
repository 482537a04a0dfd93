/** Closing what is unlocked on this device around signing out: the next person in front of it opens nothing. */
import { me } from "../../features/programme/sign-in/api.ts";
import { AccountId } from "../../values/id.ts";
import type { Answer } from "../client/answer.ts";
import { readStored, store } from "../client/stored.ts";
import { toast } from "../ui/toast.tsx";
import { signedOutText } from "./signed-out-text.ts";

/** Signing out never waits longer than this for the vault. */
const patienceMs = 3000;

/** Locks the rooms of an account here. Never fails: whoever wants to leave leaves. */
export async function lockRooms(account: AccountId | undefined): Promise<void> {
  if (account === undefined) return;
  try {
    const { startVault, vault } = await import("../../vault/browser/client.ts");
    startVault(account);
    await Promise.race([vault.lock(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  } catch {
    // Without a connection, or in a browser that holds no keys, there is nothing more to close.
  }
}

/** Says what has become of signing out: the screen behind it is the same for whoever never came. */
export function saySignedOut(kind: Answer<undefined>["kind"]): void {
  toast(kind === "done" || kind === "signed-out" ? signedOutText.done : signedOutText.offline);
}

/** What is still to be locked, for a page that was closed before it was. */
const due = "lock";

/**
 * The server says that nobody is signed in any more: somebody signed out everywhere, for this device may be lost. Locks the rooms
 * of whoever was, also where the page ended in the middle of it last time; then the vault ends.
 */
export async function lockSignedOut(account: AccountId | undefined): Promise<void> {
  const before = AccountId.safeParse(account ?? readStored(due)).data;
  if (before === undefined) return;
  store(due, before);
  try {
    const { startVault, stopVault, vault } = await import("../../vault/browser/client.ts");
    startVault(before);
    await vault.lock();
    store(due, undefined);
    if (me.peek() === undefined) stopVault();
  } catch {
    // The vault ended, or its code cannot be fetched: the next page locks what is still due.
  }
}
