import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import type { Instant } from "../../../../values/instant.ts";
import { anewRefusalText } from "../../../../vault/account/lost/lost-text.ts";
import { vault } from "../../../../vault/browser/client.ts";
import { dayOf, formatDate } from "../../../../web/client/format.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { readLoss } from "../../log/keys/anew/api.ts";
import { refreshMe } from "../../../programme/sign-in/api.ts";
import { useVault } from "../../frame/hand.tsx";
import { MakeKeys, type WaysToMake } from "../make-keys.tsx";
import { codeText, makeText } from "../text.ts";
import { beginAnewByPasskey } from "./by-passkey.tsx";
import { anewText as text } from "./text.ts";

const anew: WaysToMake = { byPassphrase: (first) => vault.beginAnew(first), byPasskey: beginAnewByPasskey };

/** Beginning anew, for whoever lost every key. */
export function BeginAnew() {
  const step = useSignal<"why" | "passphrase" | "code">("why");
  const status = useVault().value;
  const { route } = useLocation();
  const waits = useWait();
  async function handleDone() {
    await refreshMe();
    route("/");
  }
  if (step.value === "why")
    return (
      <Page title={text.title} lead={text.lead} width="form">
        <div class="stack stack-large">
          <Notice>{text.first}</Notice>
          <section class="stack">
            <h2>{text.what}</h2>
            <ol class="stack">
              {text.steps.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </section>
          {waits.value && <Notice title={text.waits(formatDate(dayOf(waits.value)))}>{text.waitsLine}</Notice>}
          <div class="buttons">
            {status.is !== "no-keys" && status.is !== "unknown" && !waits.value && (
              <Button disabled={waits.value === undefined} onClick={() => (step.value = "passphrase")}>
                {text.go}
              </Button>
            )}
            <ButtonLink href="/keys" kind="plain">
              {text.back}
            </ButtonLink>
          </div>
        </div>
      </Page>
    );
  return (
    <Page title={step.value === "code" ? codeText.title : makeText.title} width="form">
      <MakeKeys
        onDone={() => void handleDone()}
        onStep={(next) => (step.value = next)}
        make={anew}
        refusals={anewRefusalText}
      />
    </Page>
  );
}

/** From when on somebody can begin anew, as the server says: null where at once, or where it does not answer; `undefined` while it is asked. */
function useWait(): ReadonlySignal<Instant | null | undefined> {
  const from = useSignal<Instant | null | undefined>(undefined);
  useEffect(() => {
    const ask = async () => {
      const answer = await readLoss();
      from.value = answer.kind === "done" ? answer.value.anewFrom : null;
    };
    void ask();
  }, [from]);
  return from;
}
