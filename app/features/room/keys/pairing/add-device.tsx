import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../../vault/browser/client.ts";
import type { PairingGuest, Secret } from "../../../../vault/secrets.ts";
import { retireText } from "../../../../vault/account/retire-text.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Card } from "../../../../web/ui/card.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { QrCode } from "../../../../web/ui/qr-code.tsx";
import { useVault } from "../../frame/hand.tsx";
import { AskSecret } from "../ask-secret.tsx";
import { CheckWords } from "./check-words.tsx";
import { offerText as text } from "./text.ts";
import "./add-device.css";

type Step =
  | { readonly is: "ask" }
  | { readonly is: "shown"; readonly words: ReadonlyArray<string> }
  | { readonly is: "guest"; readonly guest: PairingGuest }
  | { readonly is: "over"; readonly words: string }
  | { readonly is: "added" };

/** Adding a device from this one: a pattern or twelve words, two words to compare, and a yes. */
export function AddDevice() {
  const status = useVault().value.is;
  const step = useSignal<Step>({ is: "ask" });
  // Whoever leaves the page has stopped.
  useEffect(() => () => void vault.endPairing(), []);
  return (
    <Page title={text.title} width="form" back={{ href: "/keys", text: text.back }}>
      {status === "unlocked" ? <Steps step={step} /> : status !== "starting" && <Locked />}
    </Page>
  );
}

function Locked() {
  return (
    <div class="stack">
      <p>{text.locked}</p>
      <div>
        <ButtonLink href="/keys">{text.open}</ButtonLink>
      </div>
    </div>
  );
}

function Steps({ step }: { readonly step: Signal<Step> }) {
  const { value } = step;
  if (value.is === "shown") return <Shown words={value.words} />;
  if (value.is === "guest") return <Guest guest={value.guest} step={step} />;
  if (value.is === "added") return <Added />;
  return (
    <div class="stack">
      {value.is === "over" && <Notice announce>{value.words}</Notice>}
      <p>{text.lead}</p>
      <AskSecret act={text.show} onSecret={(secret) => offer(secret, step)} />
    </div>
  );
}

async function offer(secret: Secret, step: Signal<Step>): Promise<string | undefined> {
  const offered = await vault.offerPairing(secret);
  if (typeof offered === "string") return retireText[offered];
  step.value = { is: "shown", words: offered.words };
  void wait(step);
  return undefined;
}

async function wait(step: Signal<Step>): Promise<void> {
  const guest = await vault.pairingGuest();
  step.value = guest === "over" ? { is: "over", words: text.over } : { is: "guest", guest };
}

function Shown({ words }: { readonly words: ReadonlyArray<string> }) {
  return (
    <div class="stack stack-large">
      <p>{text.scan}</p>
      <QrCode text={words.join(" ").toUpperCase()} label={text.pattern} />
      <Card tag={text.words}>
        <ol class="pairing-words">
          {words.map((word, at) => (
            // Twelve places that never change their order; a word may stand in two.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>{word}</li>
          ))}
        </ol>
      </Card>
      <div>
        <output class="muted">{text.waiting}</output>
      </div>
    </div>
  );
}

function Guest({ guest, step }: { readonly guest: PairingGuest; readonly step: Signal<Step> }) {
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  async function handleYes() {
    busy.value = true;
    const refused = await vault.admitGuest();
    busy.value = false;
    if (refused === "offline") fault.value = text.offline;
    else step.value = refused ? { is: "over", words: text.over } : { is: "added" };
  }
  function handleNo() {
    void vault.endPairing();
    step.value = { is: "over", words: `${text.stopped} ${text.notYours}` };
  }
  return (
    <div class="stack stack-large">
      <div class="stack stack-small" aria-live="polite">
        <p class="strong">{text.asks(guest.name)}</p>
        <p>{text.same}</p>
        <CheckWords words={guest.check} />
      </div>
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      <div class="buttons">
        <Button busy={busy.value} onClick={() => void handleYes()}>
          {text.yes}
        </Button>
        <Button kind="quiet" onClick={handleNo}>
          {text.no}
        </Button>
      </div>
    </div>
  );
}

function Added() {
  return (
    <div class="stack">
      <Notice kind="kept" announce title={text.added}>
        {text.addedMore}
      </Notice>
      <div>
        <ButtonLink href="/keys" kind="quiet">
          {text.back}
        </ButtonLink>
      </div>
    </div>
  );
}
