import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { vault } from "../../../../vault/browser/client.ts";
import type { Secret, Way } from "../../../../vault/secrets.ts";
import { enrolText, unlockText } from "../../../../vault/text.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import { knownOfMe } from "../../../programme/sign-in/api.ts";
import { AskSecret } from "../ask-secret.tsx";
import { NewCode } from "../new-code.tsx";
import { NewPassphrase } from "../new-passphrase.tsx";
import { devicesText, secretsText as text } from "./text.ts";

type Doing = "change" | "check" | "new-code";

/** Changing the passphrase, and rehearsing the recovery code at any time. */
export function Secrets({ ways }: { readonly ways: ReadonlyArray<Way> }) {
  const doing = useSignal<Doing | undefined>(undefined);
  const said = useSignal<string | undefined>(undefined);
  useFocusBack(doing.value);
  const change = ways.includes("passphrase") ? text.change : text.set;
  function done(words: string | undefined) {
    said.value = words;
    doing.value = undefined;
  }
  const start = (next: Doing) => () => {
    said.value = undefined;
    doing.value = next;
  };
  return (
    <section class="stack">
      <h2>{text.title}</h2>
      {said.value !== undefined && (
        <Notice kind="kept" announce>
          {said.value}
        </Notice>
      )}
      {doing.value === undefined && (
        <div class="buttons">
          <Button id={idOf("check")} kind="quiet" onClick={start("check")}>
            {text.check}
          </Button>
          <Button id={idOf("change")} kind="plain" onClick={start("change")}>
            {change}
          </Button>
          <Button id={idOf("new-code")} kind="plain" onClick={start("new-code")}>
            {text.makeNew}
          </Button>
        </div>
      )}
      {doing.value === "check" && <Check onDone={() => done(text.works)} />}
      {doing.value === "change" && <Change onDone={() => done(text.changed)} />}
      {doing.value === "new-code" && <NewCode onKept={() => done(undefined)} />}
      {doing.value !== undefined && (
        <div>
          <Button kind="plain" onClick={() => done(undefined)}>
            {devicesText.cancel}
          </Button>
        </div>
      )}
    </section>
  );
}

const idOf = (doing: Doing) => `secrets-${doing}`;

/** Whoever is done, or would rather not, is back at the button that they came from. */
function useFocusBack(doing: Doing | undefined): void {
  const last = useRef<Doing | undefined>(undefined);
  useLayoutEffect(() => {
    if (doing === undefined && last.current) document.getElementById(idOf(last.current))?.focus();
    last.current = doing;
  }, [doing]);
}

/** Nine groups of four. */
const codeSigns = 36;

/** Tries the code on this device; nothing is sent and nothing changed. */
function Check({ onDone }: { readonly onDone: () => void }) {
  const code = useSignal("");
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    busy.value = true;
    const isWhole = code.value.replaceAll(/[\s-]/g, "").length === codeSigns;
    const refused = isWhole ? await vault.checkSecret({ recoveryCode: code.value }) : "mistyped";
    busy.value = false;
    if (refused) fault.value = isWhole ? { ...unlockText, "wrong-secret": text.notThis }[refused] : text.notACode;
    else onDone();
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <p>{text.checkLead}</p>
      <TextField label={text.code} value={code} error={fault.value} spellcheck={false} autofocus />
      <div>
        <Button type="submit" busy={busy.value}>
          {text.checkButton}
        </Button>
      </div>
    </form>
  );
}

function Change({ onDone }: { readonly onDone: () => void }) {
  const passphrase = useSignal("");
  const isMade = useSignal(false);
  const weak = useSignal<string | undefined>(undefined);
  async function handleSecret(secret: Secret) {
    const refused = await vault.refusePassphrase(passphrase.value, knownOfMe());
    weak.value = refused && enrolText[refused];
    if (refused) return undefined;
    const failed = await vault.replacePassphrase(secret, passphrase.value);
    if (failed) return { ...enrolText, ...unlockText }[failed];
    onDone();
    return undefined;
  }
  return (
    <div class="stack">
      <p>{text.changeLead}</p>
      <NewPassphrase
        id="new-passphrase"
        label={text.newPassphrase}
        value={passphrase}
        error={weak.value}
        isMade={isMade}
        autofocus
      />
      <AskSecret act={text.changeButton} onSecret={handleSecret} />
    </div>
  );
}
