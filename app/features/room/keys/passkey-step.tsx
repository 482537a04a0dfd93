import { useSignal } from "@preact/signals";
import { vault } from "../../../vault/browser/client.ts";
import type { RecoveryCode } from "../../../vault/secrets.ts";
import { enrolText } from "../../../vault/text.ts";
import { hindranceText } from "../../../web/client/answer.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { me } from "../../programme/sign-in/api.ts";
import { addPasskey, askOwnPasskey } from "../../programme/sign-in/passkeys/api.ts";
import { passkeyRefusalText } from "../../programme/sign-in/passkeys/text.ts";
import { makeText as text } from "./text.ts";

/** Props of `PasskeyStep`. */
export interface PasskeyStepProps {
  readonly onMade: (code: RecoveryCode) => void;
  /** The person would rather have a passphrase, or needs one since their passkey opens nothing. */
  readonly onPassphrase: (why: "passphrase" | "signs-in-only") => void;
}

/** The first offer: one gesture that from then on signs in and opens the rooms. */
export function PasskeyStep({ onMade, onPassphrase }: PasskeyStepProps) {
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handlePress() {
    busy.value = true;
    fault.value = undefined;
    const made = await enrolByPasskey();
    busy.value = false;
    if (made === "signs-in-only") onPassphrase(made);
    else if (typeof made === "string") fault.value = { ...hindranceText, ...passkeyRefusalText, ...enrolText }[made];
    else onMade(made);
  }

  return (
    <div class="stack stack-large">
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      <p>{text.passkeyLead}</p>
      <p class="muted">{text.passkeyLost}</p>
      <div class="buttons">
        <Button busy={busy.value} wide="phone" onClick={() => void handlePress()}>
          {text.passkey}
        </Button>
        <Button kind="plain" onClick={() => onPassphrase("passphrase")}>
          {text.passphraseInstead}
        </Button>
      </div>
      <output class="small muted">{busy.value && text.making}</output>
    </div>
  );
}

/** Adds a passkey, or takes the one that an earlier visit has left, and makes keys that it opens. */
async function enrolByPasskey() {
  const person = me.peek();
  if (!person) return "signed-out";
  const added = await addPasskey(person);
  const own = added === "already-here" ? await askOwnPasskey() : added;
  if (typeof own === "string") return own;
  if (!own.gives) return "signs-in-only";
  const made = await vault.enrol({ id: own.id, passkey: own.gives });
  own.gives.fill(0);
  return made;
}
