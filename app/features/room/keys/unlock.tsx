import { type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useEffect } from "preact/hooks";
import { keepStorage, vault } from "../../../vault/browser/client.ts";
import { enrolText, unavailableText, unlockText as refusedText } from "../../../vault/text.ts";
import type { UnlockingPasskey, Way } from "../../../vault/secrets.ts";
import type { VaultStatus } from "../../../vault/vault.ts";
import { hindranceText } from "../../../web/client/answer.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { ErrorSummary } from "../../../web/ui/error-summary.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { relationships } from "../../programme/relationships/api.ts";
import { knownOfMe } from "../../programme/sign-in/api.ts";
import { askOwnPasskey } from "../../programme/sign-in/passkeys/api.ts";
import { passkeyRefusalText } from "../../programme/sign-in/passkeys/text.ts";
import { vaultStatus } from "../frame/hand.tsx";
import { useWays } from "./ask-secret.tsx";
import { StoppedHere, Told } from "./lost/told.tsx";
import { NewPassphrase } from "./new-passphrase.tsx";
import { unlockText as text } from "./text.ts";

/** What stands where a room would be, while the vault is not open: unlock, make keys, or why neither works here. */
export function Unlock({ status }: { readonly status: VaultStatus }) {
  if (status.is === "unavailable")
    return (
      <Page title={text.unavailable} width="form">
        <Notice kind="care">{unavailableText[status.because]}</Notice>
      </Page>
    );
  if (status.is === "stopped") return <StoppedHere because={status.because} />;
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
  return <Locked isKnownDevice={status.is !== "locked" || status.isKnownDevice} />;
}

// For whoever has neither at hand and another device in the other hand.
const JoinDevice = lazily<object>(() => import("./pairing/join-device.tsx").then((m) => m.JoinDevice));

/** A passkey that signs in, and opened nothing: it is given a way in once another way has opened. */
type Shut = Signal<UnlockingPasskey | undefined>;

function Locked({ isKnownDevice }: { readonly isKnownDevice: boolean }) {
  const ways = useWays();
  const chosen = useSignal<Way | "device" | undefined>(undefined);
  const shut = useSignal<UnlockingPasskey | undefined>(undefined);
  const way = chosen.value ?? ways?.[0];
  // A device that has just been opened for the first time is one to stay on.
  useEffect(() => {
    if (isKnownDevice) return undefined;
    return () => {
      if (vaultStatus.peek().is === "unlocked") void keepStorage();
    };
  }, [isKnownDevice]);
  if (!ways || !way)
    return (
      <Page title={text.title} width="form">
        {null}
      </Page>
    );
  return (
    <Page title={text.title} lead={leadOf(way, isKnownDevice)} width="form">
      <div class="stack stack-large">
        <Told />
        {way === "passkey" && <WithPasskey shut={shut} onOther={() => (chosen.value = other(ways))} />}
        {way === "passphrase" && <WithPassphrase shut={shut} />}
        {way === "recovery" && <WithCode />}
        {way === "device" && <JoinDevice />}
        <OtherWays ways={ways} way={way} onChoose={(next) => (chosen.value = next)} />
        <LostAll />
      </div>
    </Page>
  );
}

/** The next way where a passkey opens nothing. */
const other = (ways: ReadonlyArray<Way>): Way => (ways.includes("passphrase") ? "passphrase" : "recovery");

function leadOf(way: Way | "device", isKnownDevice: boolean): string {
  if (way === "device") return text.leadDevice;
  if (way === "passkey") return isKnownDevice ? text.leadPasskey : text.newDevicePasskey;
  return isKnownDevice ? text.lead : text.newDevice;
}

interface OtherWaysProps {
  readonly ways: ReadonlyArray<Way>;
  readonly way: Way | "device";
  readonly onChoose: (way: Way | "device") => void;
}

function OtherWays({ ways, way, onChoose }: OtherWaysProps) {
  const hasPassphrase = ways.includes("passphrase");
  return (
    <div class="stack stack-small">
      {way !== "passkey" && ways.includes("passkey") && (
        <Button kind="plain" onClick={() => onChoose("passkey")}>
          {text.passkeyInstead}
        </Button>
      )}
      {way !== "passphrase" && hasPassphrase && (
        <Button kind="plain" onClick={() => onChoose("passphrase")}>
          {way === "recovery" ? text.back : text.passphraseInstead}
        </Button>
      )}
      {way !== "recovery" && (
        <Button kind="plain" onClick={() => onChoose("recovery")}>
          {hasPassphrase ? text.forgot : text.codeInstead}
        </Button>
      )}
      {way !== "device" && (
        <Button kind="plain" onClick={() => onChoose("device")}>
          {text.deviceInstead}
        </Button>
      )}
    </div>
  );
}

function LostAll() {
  return (
    <Disclosure summary={text.lostAll}>
      <p>{text.lostAllLine}</p>
      <p>
        <Link href="/keys/lost">{text.beginAnew}</Link>
      </p>
      <p>{text.withoutKeys}</p>
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
  );
}

function WithPasskey({ shut, onOther }: { readonly shut: Shut; readonly onOther: () => void }) {
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handlePress() {
    busy.value = true;
    const asked = await askOwnPasskey();
    if (typeof asked === "string") fault.value = { ...hindranceText, ...passkeyRefusalText }[asked];
    else if (asked.gives) {
      const refused = await vault.unlock({ passkey: asked.gives });
      fault.value = refused && refusedText[refused];
      if (refused === "wrong-secret") shut.value = { id: asked.id, passkey: asked.gives };
    } else fault.value = text.passkeyOnlySigns;
    busy.value = false;
    if (shut.value || (typeof asked === "object" && !asked.gives)) onOther();
  }

  return (
    <div class="stack">
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      <div>
        <Button busy={busy.value} wide="phone" onClick={() => void handlePress()}>
          {text.passkey}
        </Button>
      </div>
      <output class="small muted">{busy.value && text.unlocking}</output>
    </div>
  );
}

function WithPassphrase({ shut }: { readonly shut: Shut }) {
  const passphrase = useSignal("");
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    busy.value = true;
    const secret = { passphrase: passphrase.value };
    const refused = await vault.unlock(secret);
    if (!refused && shut.value) await vault.openWithPasskey(secret, shut.value);
    busy.value = false;
    fault.value = refused && refusedText[refused];
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
      {fault.value !== undefined && <ErrorSummary faults={[{ id: "passphrase", text: fault.value }]} />}
      {shut.value && <Notice announce>{text.passkeyNot}</Notice>}
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
  const isMade = useSignal(false);
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
      <NewPassphrase
        id="new-passphrase"
        label={text.newPassphrase}
        value={passphrase}
        error={faultAt("new-passphrase")}
        isMade={isMade}
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
