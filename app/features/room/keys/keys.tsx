import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { Page } from "../../../web/ui/page.tsx";
import { refreshMe } from "../../programme/sign-in/api.ts";
import { useVault } from "../frame/hand.tsx";
import { MakeKeys } from "./make-keys.tsx";
import { codeText, makeText } from "./text.ts";
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
  return (
    <Page title={step.value === "code" ? codeText.title : makeText.title} width="form">
      <MakeKeys onDone={() => void handleDone()} onStep={(next) => (step.value = next)} />
    </Page>
  );
}
