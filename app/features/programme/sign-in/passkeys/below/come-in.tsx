import { startVault, vault } from "../../../../../vault/browser/client.ts";
import { hindranceText } from "../../../../../web/client/answer.ts";
import { me, refreshMe } from "../../api.ts";
import { signInWithPasskey } from "../api.ts";
import { passkeyRefusalText } from "../text.ts";

/** Signs in with one gesture, and opens what the passkey opens; a sentence where nobody came in. What it opens not, asks for itself. */
export async function comeIn(): Promise<string | undefined> {
  const came = await signInWithPasskey();
  if (typeof came === "string") return { ...hindranceText, ...passkeyRefusalText }[came];
  await refreshMe();
  const account = me.peek()?.accountId;
  if (!came.gives || account === undefined) return undefined;
  startVault(account);
  await vault.unlock({ passkey: came.gives });
  came.gives.fill(0);
  return undefined;
}
