/** Closing what is unlocked on this device before somebody signs out: the next person in front of it opens nothing. */
import type { AccountId } from "../../values/id.ts";

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
