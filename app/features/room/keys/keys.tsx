import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import { useLocation } from "preact-iso/router";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import type { VaultStatus } from "../../../vault/vault.ts";
import { isContactAlone } from "../../programme/contacts/rules.ts";
import { me, refreshMe } from "../../programme/sign-in/api.ts";
import { useVault } from "../frame/hand.tsx";
import type { OwnKeysProps } from "./devices/own-keys.tsx";
import type { MakeKeysProps } from "./make-keys.tsx";
import "./keys.css";
import { codeText, makeText, notMeText, openText } from "./text.ts";

// Which of the two is needed is known once the vault has looked.
const MakeKeys = lazily<MakeKeysProps>(() => import("./make-keys.tsx").then((m) => m.MakeKeys));
const Unlock = lazily<{ readonly status: VaultStatus }>(() => import("./unlock.tsx").then((m) => m.Unlock));
const OwnKeys = lazily<OwnKeysProps>(() => import("./devices/own-keys.tsx").then((m) => m.OwnKeys));

/** Making one's keys as a page of its own, for whoever left enrolment before that step; with keys it unlocks. */
export function Keys() {
  const status = useVault().value;
  const step = useSignal<"passphrase" | "code">("passphrase");
  const { route } = useLocation();
  // The vault opens before the code has been shown: whoever makes keys here stays until it is kept.
  const makes = useRef(false);
  const isContact = isContactAlone(me.value);
  const title = isContact ? makeText.titleOfContact : makeText.title;
  makes.current ||= status.is === "no-keys";
  async function handleDone() {
    // Home asks for keys until it knows of them.
    await refreshMe();
    route(isContact ? "/contact" : "/");
  }
  if (!makes.current && (status.is === "locked" || status.is === "stopped" || status.is === "unavailable"))
    return <Unlock status={status} />;
  if (!makes.current && status.is === "unlocked") return <Open />;
  return (
    <Page title={step.value === "code" ? codeText.title : title} width="form">
      <MakeKeys onDone={() => void handleDone()} onStep={(next) => (step.value = next)} />
    </Page>
  );
}

/** What to do, in its order, for somebody who was asked "was this you?" and said no. */
function NotMe() {
  return (
    <Notice kind="care" title={notMeText.title}>
      <ol>
        {notMeText.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a href="/help">{notMeText.help}</a>
      </p>
    </Notice>
  );
}

/** For somebody who has keys, and whose rooms are open here. */
function Open() {
  const { query } = useLocation();
  return (
    <Page title={openText.title} lead={openText.lead} width="form">
      {"not-me" in query && (
        <div class="keys-not-me">
          <NotMe />
        </div>
      )}
      <OwnKeys>
        <div class="stack">
          <p>{openText.lockLine}</p>
          <div class="buttons">
            <ButtonLink href="/">{openText.home}</ButtonLink>
            <Button kind="quiet" onClick={() => void vault.lock()}>
              {openText.lock}
            </Button>
          </div>
        </div>
      </OwnKeys>
    </Page>
  );
}
