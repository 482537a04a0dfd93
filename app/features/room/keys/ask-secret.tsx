import { signal, type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import type { Secret, Way } from "../../../vault/secrets.ts";
import { hindranceText } from "../../../web/client/answer.ts";
import { mayUsePasskeys } from "../../../web/client/passkey.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { askOwnPasskey } from "../../programme/sign-in/passkeys/api.ts";
import { passkeyRefusalText } from "../../programme/sign-in/passkeys/text.ts";
import { askText as text } from "./text.ts";

/** Props of `AskSecret`. */
export interface AskSecretProps {
  /** What is agreed to, on the button: "Sign", "Remove it". */
  readonly act: string;
  /** The ways to offer; left out, those that open the keys that count. */
  readonly ways?: ReadonlyArray<Way> | undefined;
  /** Does it; a sentence where it did not work. */
  readonly onSecret: (secret: Secret) => Promise<string | undefined>;
}

/** Asks for what opens the person's keys, for a deliberate act: a passkey, the passphrase, or the recovery code. */
export function AskSecret({ act, onSecret, ways: offered }: AskSecretProps) {
  const found = useWays();
  const ways = offered ?? found;
  const way = useSignal<Way | undefined>(undefined);
  const typed = useSignal("");
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  const shown = way.value ?? ways?.[0];

  async function does(secret: Secret) {
    busy.value = true;
    fault.value = await onSecret(secret);
    busy.value = false;
  }
  async function handlePasskey() {
    busy.value = true;
    const asked = await askOwnPasskey();
    if (typeof asked === "string") fault.value = { ...hindranceText, ...passkeyRefusalText }[asked];
    else if (asked.gives) await does({ passkey: asked.gives });
    else fault.value = text.opensNothing;
    busy.value = false;
  }
  function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void does(shown === "recovery" ? { recoveryCode: typed.value } : { passphrase: typed.value });
  }
  function handleOther(next: Way) {
    way.value = next;
    typed.value = "";
    fault.value = undefined;
  }

  if (!ways || !shown) return null;
  const press = { busy: busy.value, onPress: () => void handlePasskey() };
  return (
    <form class="stack" noValidate onSubmit={handleSubmit}>
      {shown === "passkey" ? <Fault fault={fault.value} /> : <Typed way={shown} value={typed} fault={fault.value} />}
      <div class="buttons">
        <Act act={act} isPasskey={shown === "passkey"} {...press} />
        {ways
          .filter((other) => other !== shown)
          .map((other) => (
            <Button key={other} kind="plain" onClick={() => handleOther(other)}>
              {text.instead[other]}
            </Button>
          ))}
      </div>
    </form>
  );
}

interface ActProps {
  readonly act: string;
  readonly isPasskey: boolean;
  readonly busy: boolean;
  readonly onPress: () => void;
}

function Act({ act, isPasskey, busy, onPress }: ActProps) {
  return isPasskey ? (
    <Button busy={busy} onClick={onPress}>
      {text.byPasskey(act)}
    </Button>
  ) : (
    <Button type="submit" busy={busy}>
      {act}
    </Button>
  );
}

function Fault({ fault }: { readonly fault: string | undefined }) {
  return fault === undefined ? null : (
    <Notice kind="care" announce>
      {fault}
    </Notice>
  );
}

interface TypedProps {
  readonly way: Exclude<Way, "passkey">;
  readonly value: Signal<string>;
  readonly fault: string | undefined;
}

function Typed({ way, value, fault }: TypedProps) {
  const isPassphrase = way === "passphrase";
  return (
    <TextField
      key={way}
      label={text[way]}
      type={isPassphrase ? "password" : "text"}
      autocomplete={isPassphrase ? "current-password" : "off"}
      value={value}
      error={fault}
    />
  );
}

// What was found last stands at once where it is asked for again, so that nothing moves under a finger.
const found = signal<ReadonlyArray<Way> | undefined>(undefined);

/** The ways that this person has and this browser can go, the quickest first. Undefined until they are known. */
export function useWays(): ReadonlyArray<Way> | undefined {
  useEffect(() => {
    const find = async () => {
      const known = await vault.waysToUnlock().catch(() => undefined);
      // The vault was closed meanwhile: whoever signs in again is shown another screen.
      if (!known) return;
      const all = known.length === 0 ? order.slice(1) : order.filter((way) => known.includes(way));
      const ways = all.filter((way) => way !== "passkey" || mayUsePasskeys());
      if (ways.join() !== found.peek()?.join()) found.value = ways;
    };
    void find();
  }, []);
  return found.value;
}

const order: ReadonlyArray<Way> = ["passkey", "passphrase", "recovery"];
