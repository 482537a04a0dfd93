import { useSignal } from "@preact/signals";
import { vault } from "../../../vault/browser/client.ts";
import type { AnewRefusal, EnrolRefusal, RecoveryCode } from "../../../vault/secrets.ts";
import { hindranceText } from "../../../web/client/answer.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { me } from "../../programme/sign-in/api.ts";
import { addPasskey, askOwnPasskey, type PasskeyFault } from "../../programme/sign-in/passkeys/api.ts";
import { passkeyRefusalText } from "../../programme/sign-in/passkeys/text.ts";
import { makeText as text } from "./text.ts";

/** Why it is a passphrase then: the person would rather have one, or their passkey opens nothing and perhaps signs in. */
export type InsteadOfPasskey = "passphrase" | "signs-in-only" | "opens-nothing";

/** Makes keys that a passkey opens; a word where nothing came of it. */
export type MakesByPasskey = () => Promise<RecoveryCode | PasskeyFault | EnrolRefusal | AnewRefusal | InsteadOfPasskey>;

/** Props of `PasskeyStep`. */
export interface PasskeyStepProps {
  readonly make: MakesByPasskey;
  /** Why that may not work, beside what may befall any passkey. */
  readonly refusals: Readonly<Record<string, string>>;
  readonly onMade: (code: RecoveryCode) => void;
  readonly onPassphrase: (why: InsteadOfPasskey) => void;
}

/** The first offer: one gesture that from then on signs in and opens the rooms. */
export function PasskeyStep({ make, refusals, onMade, onPassphrase }: PasskeyStepProps) {
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  const faults: Readonly<Record<string, string>> = { ...hindranceText, ...passkeyRefusalText, ...refusals };

  async function handlePress() {
    busy.value = true;
    fault.value = undefined;
    const made = await make();
    busy.value = false;
    if (typeof made === "object") onMade(made);
    else if (made === "signs-in-only" || made === "opens-nothing") onPassphrase(made);
    else fault.value = faults[made];
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

/** Adds a passkey, or takes the one that an earlier visit has left, and makes the person's first keys, which it opens. */
export const enrolByPasskey: MakesByPasskey = async () => {
  const person = me.peek();
  if (!person) return "signed-out";
  const added = await addPasskey(person);
  const own = added === "already-here" ? await askOwnPasskey() : added;
  if (typeof own === "string") return own;
  if (!own.gives) return "signs-in-only";
  const made = await vault.enrol({ id: own.id, passkey: own.gives });
  own.gives.fill(0);
  return made;
};
