import { useSignal } from "@preact/signals";
import { vault } from "../../../vault/browser/client.ts";
import { useLocation } from "preact-iso/router";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { refreshMe } from "../../programme/sign-in/api.ts";
import { useVault } from "../frame/hand.tsx";
import { MakeKeys } from "./make-keys.tsx";
import { codeText, makeText, openText } from "./text.ts";
import { Unlock } from "./unlock.tsx";

/** Making one's keys as a page of its own, for whoever left enrolment before that step; with keys it unlocks. */
export function Keys() {
  const status = useVault().value;
  const step = useSignal<"passphrase" | "code">("passphrase");
  const { route } = useLocation();
  async function handleDone() {
    // Home asks for keys until it knows of them.
    await refreshMe();
    route("/");
  }
  if (step.value === "passphrase" && (status.is === "locked" || status.is === "stopped" || status.is === "unavailable"))
    return <Unlock status={status} />;
  if (step.value === "passphrase" && status.is === "unlocked") return <Open />;
  return (
    <Page title={step.value === "code" ? codeText.title : makeText.title} width="form">
      <MakeKeys onDone={() => void handleDone()} onStep={(next) => (step.value = next)} />
    </Page>
  );
}

/** For somebody who has keys, and whose rooms are open here. */
function Open() {
  return (
    <Page title={openText.title} lead={openText.lead} width="form">
      <div class="stack">
        <p>{openText.lockLine}</p>
        <div class="buttons">
          <ButtonLink href="/">{openText.home}</ButtonLink>
          <Button kind="quiet" onClick={() => void vault.lock()}>
            {openText.lock}
          </Button>
        </div>
      </div>
    </Page>
  );
}
