/** Every sentence about passkeys on the open side. */
import type { PasskeyRefusal } from "./schema.ts";

/** One sentence for each way in which nothing came of a passkey. */
export const passkeyRefusalText: Readonly<Record<PasskeyRefusal, string>> = {
  "put-off": "Nothing was chosen. You can try again, or go another way.",
  "not-possible": "This browser could not use a passkey just now. Please go another way.",
  "already-here": "There is a passkey of yours on this device already.",
  "not-accepted": "This passkey does not sign anybody in here. Try another one, or go another way.",
  "too-many-tries": "There were many tries in a short time. Wait a minute, or go another way.",
  "not-signed": "This could not be agreed to with your keys, so nothing was changed.",
  "too-many": "You have a dozen passkeys. Remove one that you no longer use, then add this one.",
  needed: "This passkey is the only way to open your rooms beside the recovery code. Choose a passphrase first.",
};
