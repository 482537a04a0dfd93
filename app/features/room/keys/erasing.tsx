import { vault } from "../../../vault/browser/client.ts";
import type { Secret } from "../../../vault/secrets.ts";
import { unlockText } from "../../../vault/text.ts";
import { newId } from "../../../web/client/new-id.ts";
import { useVault } from "../frame/hand.tsx";
import { AskSecret } from "./ask-secret.tsx";

/** Props of `SignErasing`. */
export interface SignErasingProps {
  /** On the button. */
  readonly act: string;
  /** Erases the account with what was signed; a sentence where that did not go. */
  readonly erase: (id: string, change: Uint8Array) => Promise<string | undefined>;
}

/** Asks whoever has keys for what opens them, and signs with them that the account goes. Locked rooms stay locked. */
export function SignErasing({ act, erase }: SignErasingProps) {
  useVault();
  async function handleSecret(secret: Secret) {
    const id = newId();
    const change = await vault.signAddress(secret, { id, use: "no-account", address: "" });
    return typeof change === "string" ? unlockText[change] : erase(id, change);
  }
  return <AskSecret act={act} onSecret={handleSecret} />;
}
