import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { vault } from "../../../vault/browser/client.ts";
import { enrolText, stopText, unavailableText, unlockText as refusedText } from "../../../vault/text.ts";
import type { VaultStatus } from "../../../vault/vault.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { ErrorSummary } from "../../../web/ui/error-summary.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { relationships } from "../../programme/relationships/api.ts";
import { knownOfMe } from "../../programme/sign-in/api.ts";
import { unlockText as text } from "./text.ts";

/** What stands where a room would be, while the vault is not open: unlock, make keys, or why neither works here. */
export function Unlock({ status }: { readonly status: VaultStatus }) {
  if (status.is === "unavailable")
    return (
      <Page title={text.unavailable} width="form">
        <Notice kind="care">{unavailableText[status.because]}</Notice>
      </Page>
    );
  if (status.is === "stopped")
    return (
      <Page title={text.unavailable} width="form">
        <Notice kind="care">{stopText[status.because]}</Notice>
      </Page>
    );
  if (status.is === "no-keys")
    return (
      <Page title={text.noKeys} lead={text.noKeysLine} width="form">
        <ButtonLink href="/keys">{text.goEnrol}</ButtonLink>
      </Page>
    );
  if (status.is === "unknown")
    return (
      <Page title={text.title} width="form">
        <Notice>{text.unknown}</Notice>
      </Page>
    );
  return (
    <Page
      title={text.title}
      lead={status.is === "locked" && !status.isKnownDevice ? text.newDevice : text.lead}
      width="form"
    >
      <UnlockForms />
    </Page>
  );
}

function UnlockForms() {
  const way = useSignal<"passphrase" | "code">("passphrase");
  return (
    <div class="stack stack-large">
      {way.value === "passphrase" ? <WithPassphrase /> : <WithCode />}
      <Button kind="plain" onClick={() => (way.value = way.value === "code" ? "passphrase" : "code")}>
        {way.value === "code" ? text.back : text.forgot}
      </Button>
      <Disclosure summary={text.lostAll}>
        <p>{text.lostAllLine}</p>
        <ul>
          {(relationships.value ?? []).map(({ roomId, partner, state }) =>
            state === "ended" ? null : (
              <li key={roomId}>
                <a href={`/rooms/${roomId}/more`}>{`${text.pauseOrEnd}: ${partner.name}`}</a>
              </li>
            ),
          )}
        </ul>
      </Disclosure>
    </div>
  );
}

function WithPassphrase() {
  const passphrase = useSignal("");
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    busy.value = true;
    const refused = await vault.unlock({ passphrase: passphrase.value });
    busy.value = false;
    fault.value = refused && refusedText[refused];
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
      {fault.value !== undefined && <ErrorSummary faults={[{ id: "passphrase", text: fault.value }]} />}
      <TextField
        id="passphrase"
        label={text.passphrase}
        type="password"
        autocomplete="current-password"
        value={passphrase}
        error={fault.value}
        autofocus
      />
      <Button type="submit" busy={busy.value} wide="phone">
        {text.unlock}
      </Button>
      <output class="small muted">{busy.value && text.unlocking}</output>
    </form>
  );
}

/** A forgotten passphrase is replaced with the recovery code. */
function WithCode() {
  const code = useSignal("");
  const passphrase = useSignal("");
  const busy = useSignal(false);
  const faults = useSignal<ReadonlyArray<{ readonly id: string; readonly text: string }>>([]);
  const faultAt = (id: string) => faults.value.find((fault) => fault.id === id)?.text;

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    busy.value = true;
    faults.value = await replace(code.value, passphrase.value);
    busy.value = false;
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
      {faults.value.length > 0 && <ErrorSummary faults={faults.value} />}
      <TextField
        id="code"
        label={text.code}
        hint={text.codeHint}
        value={code}
        error={faultAt("code")}
        spellcheck={false}
        autofocus
      />
      <TextField
        id="new-passphrase"
        label={text.newPassphrase}
        type="password"
        autocomplete="new-password"
        value={passphrase}
        error={faultAt("new-passphrase")}
      />
      <Button type="submit" busy={busy.value} wide="phone">
        {text.replace}
      </Button>
      <output class="small muted">{busy.value && text.unlocking}</output>
    </form>
  );
}

async function replace(recoveryCode: string, passphrase: string) {
  const weak = await vault.refusePassphrase(passphrase, knownOfMe());
  if (weak) return [{ id: "new-passphrase", text: enrolText[weak] }];
  const locked = await vault.unlock({ recoveryCode });
  if (locked) return [{ id: "code", text: refusedText[locked] }];
  const refused = await vault.replacePassphrase({ recoveryCode }, passphrase);
  return refused ? [{ id: "code", text: { ...enrolText, ...refusedText }[refused] }] : [];
}
