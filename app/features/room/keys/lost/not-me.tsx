import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { cancelRefusalText } from "../../../../vault/account/lost/lost-text.ts";
import { vault } from "../../../../vault/browser/client.ts";
import type { Loss, Secret } from "../../../../vault/secrets.ts";
import { dayOf, formatDay } from "../../../../web/client/format.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { useVault } from "../../frame/hand.tsx";
import { AskSecret } from "../ask-secret.tsx";
import { notMeText as text } from "./text.ts";

type Known = Loss | "none";

/** New keys in one's name: it was oneself, or it was somebody else. */
export function NotMe() {
  const known = useSignal<Known | undefined>(undefined);
  const isDone = useSignal(false);
  useVault();
  useEffect(() => void vault.loss().then((loss) => (known.value = loss ?? "none")), [known]);
  const loss = known.value;
  if (loss === undefined) return <Page title={text.title}>{null}</Page>;
  if (isDone.value || loss === "none")
    return (
      <Page title={isDone.value ? text.done : text.unknown} width="form">
        <ButtonLink href="/keys">{text.go}</ButtonLink>
      </Page>
    );
  return (
    <Page title={text.title} lead={text.lead(formatDay(dayOf(loss.begunAt)), loss.isHere)} width="form">
      <div class="stack stack-sections">
        <TakeBack loss={loss} onDone={() => (isDone.value = true)} />
        <section class="stack">
          <h2>{text.me}</h2>
          {loss.isHere ? <Forget onDone={() => (isDone.value = true)} /> : <p>{text.meElsewhere}</p>}
        </section>
      </div>
    </Page>
  );
}

function Forget({ onDone }: { readonly onDone: () => void }) {
  return (
    <>
      <p>{text.meLead}</p>
      <div>
        <Button kind="quiet" onClick={() => void vault.forgetHere().then(onDone)}>
          {text.forget}
        </Button>
      </div>
    </>
  );
}

function TakeBack({ loss, onDone }: { readonly loss: Loss; readonly onDone: () => void }) {
  async function handleSecret(secret: Secret) {
    const refused = await vault.cancelAnew(secret);
    if (refused) return cancelRefusalText[refused];
    onDone();
    return undefined;
  }
  return (
    <section class="stack">
      <h2>{text.not}</h2>
      {loss.mayCancel ? (
        <>
          <p>{text.notLead}</p>
          <AskSecret act={text.cancel} ways={ways} onSecret={handleSecret} />
        </>
      ) : (
        <Notice kind="care">{text.late}</Notice>
      )}
    </section>
  );
}

const ways = ["passphrase", "recovery", "passkey"] as const;
